import { open } from 'node:fs/promises';
import { HEAD_BYTES, omission, TAIL_BYTES } from './output-buffer.ts';

/**
 * Reads a file in bounded memory, however large it has become.
 * @returns all of it, or its head and its tail with a line in French between them; nothing where there is no file yet
 */
export async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (file === undefined) return Buffer.alloc(0);
  try {
    const { size } = await file.stat();
    const read = async (position: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const dropped = size - HEAD_BYTES - TAIL_BYTES;
    if (dropped <= 0) return await read(0, size);
    return Buffer.concat([await read(0, HEAD_BYTES), omission(dropped), await read(size - TAIL_BYTES, TAIL_BYTES)]);
  } finally {
    await file.close();
  }
}
