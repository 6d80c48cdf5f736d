// Runs under whatever Node the machine has (≥ 20), with nothing installed: built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
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
 * @param {{ reading?: boolean }} options `reading`: only what reading the course needs is installed where nothing is
 */
export function runUnderOwnNode(script, args, { reading = false } = {}) {
  if (!isInstalled(reading)) {
    const ci = ['ci', ...(reading ? ['--omit=dev'] : [])];
    console.error(`Installation des dépendances (npm ${ci.join(' ')})…`);
    const { status } = spawnSync(npm, [...ci, '--no-audit', '--no-fund', '--loglevel=error'], {
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

/** @param {boolean} reading whether what only developers need may be missing */
function isInstalled(reading) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false;
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return reading || Object.keys(devDependencies).every((name) => existsSync(join(root, 'node_modules', name)));
}
