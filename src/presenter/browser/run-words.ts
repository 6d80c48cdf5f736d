import { counted, frenchDuration } from '../../typography/french.ts';
import type { Differing } from '../protocol.ts';
import { counter } from './counter.ts';
import type { LiveRun } from './live-state.ts';

/** What the foot of a snippet says of its live run; colour is never the only sign. */
export interface RunWords {
  readonly state: 'running' | 'background' | 'stopped' | 'same' | 'different' | 'failed';
  readonly glyph: string;
  readonly text: string;
}

const NBSP = '\u00A0';
/** Characters of an author's or a command's text that a foot has room for. */
const ROOM = 60;

/**
 * @param active it runs now; `held`: it was run and held, what has not ended is in the background
 * @param check an exercise's check, which says itself how it went
 */
export function runWords(
  run: LiveRun,
  { now, active, held, check }: { now: number; active: boolean; held: boolean; check: boolean },
): RunWords {
  const { ended, attempt, waiting } = run;
  if (ended === undefined) {
    const took = counter(now - run.startedAt);
    if (!active && held) return { state: 'background', glyph: '▶', text: live('en arrière-plan', took) };
    if (!active) return { state: 'stopped', glyph: '■', text: live('interrompu') };
    const wait = waiting === undefined ? [] : [`attend ${waiting.text}, ${counter(now - waiting.sinceMs)}`];
    const tries = attempt > 1 ? [`essai${NBSP}${attempt}`] : [];
    return { state: 'running', glyph: '▶', text: live(took, ...tries, ...wait) };
  }
  const took = frenchDuration(ended.ms);
  if (check) {
    return ended.exitCode === 0
      ? { state: 'same', glyph: '✓', text: live(took, 'réussi') }
      : { state: 'different', glyph: '○', text: live(took, 'pas encore réussi') };
  }
  if (ended.verdict === 'same') return { state: 'same', glyph: '✓', text: live(took, 'comme dans l’enregistrement') };
  if (ended.verdict === 'different') {
    const where = differenceWords(ended.differing ?? []);
    const text = live(took, `différent de l’enregistrement${where}`);
    return { state: 'different', glyph: '≠', text };
  }
  const line = ended.line === undefined ? '' : ` ligne${NBSP}${ended.line}`;
  // What follows the arrow is advice for the lesson's author.
  const why = /^.*?(?= → |$)/m.exec(ended.message ?? '')?.[0] ?? '';
  return { state: 'failed', glyph: '✗', text: live(`échec${line}${why === '' ? '' : `${NBSP}: ${why}`}`) };
}

const live = (...parts: string[]): string => ['en direct', ...parts].join(' · ');

function differenceWords(differing: readonly Differing[]): string {
  const [first, ...others] = differing;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : ` (et ${counted(others.length, 'autre')})`;
  if (first.expected === '') return `${NBSP}: ${first.reason}${more}`;
  const place = first.column === undefined ? '' : `${first.column}, `;
  return `${NBSP}: ${place}«${NBSP}${shortened(first.expected)}${NBSP}» attendu${more}`;
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= ROOM ? line : `${line.slice(0, ROOM - 1)}…`;
}
