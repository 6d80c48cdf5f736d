import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Lesson, Snippet } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import type { Reading } from '../reading.ts';
import { didYouMean } from '../../lesson/did-you-mean.ts';
import { type FileEvent, fileEvents, normalise } from '../shell/file-events.ts';

/**
 * A file is written by a fence (`file=`) or made by a command before a command reads it. Prudent: whatever a command
 * may have made is taken as made, and nothing is said after a `cd`.
 */
export const files: Rule = ({ readings }) => readings.flatMap(filesOf);

function filesOf({ lesson, scripts }: Reading): Finding[] {
  const known = new Known();
  const findings: Finding[] = [];
  for (const snippet of lesson.snippets) {
    const { file } = snippet.attributes;
    if (file !== undefined) known.add(normalise(file), false);
    const facts = scripts.get(snippet);
    if (facts === undefined || facts.errors.length > 0) continue;
    for (const event of fileEvents(facts)) {
      if (event.kind === 'lost') return findings;
      if (event.kind === 'write') known.add(event.path, event.inside);
      else if (mustBeThere(snippet) && !known.has(event.path)) findings.push(missingFile(snippet, event, lesson));
    }
  }
  return findings;
}

/** A check must fail before its solution, an `exit=N` fails: a file that is not there may be the very point. */
function mustBeThere({ attributes }: Snippet): boolean {
  return !attributes.check && attributes.exit === 0 && attributes.skip === undefined;
}

function missingFile(snippet: Snippet, { path, pos }: Extract<FileEvent, { kind: 'read' }>, lesson: Lesson): Finding {
  const written = lesson.snippets.flatMap(({ attributes: { file }, position }) =>
    file === undefined ? [] : { file: normalise(file), line: position.line },
  );
  const later = written.find((each) => each.file === path);
  const above = written.filter(({ line }) => line < snippet.position.line).map((each) => each.file);
  const fix =
    later === undefined
      ? didYouMean(path, above, `écrivez-le plus haut, dans un bloc avec file=${path}`)
      : `placez avant cet extrait le bloc qui l’écrit (ligne ${later.line})`;
  return errorAt(placeInSnippet(snippet, lineColumn(snippet.code, pos)), {
    code: 'fichier-absent',
    message: `« ${path} » est lu avant d’être écrit`,
    fix,
  });
}

/** The files and folders that exist at a point of a lesson. */
class Known {
  readonly #paths = new Set<string>(['.']);
  readonly #open = new Set<string>();

  add(path: string, inside: boolean): void {
    for (const parent of parentsOf(path)) this.#paths.add(parent);
    this.#paths.add(path);
    if (inside) this.#open.add(path);
  }

  has(path: string): boolean {
    return this.#paths.has(path) || parentsOf(path).some((parent) => this.#open.has(parent));
  }
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
