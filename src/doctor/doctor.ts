import { statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import type { Exec } from '../machine/exec.ts';
import { execWith } from '../machine/exec.ts';
import type { ProcOptions } from '../machine/liveness.ts';
import { isAlive } from '../machine/liveness.ts';
import type { RunRecord } from '../ledger/ledger.ts';
import { defaultStateDir, readRecords } from '../ledger/ledger.ts';
import { bashVersion, dockerVersion, kindVersion, kubectlVersion } from '../lab/kind/require.ts';
import { ToolError } from '../machine/tool-error.ts';
import type { ClusterSettings } from '../lab/kind/types.ts';

/** One thing that the machine needs, and what was found of it. Texts are French. */
export interface Check {
  readonly name: string;
  /** Only `lacking` keeps lessons from being proven. */
  readonly state: 'present' | 'warning' | 'lacking';
  readonly found: string;
  /** What to type. */
  readonly fix?: string;
}

export interface DoctorOptions extends ProcOptions {
  /** The checkout: its disk is looked at. */
  readonly root: string;
  readonly settings: Pick<ClusterSettings, 'image' | 'kindVersion'>;
  readonly stateDir?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly exec?: Exec;
  readonly nodeVersion?: string;
}

/** A three-node cluster with its images takes about this much of the disk, and a node this much memory. */
const DISK = { lacking: 2, scarce: 10 };
const MEMORY = { lacking: 1, scarce: 3 };

/** Looks at everything that proving a lesson takes; never throws, a trouble is a check like another. */
export async function examine(options: DoctorOptions): Promise<Check[]> {
  const { settings, env = process.env } = options;
  const exec = options.exec ?? execWith(env);
  const answers = await Promise.all([
    toolCheck('bash', () => bashVersion(exec)),
    toolCheck('Docker', () => dockerVersion(exec)),
    toolCheck('kind', () => kindVersion(exec, { wanted: settings.kindVersion })),
    toolCheck('kubectl', () => kubectlVersion(exec, { image: settings.image })),
    imageCheck(exec, settings.image),
    diskCheck(exec, options.root),
  ]);
  const checks = [
    nodeCheck(options.nodeVersion ?? process.versions.node),
    ...answers,
    amountCheck(
      'mémoire',
      freemem(),
      MEMORY,
      'Fermez des programmes ; sous Docker Desktop, accordez-lui plus de mémoire.',
    ),
  ];
  const stateDir = options.stateDir ?? defaultStateDir(env);
  return [...checks, ...(await leftBehind(stateDir, options))];
}

function nodeCheck(version: string): Check {
  if (Number(version.split('.')[0]) >= 24) return { name: 'Node', state: 'present', found: version };
  const fix =
    'Lancez « npm ci » (il apporte Node 24 au projet), puis passez par « npm run … »; sur macOS : brew install node@24.';
  return { name: 'Node', state: 'lacking', found: `${version} est trop ancien, le cours demande 24.`, fix };
}

async function toolCheck(name: string, version: () => Promise<string>): Promise<Check> {
  try {
    return { name, state: 'present', found: await version() };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const found = [error.what, error.why].filter(Boolean).join(' ');
    return { name, state: 'lacking', found, fix: error.fix };
  }
}

async function imageCheck(exec: Exec, image: string): Promise<Check> {
  const result = await exec('docker', ['image', 'inspect', '--format', '{{.Id}}', image], { timeout: 10_000 });
  if (result.ok) return { name: 'image du nœud', state: 'present', found: image };
  const known = /no such image/i.test(result.output);
  if (!known) return { name: 'image du nœud', state: 'warning', found: 'inconnue tant que Docker ne répond pas' };
  const found = `${image} n’est pas encore là ; kind la téléchargera (environ 1 Go).`;
  return { name: 'image du nœud', state: 'warning', found, fix: `docker pull ${image}` };
}

async function diskCheck(exec: Exec, root: string): Promise<Check> {
  const docker = await exec('docker', ['info', '--format', '{{.DockerRootDir}}'], { timeout: 10_000 });
  // Docker Desktop's directory is that of a virtual machine: our own disk stands for it.
  const free = await Promise.any([docker.stdout.trim() || root, root].map(freeBytes)).catch(() => 0);
  return amountCheck('disque', free, DISK, 'docker system prune');
}

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

function amountCheck(name: string, bytes: number, limits: { lacking: number; scarce: number }, fix: string): Check {
  const free = bytes / 1024 ** 3;
  const found = `${free.toLocaleString('fr-FR', { maximumFractionDigits: free < 10 ? 1 : 0 })} Gio libres`;
  if (free >= limits.scarce) return { name, state: 'present', found };
  return { name, state: free < limits.lacking ? 'lacking' : 'warning', found, fix };
}

/** What runs left or are at: dead ones, kept clusters, live ones. */
async function leftBehind(stateDir: string, options: ProcOptions): Promise<Check[]> {
  const records = await readRecords(stateDir);
  if (records.length === 0) return [{ name: 'restes', state: 'present', found: 'aucun' }];
  return Promise.all(records.map((record) => leftCheck(record, options)));
}

async function leftCheck(record: RunRecord, options: ProcOptions): Promise<Check> {
  const clusters = record.clusters.map(({ name }) => name).join(', ') || 'aucun cluster';
  const since = new Date(record.since).toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
  const fix = 'npm run doctor -- --clean';
  if (record.state === 'kept') {
    return { name: 'cluster gardé', state: 'present', found: `${clusters}, depuis le ${since} (${record.root})`, fix };
  }
  if (await isAlive(record, options)) {
    const found = `processus ${record.pid} depuis le ${since} (${record.root}) : ${clusters}`;
    return { name: 'à l’œuvre', state: 'present', found };
  }
  const found = `une vérification du ${since} s’est arrêtée sans ranger (${record.root}) : ${clusters}`;
  return { name: 'restes', state: 'warning', found, fix };
}
