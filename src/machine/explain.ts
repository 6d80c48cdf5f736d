import type { ExecResult } from './exec.ts';
import { ToolError } from './tool-error.ts';

interface Cause {
  readonly seen: RegExp;
  readonly why: string;
  readonly fix: string;
}

/** How to get each program that is not on the PATH. */
const INSTALL: Readonly<Record<string, string>> = {
  docker: 'Installez Docker (https://docs.docker.com/engine/install/), puis relancez.',
  kind: 'Installez kind (https://kind.sigs.k8s.io/docs/user/quick-start/#installation), puis relancez.',
  kubectl: 'Installez kubectl (https://kubernetes.io/docs/tasks/tools/), puis relancez.',
  bash: 'Installez bash 5 (sur macOS : brew install bash), puis relancez.',
};

/** What docker and kind print for the troubles that have a name; the first that is seen wins. */
const CAUSES: readonly Cause[] = [
  {
    seen: /no space left on device|ENOSPC|disk quota exceeded/i,
    why: 'Le disque est plein.',
    fix: 'Faites de la place (« npm run doctor -- --clean », puis « docker system prune »), puis relancez.',
  },
  {
    seen: /cannot connect to the docker daemon|is the docker daemon running|docker daemon is not running|error during connect|failed to connect to the docker api/i,
    why: 'Docker est installé, mais son moteur ne répond pas.',
    fix: 'Démarrez Docker (« sudo systemctl start docker », ou Docker Desktop), puis relancez.',
  },
  {
    seen: /permission denied.*docker(\.sock| daemon| API)/i,
    why: 'Votre compte n’a pas le droit de parler à Docker.',
    fix: 'Ajoutez-le au groupe docker (« sudo usermod -aG docker $USER »), rouvrez votre session, puis relancez.',
  },
  {
    seen: /failed to pull image|manifest unknown|manifest for .* not found/i,
    why: 'L’image du nœud n’existe pas sous ce nom, ou son registre ne répond pas.',
    fix: 'Vérifiez « versions.noeud » dans content/cours.yaml, puis essayez « docker pull » avec ce nom.',
  },
  {
    seen: /too many open files|inotify/i,
    why: 'Le système est à court de fichiers surveillés (inotify).',
    fix: 'Voyez https://kind.sigs.k8s.io/docs/user/known-issues/#pod-errors-due-to-too-many-open-files.',
  },
];

/**
 * Makes an error of a failed command: its cause is recognised from what it printed.
 * @param fix what to do where the cause is unknown
 */
export function explain(
  what: string,
  result: ExecResult,
  fix = 'Lancez « npm run doctor » pour en savoir plus.',
): ToolError {
  if (result.missing) {
    const program = result.command.split(' ')[0] ?? '';
    return new ToolError(what, { why: `${program} est introuvable sur le PATH.`, fix: INSTALL[program] ?? fix });
  }
  if (result.timedOut) return new ToolError(what, { why: 'Le délai est dépassé.', fix, result });
  const cause = CAUSES.find(({ seen }) => seen.test(result.output));
  return new ToolError(what, cause ? { why: cause.why, fix: cause.fix, result } : { fix, result });
}
