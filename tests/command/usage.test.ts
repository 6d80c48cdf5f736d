import { execa } from 'execa';
import { expect, test } from 'vitest';

test.concurrent.each([
  ['start', ['--prot', '1'], 'npm start'],
  ['start', ['--port=abc'], 'npm start'],
  ['start', ['pods'], 'npm start'],
  ['pdf', ['--foo'], 'npm run pdf'],
  ['pdf', ['--dossier'], 'npm run pdf'],
  ['slides', ['--foo'], 'npm run slides'],
  ['doctor', ['--foo'], 'npm run doctor'],
])('%s %j is a wrong use: said in French, with the usage, before anything is done', async (script, args, command) => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [`scripts/${script}.ts`, ...args], {
    reject: false,
    timeout: 60_000,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(`Usage\u00A0: ${command}`);
  expect(stderr).not.toMatch(/Unknown|argument|leçon ne s’appelle|at file:/);
});
