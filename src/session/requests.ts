/**
 * What the session has its bash do, as text on bash's own stdin: bash reads it as it reads what a reader types, so that
 * no loop, function or sourced file of ours stands around a snippet. Nothing stays in the shell between two snippets:
 * names that begin with `__orchestre` are gone before the next request.
 *
 * Every command is `\builtin x`: quoted for the author's aliases, `builtin` for his functions. A request is one line or
 * one group, since bash reads it whole before it runs it.
 */

import { quoted } from '../machine/quoted.ts';
import { isTraced } from './self-regard.ts';

/** fd of the answers, and of the output's pipe; closed for every snippet. What it does to its streams ends with it. */
const ANSWERS = 250;
const OUTPUT = 252;
const STREAMS = `</dev/null >&${OUTPUT} 2>&${OUTPUT} ${ANSWERS}>&- ${OUTPUT}>&-`;

/** bash names a line of its stdin in its messages: from here on, no `bash -c` of an author's reaches such numbers. */
const FIRST_LINE = 1000;

/**
 * Starts the session's bash between its control (stdin, stdout) and its output (stderr), on any machine. A real pipe lies
 * between its streams and ours, because Node's own are sockets, on which /dev/stdout cannot be opened.
 * `$1`: where it works; `$2`: its HOME; `$3`: a folder for its scripts, or empty for one of its own.
 */
export const LAUNCHER = String.raw`mkdir -p -- "$1" "$2" && cd -- "$1" || exit 125
for fd in /dev/fd/*; do case ${'$'}{fd##*/} in 0 | 1 | 2) ;; *) eval "exec ${'$'}{fd##*/}>&-" ;; esac; done
dir=$3; [ -n "$dir" ] || dir=$(mktemp -d) || exit 125
exec 3>&1
printf 'dossier %s\nlanceur %s\n' "$dir" "$$"
{ bash --noprofile --norc 2>&1; printf 'mort %s\n' "$?" >&3; } 2>/dev/null | { printf 'sortie %s\n' "$BASHPID" >&3; exec cat >&2 3>&-; }`;

/** The first request. Answers `pret PID PARENT`. */
export const PRELUDE = `${'\n'.repeat(FIRST_LINE)}exec ${ANSWERS}>&3 3>&- ${OUTPUT}>&1
{ unset OLDPWD; SHLVL=1; shopt -s expand_aliases; builtin printf 'pret %s %s\\n' "$$" "$PPID" >&${ANSWERS}; }
${answer(`"$SHELLOPTS" "$BASHOPTS"`)}
`;

/** Asks for nothing but an answer. */
export const NOTHING = `${answer('')}\n`;

export interface UnitRequest {
  readonly code: string;
  /** The line of the lesson that it begins on. */
  readonly line: number;
  /** `$?` as it sees it. */
  readonly status: number;
  /** Ends the output of the unit. */
  readonly mark: string;
  /** Path of the shell's script file. */
  readonly file: string;
  /** A failing command ends it. Otherwise nothing of ours is in sight of the snippet, and bash goes on. */
  readonly trapped: boolean;
  readonly strict: boolean;
  /** Leaves nothing in the shell. */
  readonly subshell: boolean;
  /** Value of the variable by which a process is known to be this snippet's. */
  readonly snippet: string;
}

/** Runs a unit. Answers `etat STATUS LINE`, where it lived to tell, then `fin STATUS`. */
export function unitRequest(unit: UnitRequest): string {
  const { code, status, mark, file, trapped, subshell } = unit;
  const run = trapped ? `\\builtin source ${quoted(file)}` : evaluated(code);
  const state = `{ __orchestre_s=\${__orchestre_s-$?}; \\builtin set +xv; \\builtin printf 'etat %s %s\\n' "\${__orchestre_c:-$__orchestre_s}" "\${__orchestre_l:-0}" >&${ANSWERS}; \\builtin unset __orchestre_s __orchestre_c __orchestre_l __orchestre_x; } 2>/dev/null`;
  const end = `{ \\builtin printf 'fin\\n' >&${ANSWERS}; \\builtin printf %s ${quoted(mark)} >&${OUTPUT}; } 2>/dev/null`;
  const before = `\\builtin export ORCHESTRE_EXTRAIT=${quoted(unit.snippet)}
${trapped ? `${written(file, code, unit.line)}\n\\builtin trap ${quoted(trapOf({ strict: unit.strict, level: subshell ? 1 : 0 }))} ERR\n\\builtin set -E\n` : ''}${status === 0 ? '\\builtin :' : `(\\builtin exit ${status})`}\n`;
  if (!subshell) return `${before}{ ${run} ${STREAMS}\n${state}\n${end}; }\n`;
  return `${before}{ ( ${run} ${STREAMS}\n${state} ) </dev/null\n{ \\builtin printf 'fin %s\\n' "$?" >&${ANSWERS}; \\builtin printf %s ${quoted(mark)} >&${OUTPUT}; } 2>/dev/null; }\n`;
}

/**
 * `source … || x` and `set -e` both fail here: the first disables ERR inside, the second ends the shell. So the trap
 * itself returns from the sourced file; its first call, the innermost, knows the line, and it fires again for each caller.
 * Not in a subshell, whose status something may swallow: bash goes on there.
 */
function trapOf({ strict, level: at }: { strict: boolean; level: number }): string {
  const level = strict ? '' : ` && BASH_SUBSHELL == ${at}`;
  return `__orchestre_x=$?; if (( \${#BASH_SOURCE[@]}${level} )); then [[ \${__orchestre_l-} ]] || __orchestre_l=$LINENO; __orchestre_c=$__orchestre_x; \\builtin set +e; \\builtin return "$__orchestre_x"; fi`;
}

/** Options, traps and streams as they were. Answers the processes that are left, then `fin SHELLOPTS BASHOPTS`. */
export const END = `{ \\builtin set +xvenu; } 2>/dev/null
{ \\builtin trap - ERR DEBUG RETURN; \\builtin set +E; \\builtin jobs -pr >&${ANSWERS}; } 2>/dev/null
${answer('"$SHELLOPTS" "$BASHOPTS"')}
`;

/** Sets options back. */
export function restoreRequest(commands: readonly string[]): string {
  return `{ ${commands.map((command) => `\\builtin ${command}; `).join('')}} 2>/dev/null\n${answer('')}\n`;
}

/** Writes a file where the shell stands. Answers `fin STATUS`; what bash says of a failure is output. */
export function fileRequest(name: string, content: string, mark: string): string {
  const at = name.lastIndexOf('/');
  const folder = at > 0 ? `\\builtin command -p mkdir -p -- ${quoted(name.slice(0, at))} && ` : '';
  return `{ ${folder}\\builtin printf '%s\\n' ${quoted(content)} >|${quoted(name)}
\\builtin printf 'fin %s\\n' "$?" >&${ANSWERS}; \\builtin printf %s ${quoted(mark)} >&${OUTPUT}; }\n`;
}

/** Asks where the shell stands. Answers its path, then `fin`. */
export const WHERE = `{ \\builtin printf '%s\\n' "$PWD" >&${ANSWERS}; } 2>/dev/null\n${answer('')}\n`;

/** What a background snippet needs: paths of its script, of the fifo of its output, of the file for its end. */
export interface BackgroundRequest extends Pick<UnitRequest, 'code' | 'line' | 'snippet' | 'trapped'> {
  readonly file: string;
  readonly fifo: string;
  readonly ended: string;
}

/** Makes the fifo. */
export function fifoRequest(fifo: string): string {
  return `\\builtin command -p mkfifo -- ${quoted(fifo)}\n${answer('"$?"')}\n`;
}

/**
 * Starts it, in a process group of its own and in no list of jobs. Answers `fin GROUP`. Its fifo must be read already.
 */
export function startRequest({ code, line, snippet, file, fifo, ended, trapped }: BackgroundRequest): string {
  const run = trapped
    ? `\\builtin trap ${quoted(trapOf({ strict: false, level: 2 }))} ERR; \\builtin set -E; \\builtin source ${quoted(file)}`
    : evaluated(code);
  // The outer shell outlives an `exit`, and keeps what bash says of a killed child out of the output.
  return `\\builtin export ORCHESTRE_EXTRAIT=${quoted(snippet)}
${written(file, code, line)}
\\builtin set -m
( \\builtin set +m; ( ${run}
__orchestre_s=\${__orchestre_s-$?}; \\builtin printf '%s %s\\n' "\${__orchestre_c:-$__orchestre_s}" "\${__orchestre_l:-0}" >|${quoted(`${ended}.su`)} ) >${quoted(fifo)} 2>&1
__orchestre_s=$?; if [[ -e ${quoted(`${ended}.su`)} ]]; then __orchestre_s=$(<${quoted(`${ended}.su`)}); else __orchestre_s+=' 0'; fi
\\builtin printf '%s\\n' "$__orchestre_s" >|${quoted(ended)} ) </dev/null >/dev/null 2>&1 ${ANSWERS}>&- ${OUTPUT}>&- &
\\builtin printf '%s\\n' "$!" >&${ANSWERS}
\\builtin disown; \\builtin set +m
${answer('')}\n`;
}

/**
 * Kills a shell on another machine with all that it started and did not give a session of its own, and removes its
 * folder; for any `sh` there. A shell that leads no session is killed alone: who shares its session is not known to be its.
 * Twice: what a process starts while it is being found is found then.
 * @param pids the launcher's first
 */
export function deathRequest(pids: readonly number[], dir: string): string {
  const [leader] = pids;
  return `exec 2>/dev/null
kill -KILL ${pids.join(' ')}
for round in 1 2; do
  for each in /proc/[0-9]*; do
    read -r stat <"$each/stat" || continue
    set -- \${stat##*) }
    [ "$4" = ${leader} ] && kill -KILL "\${each##*/}"
  done
done
rm -rf -- ${quoted(dir)}`;
}

/** Asks how a background snippet ended. Answers `STATUS LINE`, or nothing where it did not; then `fin`. */
export function endedRequest(ended: string): string {
  return `{ [[ -s ${quoted(ended)} ]] && \\builtin printf '%s\\n' "$(<${quoted(ended)})" >&${ANSWERS}; } 2>/dev/null\n${answer('')}\n`;
}

/** Sends a signal to a process group. Answers `fin 0` where something got it. */
export function signalRequest(group: number, signal: string): string {
  return `{ \\builtin kill -${signal} -- ${group}; } 2>/dev/null\n${answer('"$?"')}\n`;
}

/**
 * `eval` itself must not fail: an ERR trap of the author's would see a failure twice. A trace shows one `+` more for each
 * command in an `eval`, so that code which is traced stands for itself.
 */
function evaluated(code: string): string {
  if (isTraced(code)) return `{ ${code}\n}`;
  return `\\builtin eval ${quoted(`${code}\n{ __orchestre_s=$?; } 2>/dev/null`)}`;
}

function answer(words: string): string {
  const format = words === '' ? 'fin' : `fin${' %s'.repeat(words.split(' ').length)}`;
  return `{ \\builtin printf '${format}\\n' ${words} >&${ANSWERS}; } 2>/dev/null`;
}

/** A script whose lines have the numbers that they have in the lesson, so that bash names the author's line. */
function written(file: string, code: string, line: number): string {
  const padding = line > 1 ? `\\builtin printf '%.0s\\n' {1..${line - 1}}; ` : '';
  return `{ ${padding}\\builtin printf '%s\\n' ${quoted(code)}; } >|${quoted(file)}`;
}
