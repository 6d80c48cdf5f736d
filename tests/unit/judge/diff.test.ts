import { describe, expect, test } from 'vitest';
import { describeDifference } from '../../../src/judge/explain/diff.ts';
import { like } from '../../../src/judge/accept/like.ts';
import { french, text } from './text.ts';

const refused = (expected: string, actual: string) => {
  const result = like(expected, actual);
  if (result.ok) throw new Error('accepted');
  return { diff: result.diff, said: result.differences.map(describeDifference) };
};

const PODS = text`
  NAME                      READY   STATUS    RESTARTS   AGE
  whoami-6df8c6547f-fl648   1/1     Running   0          7s
  whoami-6df8c6547f-gqjrz   1/1     Running   0          7s
  whoami-6df8c6547f-n9z6z   1/1     Running   0          7s
`;

describe('what a refusal says', () => {
  test('three Running against one CrashLoopBackOff: the row, its cells, and why each may not differ', () => {
    const actual = PODS.replace('1/1     Running   0          7s', '0/1     CrashLoopBackOff   2 (3s ago)   17s');
    const { diff, said } = refused(PODS, actual);
    expect(said).toEqual([
      french('ligne 4, colonne READY : attendu « 1/1 », obtenu « 0/1 » — valeur stable'),
      french('ligne 4, colonne STATUS : attendu « Running », obtenu « CrashLoopBackOff » — valeur stable'),
      french('ligne 4, colonne RESTARTS : attendu « 0 », obtenu « 2 (3s ago) » — valeur stable'),
    ]);
    expect(diff.split('\n').slice(0, 6)).toEqual([
      '  NAME                      READY   STATUS             RESTARTS     AGE',
      '  whoami-6df8c6547f-gqjrz   1/1     Running            0            7s',
      '  whoami-6df8c6547f-n9z6z   1/1     Running            0            7s',
      '- whoami-6df8c6547f-n9z6z   1/1     Running            0            7s',
      '+ whoami-6df8c6547f-fl648   0/1     CrashLoopBackOff   2 (3s ago)   17s',
      '                            ^^^     ^^^^^^^^^^^^^^^^   ^^^^^^^^^^',
    ]);
  });

  test.each([
    ['AGE', 'a   12s', 'a   <unknown>', 'attendu « 12s », obtenu « <unknown> » — ce n’est pas une durée'],
    ['AGE', 'a   <unknown>', 'a   12s', 'obtenu « 12s » — valeur stable, et non une durée'],
    ['AGE', 'a   12s', 'a   10.0.0.1', 'obtenu « 10.0.0.1 » — c’est une adresse IPv4, et non une durée'],
    ['NAME', 'pi-c5l26   1', 'pa-c5l26   1', '— seul peut changer « c5l26 » (un suffixe aléatoire)'],
    ['NAME', 'p…i-c5l26   1', 'a-c5l26   1', '— seuls peuvent changer « c5l26 » (un suffixe aléatoire) et « … »'],
  ])('why %s may not be so', (column, expected, actual, reason) => {
    const { said } = refused(`NAME   AGE\n${expected}`, `NAME   AGE\n${actual}`);
    expect(said).toEqual([expect.stringContaining(french(`ligne 2, colonne ${column} : `))]);
    expect(said[0]).toContain(french(reason));
  });

  test('other columns', () => {
    expect(refused(PODS, PODS.replace('AGE', 'IP ')).said).toEqual([
      french('ligne 1 : colonnes différentes : sans AGE, avec IP en plus'),
    ]);
  });

  test('a row that is missing, a line that is too many', () => {
    const lines = PODS.split('\n');
    expect(refused(PODS, lines.toSpliced(2, 1).join('\n')).said).toEqual([
      expect.stringMatching(
        /^ligne 4\u00a0: attendu «\u00a0whoami-.*\u00a0», obtenu rien — ligne absente de la sortie\u00a0: 3 semblables attendues, 2 obtenues$/,
      ),
    ]);
    expect(refused('a\nc', 'a\nb\nc')).toEqual({
      diff: '  a\n+ b\n    ↳ ligne de trop dans la sortie\n  c',
      said: [french('attendu rien, obtenu « b » — ligne de trop dans la sortie')],
    });
  });

  test('the words of a line, with the lines around them', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `ligne ${'abcdefghi'[index] ?? ''}`);
    expect(refused(lines.join('\n'), lines.join('\n').replace('ligne e', 'ligne z')).diff.split('\n')).toEqual([
      '  ⋮ 1 ligne conforme',
      ...['b', 'c', 'd'].map((letter) => `  ligne ${letter}`),
      '- ligne e',
      '+ ligne z',
      '        ^',
      french('    ↳ ligne 5 : attendu « e », obtenu « z » — texte stable'),
      ...['f', 'g', 'h'].map((letter) => `  ligne ${letter}`),
      '  ⋮ 1 ligne conforme',
      french('  → une valeur stable est la même à chaque exécution ; à la place de ce qui peut changer, écrivez « … »'),
    ]);
  });

  test('rows in another order, text for a table', () => {
    expect(refused('NAME   AGE\na      1s\nb      1s', 'NAME   AGE\nb      2s\na      1s').diff.split('\n')).toEqual([
      '  NAME   AGE',
      '- a      1s',
      french('    ↳ ligne ailleurs dans la sortie : son nom est stable, l’ordre compte'),
      '  b      2s',
      '+ a      1s',
      '    ↳ ligne de trop dans la sortie',
    ]);
    expect(refused(PODS, 'No resources found').diff).toContain('tableau absent de la sortie');
  });

  test('a line that may end the table, where less differs', () => {
    const { said } = refused(`${PODS}prêt …`, `${PODS.replace('Running', 'Pending')}prêt en 12s`);
    expect(said).toEqual([french('ligne 4, colonne STATUS : attendu « Running », obtenu « Pending » — valeur stable')]);
  });

  test('a long run of what is too many is cut', () => {
    const { diff } = refused('a', `a\n${'x\n'.repeat(100)}`);
    expect(diff.split('\n')).toHaveLength(1 + 20 + 1 + 1);
    expect(diff).toContain('⋮ 80 lignes de plus en trop');
  });
});
