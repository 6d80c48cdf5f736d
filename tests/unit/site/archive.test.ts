import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { archiveOf } from '../../../src/site/archive.ts';
import { downloadsOf } from '../../../src/site/downloads.ts';
import { lessonOf } from './lesson.ts';

const yaml = (replicas: number): string =>
  `\`\`\`yaml id=r${replicas} file=web.yaml schema=aucun\nreplicas: ${replicas}\n\`\`\`\n`;
const files = () => downloadsOf(lessonOf([yaml(1), yaml(2)].join('\n'))).values();

test('a lesson’s files lie in a folder of its name, a later version beside the first', () => {
  const unpacked = Object.entries(unzipSync(archiveOf('essai', files())));
  expect(unpacked.map(([name, content]) => [name, strFromU8(content)])).toEqual([
    ['essai/web.yaml', 'replicas: 1\n'],
    ['essai/r2/web.yaml', 'replicas: 2\n'],
  ]);
});

afterEach(() => void vi.useRealTimers());

test('the same files give the same bytes, whenever they are packed', () => {
  vi.useFakeTimers({ now: new Date('2026-01-01T10:00:00Z') });
  const first = archiveOf('essai', files());
  vi.setSystemTime(new Date('2031-05-06T07:08:09Z'));
  expect(archiveOf('essai', files())).toEqual(first);
});
