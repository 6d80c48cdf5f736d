import type { CommandSpan } from '../judge/outcome.ts';
import type { Snippet } from '../lesson/types.ts';
import type { Proof } from '../proof/types.ts';
import type { ArtefactView } from './artefact-view.ts';
import { checkName } from '../lesson/check-script.ts';
import { exchangesOf, type Exchange } from './exchanges.ts';
import type { LessonView } from './lesson-view.ts';
import { outputView } from './output-view.ts';
import type { RunView } from './run-view.ts';
import type { Box, Part } from './slide-measures.ts';
import type { WaitView } from './wait-view.ts';

/** A snippet as a slide shows it: the question first, its answer with the next key. */
export interface DeckSnippet {
  readonly id: string;
  readonly kind: Snippet['kind'];
  readonly language: string;
  /** The file's name; none for commands. */
  readonly title?: string;
  /** In front of its commands: `$`, `vagrantbox-2 $`. */
  readonly prompt: string;
  /** The text of a file, which stands above the commands. */
  readonly code?: string;
  /** A manifest that is not applied but refused has an output without a command. */
  readonly exchanges: readonly (Partial<Pick<Exchange, 'code'>> & Omit<Exchange, 'code'>)[];
  /** A file that it made, under all that it printed. */
  readonly artefact?: ArtefactView;
  readonly waits: readonly WaitView[];
  readonly run: RunView;
  /** When an exercise's check was run. */
  readonly moment?: string;
  /** The output waits for the next key. */
  readonly asks: boolean;
  /** An exercise's check that printed nothing: its verdict waits instead. */
  readonly verdict: boolean;
  readonly lines: readonly (readonly number[])[];
  /** What it changed in the cluster can be drawn: when it is asked for, or as soon as its slide is shown. */
  readonly cluster?: 'asked' | 'open';
  /** `[milliseconds, lines printed by then]`, where what is shown is all that was printed. */
  readonly timing?: readonly (readonly [number, number])[];
}

/**
 * @param id the snippet's
 * @param after an exercise's check: the run behind the solution
 * @returns what a slide shows of it; nothing for a hidden snippet
 */
export function deckSnippet(view: LessonView, id: string, after = false): DeckSnippet | undefined {
  const found = view.snippets.get(id);
  if (found === undefined) throw new Error(`L’extrait « ${id} » n’existe pas dans ${view.lesson.file}.`);
  const { snippet, title, apply } = found;
  const { kind, language, attributes } = snippet;
  if (attributes.hidden) return undefined;
  const early = found.before !== undefined && !after;
  const run = early ? (found.before ?? found.run) : found.run;
  const proof = view.proof.proofs.get(early ? `${id}/avant` : id);
  const timing = timingOf(proof);
  const artefact = view.artefacts.get(id);
  return {
    id,
    kind,
    language,
    prompt: found.prompt,
    ...(kind === 'command' ? {} : { title, code: snippet.code }),
    exchanges: attributes.check
      ? [{ code: `bash ${checkName(view.lesson, snippet)}`, ...shownOf(run) }]
      : kind === 'command'
        ? commandsOf(snippet.code, proof, run)
        : [{ ...(apply === undefined ? {} : { code: apply }), ...shownOf(run) }].filter(
            (each) => 'code' in each || 'output' in each,
          ),
    ...(artefact === undefined ? {} : { artefact }),
    waits: early ? [] : found.waiting,
    run,
    ...(found.before === undefined ? {} : { moment: early ? 'avant votre travail' : 'une fois le travail fait' }),
    asks: !attributes.shown && (run.output !== undefined || artefact !== undefined),
    verdict: attributes.check && run.output === undefined,
    lines: attributes.lines ?? [],
    ...(view.clusters.has(id) ? { cluster: attributes.clusterMap ? 'open' : 'asked' } : {}),
    ...(timing === undefined ? {} : { timing }),
  };
}

const shownOf = ({ output }: RunView) => (output === undefined ? {} : { output: output.text });

function commandsOf(code: string, proof: Proof | undefined, run: RunView): readonly Exchange[] {
  if (proof === undefined || !('record' in proof)) return [{ code, ...shownOf(run) }];
  const { record, shown } = proof;
  const { commands } = record as { readonly commands?: readonly CommandSpan[] };
  const exchanges = exchangesOf({
    code,
    printed: record.output,
    shown,
    ...(commands === undefined ? {} : { commands }),
  });
  return exchanges.map(({ code: command, output }) => {
    const text = output === undefined ? undefined : outputView(output)?.text;
    return text === undefined ? { code: command } : { code: command, output: text };
  });
}

function timingOf(proof: Proof | undefined): DeckSnippet['timing'] | undefined {
  if (proof === undefined || !('record' in proof)) return undefined;
  const { record, shown } = proof;
  return record.timing.length > 1 && shown.trimEnd() === record.output.trimEnd() ? record.timing : undefined;
}

/** @returns the same as boxes, for the measures of a slide */
export function boxOf({ kind, prompt, code, exchanges, artefact, waits }: DeckSnippet): Box {
  const parts: Part[] = code === undefined ? [] : [{ what: 'code', lines: code.split('\n') }];
  for (const { code: command, output } of exchanges) {
    if (command !== undefined) parts.push({ what: 'command', lines: `${prompt.slice(0, -1)}${command}`.split('\n') });
    if (output !== undefined) parts.push(outputPart(output));
  }
  if (artefact?.text !== undefined) parts.push(outputPart(artefact.text.text));
  if (artefact?.size !== undefined) parts.push({ what: 'picture', lines: [], size: artefact.size });
  for (const { command } of waits) parts.push({ what: 'wait', lines: [command] });
  return { kind, parts: [...parts, { what: 'foot', lines: [''] }] };
}

const outputPart = (output: string): Part => ({
  what: 'output',
  lines: output.split('\n'),
  breaks: breaksLines(output),
});

/** Long sentences break, as in a terminal; columns do not, they would be unreadable. */
export const breaksLines = (output: string): boolean => !/\S(?: {2,}|\t)\S/.test(output);
