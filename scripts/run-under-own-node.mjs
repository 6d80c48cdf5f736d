// Runs under whatever Node the machine has (≥ 20), with nothing installed: built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const shell = process.platform === 'win32';

/**
 * Installs what package-lock.json names, unless that is there already, then runs one npm script of the project: npm puts
 * the project's own Node first on the PATH.
 * @param {string} script name of the npm script
 * @param {string[]} args what it gets
 */
export function runUnderOwnNode(script, args) {
  if (!isInstalled()) {
    console.error('Installation des dépendances (npm ci)…');
    const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell,
    });
    if (status !== 0) {
      console.error('npm ci a échoué : vérifiez l’accès au registre npm, puis relancez la même commande.');
      process.exit(2);
    }
  }
  const child = spawn(npm, ['run', '--silent', script, '--', ...args], { cwd: root, stdio: 'inherit', shell });
  // The child gets the terminal's Ctrl-C by itself; a signal sent to this process alone has to be handed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}
