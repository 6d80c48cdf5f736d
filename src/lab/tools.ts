import type { Exec } from '../machine/exec.ts';
import { explain } from '../machine/explain.ts';
import { settled } from '../machine/settled.ts';
import { ToolError } from '../machine/tool-error.ts';

/** How each program that lessons call says its version. */
const ASK: Readonly<Record<string, readonly string[]>> = {
  bash: ['--version'],
  docker: ['version', '--format', '{{.Server.Version}}'],
  kind: ['version'],
  kubectl: ['version', '--client'],
  helm: ['version', '--short'],
  kustomize: ['version'],
  argocd: ['version', '--client', '--short'],
};

/**
 * @param name a program of the table, or one that knows `--version`
 * @returns the first version number that it prints, as `4.3.1`
 * @throws ToolError when it is not there or does not answer
 */
export async function versionOf(name: string, exec: Exec): Promise<string> {
  const result = await exec(name, Object.hasOwn(ASK, name) ? (ASK[name] ?? []) : ['--version'], { timeout: 10_000 });
  const found = /\d+\.\d+(\.\d+)?/.exec(result.stdout)?.[0];
  if (result.ok && found !== undefined) return found;
  throw explain(
    `${name} ne répond pas.`,
    result,
    `Vérifiez que « ${name} » est installé et sur le PATH, puis relancez.`,
  );
}

/**
 * @param wanted programs by name, with the version that the course is written for (course/supplies.ts)
 * @returns the versions found, bash's among them
 * @throws ToolError for one that lacks, or whose minor version is another: what it prints may differ
 */
export async function versionsOf(
  wanted: Readonly<Record<string, string>>,
  exec: Exec,
): Promise<Record<string, string>> {
  const names = ['bash', ...Object.keys(wanted)];
  const found = await settled(names.map(async (name) => [name, await versionOf(name, exec)] as const));
  for (const [name, version] of found) {
    const asked = wanted[name];
    if (asked === undefined || minorOf(asked) === minorOf(version)) continue;
    throw new ToolError(`${name} ${version} est installé, le cours est écrit pour ${asked}.`, {
      why: 'Ce qu’un programme affiche change d’une version à l’autre, et les sorties publiées sont les siennes.',
      fix: `Installez ${name} ${minorOf(asked)}, ou changez sa version dans content/cours.yaml et prouvez à nouveau.`,
    });
  }
  return Object.fromEntries(found);
}

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');
