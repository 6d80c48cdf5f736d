import { expect, test } from 'vitest';
import { variableEvents } from '../../../../src/check/shell/variables.ts';

/** `r` read, `w` written for good, `(w)` written and lost, `x` exported. */
function told(code: string): string {
  return variableEvents(code)
    .map(({ kind, name, lasting, exported }) => {
      if (kind === 'read') return `r ${name}`;
      return `${exported ? 'x' : lasting ? 'w' : '(w)'} ${name}`;
    })
    .join(', ');
}

test.each([
  ['n=1', 'w n'],
  ['n=$((n+1))', 'r n, w n'],
  ['n+=x', 'r n, w n'],
  ['((n++))', 'r n, w n'],
  ['((n = m + 1))', 'r m, w n'],
  ['((n += 2))', 'r n, w n'],
  ['let n=n+1', 'r n, w n'],
  ['let n++', 'r n, w n'],
  ['a[i]=1', 'r a, w a'],
  ['echo "$a ${b:-c} ${#d}"', 'r a, r b, r d'],
  ["echo '$a'", ''],
  ['cat <<FIN\n$a\nFIN', 'r a'],
  ["cat <<'FIN'\n$a\nFIN", ''],
  ['for x in $y; do echo "$x"; done', 'r y, w x, r x'],
  ['export A=$b', 'r b, x A'],
  ['export A', 'x A'],
  ['read -r ligne', 'w ligne'],
  ['mapfile -t lignes', 'w lignes'],
  ['printf -v texte %s a', 'w texte'],
  ['unset a', 'w a'],
  ['A=1 programme', '(w) A'],
  ['(a=1)', '(w) a'],
  ['ls | while read l; do n=1; done', '(w) l, (w) n'],
  ['x=$(y=1; echo $y)', '(w) y, r y, w x'],
  ['f() { local v=1; echo $v; }', ''],
  ['echo $1 $@ $? $#', ''],
  ['[[ $a == b ]]', 'r a'],
])('%j: %s', (code, events) => {
  expect(told(code)).toBe(events);
});
