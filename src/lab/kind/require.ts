import type { Exec } from '../../machine/exec.ts';
import { execWith } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { settled } from '../../machine/settled.ts';
import { ToolError } from '../../machine/tool-error.ts';
import type { ClusterSettings } from './types.ts';

export interface RequireOptions {
  readonly exec?: Exec;
  readonly signal?: AbortSignal;
}

/** The versions found, as `28.2.2`, `0.33.0`, `1.37.0`, `5.2`. */
export interface ToolVersions {
  readonly docker: string;
  readonly kind: string;
  readonly kubectl: string;
  readonly bash: string;
}

/**
 * Makes sure that a cluster of these settings can be made and used here.
 * @throws ToolError for the first tool that lacks, does not answer, or is of a version that will not do
 */
export async function requireTools(
  settings: Pick<ClusterSettings, 'image' | 'kindVersion'>,
  { exec = execWith(process.env), ...options }: RequireOptions = {},
): Promise<ToolVersions> {
  // Of several that fail, the first one is told.
  const [docker, kind, kubectl, bash] = await settled([
    dockerVersion(exec, options),
    kindVersion(exec, { ...options, wanted: settings.kindVersion }),
    kubectlVersion(exec, { ...options, image: settings.image }),
    bashVersion(exec, options),
  ]);
  return { docker, kind, kubectl, bash };
}

interface AskOptions {
  readonly signal?: AbortSignal;
}

/** @throws ToolError when Docker lacks or its engine does not answer */
export async function dockerVersion(exec: Exec, options: AskOptions = {}): Promise<string> {
  const result = await exec('docker', ['version', '--format', '{{.Server.Version}}'], { ...options, timeout: 10_000 });
  if (!result.ok)
    throw explain('Docker ne répond pas.', result, 'Vérifiez que « docker version » répond, puis relancez.');
  return result.stdout.trim();
}

/** @throws ToolError when kind lacks or is of another version */
export async function kindVersion(exec: Exec, options: AskOptions & { readonly wanted: string }): Promise<string> {
  const { wanted, ...rest } = options;
  const result = await exec('kind', ['version'], rest);
  if (!result.ok) throw explain('kind ne répond pas.', result);
  const found = /v(\d+\.\d+\.\d+\S*)/.exec(result.stdout)?.[1] ?? result.stdout.trim();
  if (found !== wanted) {
    throw new ToolError(`kind ${found} est installé, le cours demande ${wanted}.`, {
      why: 'Les sorties publiées sont celles de cette version, et chaque image de nœud est faite pour une version de kind.',
      fix: `Installez-la : « go install sigs.k8s.io/kind@v${wanted} » ou https://github.com/kubernetes-sigs/kind/releases/tag/v${wanted}.`,
    });
  }
  return found;
}

/** @throws ToolError when kubectl lacks or is more than one minor version away from the node image's */
export async function kubectlVersion(exec: Exec, options: AskOptions & { readonly image: string }): Promise<string> {
  const { image, ...rest } = options;
  const result = await exec('kubectl', ['version', '--client', '--output=json'], rest);
  if (!result.ok) throw explain('kubectl ne répond pas.', result);
  const { gitVersion } = (JSON.parse(result.stdout) as { clientVersion: { gitVersion: string } }).clientVersion;
  const [found, wanted] = [minorOf(gitVersion), minorOf(image)];
  if (found !== undefined && wanted !== undefined && Math.abs(found - wanted) > 1) {
    throw new ToolError(`kubectl ${gitVersion} est installé, le cluster sera en 1.${wanted}.`, {
      why: 'kubectl n’est garanti qu’à une version mineure près (https://kubernetes.io/releases/version-skew-policy/).',
      fix: `Installez kubectl 1.${wanted} (https://kubernetes.io/docs/tasks/tools/).`,
    });
  }
  return gitVersion.replace(/^v/, '');
}

/** @throws ToolError when the bash of the PATH is older than 5 (macOS ships 3.2) */
export async function bashVersion(exec: Exec, options: AskOptions = {}): Promise<string> {
  const result = await exec('bash', ['--version'], options);
  if (!result.ok) throw explain('bash ne répond pas.', result);
  const found = /version (\d+)\.(\d+)/.exec(result.stdout);
  if (Number(found?.[1] ?? 0) < 5) {
    throw new ToolError(`bash ${found?.[1]}.${found?.[2]} est trop ancien.`, {
      why: 'Les leçons sont exécutées par bash 5 ou plus récent.',
      fix: 'Installez bash 5 (sur macOS : brew install bash) et mettez-le en tête du PATH.',
    });
  }
  return `${found?.[1]}.${found?.[2]}`;
}

/** The 37 of `v1.37.0` and of `kindest/node:v1.37.0`. */
function minorOf(version: string): number | undefined {
  const minor = /v1\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
