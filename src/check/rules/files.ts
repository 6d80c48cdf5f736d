import { didYouMean } from '../../lesson/did-you-mean.ts';
import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Snippet } from '../../lesson/types.ts';
import { lineColumn, placeInSnippet } from '../place.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from '../rule.ts';
import type { ShellCommand, ShellWord } from '../../shell/facts.ts';
import { optionValues, positionals } from '../../shell/words.ts';

/**
 * A file that kubectl is given (`-f`, `-k`) is written by a fence, or named by an earlier command that may have made it.
 * Only what is certain and cheap to tell a minute before the run does; nothing is said once the folder has changed.
 */
export const files: Rule = ({ readings }) => readings.flatMap(filesOf);

/** A path in the work directory: no variable, no glob, no option, no address, nothing absolute. */
const RELATIVE = /^(?![-/~])(?!.*:\/\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./@+-]+$/;
/** Commands after which a path may mean anything. */
const ELSEWHERE: ReadonlySet<string> = new Set(['cd', 'pushd', 'popd', 'eval', 'git', 'make', 'tar', 'unzip']);
const KUBECTL_VALUED: ReadonlySet<string> = new Set(['-n', '--namespace', '--context', '--kubeconfig']);

function filesOf({ lesson, scripts }: Reading): Finding[] {
  const findings: Finding[] = [];
  let written = '';
  const fences: string[] = [];
  for (const snippet of lesson.snippets) {
    const { file, check, exit, skip } = snippet.attributes;
    if (file !== undefined) fences.push(normalise(file));
    const facts = scripts.get(snippet);
    if (facts === undefined || facts.errors.length > 0) continue;
    for (const command of facts.commands) {
      if (ELSEWHERE.has(command.name.text)) return findings;
      // A check fails before its solution, an `exit=N` fails: that the file is not there may be the very point.
      if (check || exit !== 0 || skip !== undefined) continue;
      for (const word of filesGiven(command)) {
        const path = normalise(word.text);
        const there = fences.some((each) => each === path || each.startsWith(`${path}/`));
        const before = `${written}\n${snippet.code.slice(0, word.pos)}`;
        if (!there && !names(before, path)) findings.push(missingFile(snippet, word, { path, fences, lesson }));
      }
    }
    written += `\n${snippet.code}`;
  }
  return findings;
}

function filesGiven({ name, words }: ShellCommand): ShellWord[] {
  if (name.text !== 'kubectl' || /^logs?$/.test(positionals(words, KUBECTL_VALUED)[0]?.text ?? '')) return [];
  return optionValues(words, ['-f', '--filename', '-k', '--kustomize']).flatMap((word) => {
    let pos = word.pos;
    return word.text.split(',').flatMap((text) => {
      const part = { ...word, text, pos };
      pos += text.length + 1;
      return word.literal && RELATIVE.test(text) ? [part] : [];
    });
  });
}

/** Whether a command so far names the file, or the folder that it is in: it may have made it. */
function names(code: string, path: string): boolean {
  const folder = path.split('/')[0] ?? path;
  return [path, folder].some((each) => new RegExp(`(?<![\\w.-])${RegExp.escape(each)}(?![\\w-])`).test(code));
}

function missingFile(
  snippet: Snippet,
  { pos }: ShellWord,
  { path, fences, lesson }: { path: string; fences: readonly string[]; lesson: Reading['lesson'] },
): Finding {
  const later = lesson.snippets.find(({ attributes: { file } }) => file !== undefined && normalise(file) === path);
  const fix =
    later === undefined
      ? didYouMean(path, fences, `écrivez-le plus haut, dans un bloc avec file=${path}`)
      : `placez avant cet extrait le bloc qui l’écrit (ligne ${later.position.line})`;
  return errorAt(placeInSnippet(snippet, lineColumn(snippet.code, pos)), {
    code: 'fichier-absent',
    message: `« ${path} » est lu avant d’être écrit`,
    fix,
  });
}

/** @returns the path as other mentions of the same file have it: without `./` in front and `/` behind */
function normalise(path: string): string {
  return path.replace(/^(\.\/+)+/, '').replace(/\/+$/, '') || '.';
}
