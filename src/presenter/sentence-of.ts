import { ToolError } from '../machine/tool-error.ts';
import { StepFailure } from '../session/step-failure.ts';

/** @returns what a class is told of an error, French: neither the command that failed, nor what only we understand */
export function sentenceOf(error: unknown): string {
  if (error instanceof ToolError) return [error.what, error.why].filter(Boolean).join(' ');
  return error instanceof StepFailure ? error.message : 'défaut du programme : le terminal dit lequel';
}
