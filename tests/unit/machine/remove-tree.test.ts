import { chmod, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const MODULE = join(import.meta.dirname, '../../../src/machine/remove-tree.ts');
const NOBODY = 65534;

/** As somebody whom the rights of files concern: root may remove anything. */
function removeAsNobody(path: string) {
  const script = `import { removeTree } from ${JSON.stringify(MODULE)}; await removeTree(${JSON.stringify(path)}).catch((e) => { console.log(e.name, e.message); });`;
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return execa(process.execPath, ['--input-type=module', '-e', script], { ...identity, cwd: '/' });
}

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'orchestre-arbre-'));
  await chmod(dir, 0o777);
  return dir;
}

test('a folder that has lost its write permission goes all the same', async () => {
  const dir = await folder();
  const script = `mkdir -p ${dir}/a/b && touch ${dir}/a/b/c && chmod 555 ${dir}/a/b ${dir}/a`;
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  await execa('sh', ['-c', script], identity);
  await removeAsNobody(`${dir}/a`);
  expect(await readdir(dir)).toEqual([]);
});

test.skipIf(process.getuid?.() !== 0)(
  'what belongs to another account is told, with what to type (needs root to make it)',
  async () => {
    const dir = await folder();
    await mkdir(join(dir, 'a'));
    await writeFile(join(dir, 'a/fichier'), '');
    const { stdout } = await removeAsNobody(join(dir, 'a'));
    expect(stdout).toContain('ToolError Le dossier');
    expect(stdout).toContain(`sudo rm -rf ${dir}/a`);
  },
);
