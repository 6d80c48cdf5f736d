import { differingIn } from '../judge/differing.ts';
import { LessonJudge, type Verdict } from '../judge/judge.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { BoundedText } from './bounded-text.ts';
import type { BridgeEvent } from './protocol.ts';

type Ended = Extract<BridgeEvent, { type: 'ended' }>;

/** @returns what a slide is told of a step that came to its end and was judged */
export function endedEvent(
  lesson: Lesson,
  step: Step,
  { outcome, verdict }: { outcome: Outcome; verdict: Verdict },
): Ended {
  const { exitCode, output, tookMs, commands } = outcome;
  const whole = bounded(output);
  const told = {
    type: 'ended' as const,
    snippet: step.id,
    ms: tookMs,
    exitCode,
    output: whole,
    commands: whole === output ? commands : [],
  };
  if (verdict.ok) return { ...told, verdict: 'same' };
  const ended = !step.mustFail && exitCode === step.snippet.attributes.exit;
  const line = lineWithin(step, verdict.line);
  return {
    ...told,
    verdict: ended ? 'different' : 'failed',
    message: verdict.message,
    ...(ended ? { differing: differingIn(new LessonJudge(lesson), step, whole) } : line === undefined ? {} : { line }),
  };
}

/**
 * @param printed until then, bounded already
 * @returns what a slide is told of a step that did not come to its end
 */
export function brokenEvent(
  step: Step,
  { ms, printed, message, line }: { ms: number; printed: string; message: string; line?: number },
): Ended {
  const at = line === undefined ? undefined : lineWithin(step, line);
  return {
    type: 'ended',
    snippet: step.id,
    ms,
    verdict: 'failed',
    output: printed,
    commands: [],
    message,
    ...(at === undefined ? {} : { line: at }),
  };
}

/** A line of the lesson as one of the snippet's own code, from 1. */
function lineWithin({ snippet }: Step, line: number): number | undefined {
  const within = line - snippet.position.line;
  return within >= 1 && within <= snippet.code.split('\n').length ? within : undefined;
}

function bounded(output: string): string {
  const text = new BoundedText();
  text.push(output);
  return text.toString();
}
