import { parse } from 'unbash';

// Each shows a trap or an option of the shell, or sets one: `trap`, `$-`, `set` without words or with -o, -x, -v,
// `shopt -o`, `declare -p`, the names of sourced files, `caller`.
const LOOKS = [
  /(^|[\s;&|({`])trap(\s|$|[;&|)])/m,
  /\$-|\$\{-|SHELLOPTS|BASH_SOURCE|BASH_LINENO|FUNCNAME|PS4/,
  /(^|[\s;&|({`])set\s*($|[;&|)>])/m,
  /(^|[\s;&|({`])set\s+[^;&|\n]*(-[a-zA-Z]*[xv]|[-+]o\s*($|[;&|)])|xtrace|verbose)/m,
  /(^|[\s;&|({`])shopt\s+-[a-z]*o/m,
  /(^|[\s;&|({`])(declare|typeset)(\s+-[a-zA-Z]*p|\s*($|[;&|)]))/m,
  /(^|[\s;&|({`])(caller|compgen)(\s|$)/m,
];

const TRACES = /(^|[\s;&|({`])set\s+[^;&|\n]*(-[a-zA-Z]*[xv]|xtrace|verbose)/m;

/**
 * Whether code looks at the shell that it runs in. Such code runs with nothing of ours in the shell: a failure is then
 * found at the end of a unit, not within a function.
 */
export function asksAboutShell(code: string): boolean {
  return LOOKS.some((look) => look.test(code));
}

/** Whether code that bash can read turns its own trace on. */
export function isTraced(code: string): boolean {
  return TRACES.test(code) && !parse(code).errors?.length;
}
