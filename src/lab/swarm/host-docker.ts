import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exec } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { quoted } from '../../machine/quoted.ts';

/** Where a lesson's host snippets wrote which machines they named to a command that ends one. */
const journalOf = (dir: string): string => join(dir, 'machines-arretees');

/**
 * Puts a `docker` in a folder of the lesson's own that knows the machines by the lesson's names, as the reader's does:
 * here their containers bear the run's. It notes those that the lesson itself stops.
 * @param dir absolute folder of the lesson's own
 * @param prefix what stands before a machine's name in its container's
 * @returns the folder, for the front of a PATH
 * @throws ToolError when there is no docker
 */
export async function writeHostDocker(dir: string, prefix: string, exec: Exec): Promise<string> {
  const found = await exec('sh', ['-c', 'command -v docker']);
  if (!found.ok) throw explain('Docker est introuvable.', found);
  const programs = join(dir, 'programmes');
  await mkdir(programs, { recursive: true });
  await writeFile(journalOf(dir), '');
  await writeFile(join(programs, 'docker'), script(found.stdout.trim(), { prefix, journal: journalOf(dir) }), {
    mode: 0o755,
  });
  return programs;
}

/** @returns the machines that host snippets named to a command that ends one, by the lesson's names, each time anew */
export async function stopsByLesson(dir: string): Promise<readonly string[]> {
  const text = await readFile(journalOf(dir), 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean);
}

/** Behind the container's name of `exec` stand another program's words: those are left alone. */
function script(docker: string, { prefix, journal }: { prefix: string; journal: string }): string {
  return String.raw`#!/usr/bin/env bash
words=() verb='' inner='' ends=''
for word; do
  [[ -z $verb && $word != -* && $word != container ]] && verb=$word
  if [[ -z $inner && $word =~ ^(vagrantbox-[1-3])(:.*)?$ ]]; then
    case $verb in
      exec) inner=1 ;;
      stop | kill | rm | restart | pause) ends+="${'$'}{BASH_REMATCH[1]}"$'\n' ;;
    esac
    word=${prefix}$word
  elif [[ -z $inner && $word =~ ^(--filter=)?name=(\^?)(vagrantbox.*)$ ]]; then
    word="${'$'}{BASH_REMATCH[1]}name=${'$'}{BASH_REMATCH[2]}${prefix}${'$'}{BASH_REMATCH[3]}"
  fi
  words+=("$word")
done
printf %s "$ends" >>${quoted(journal)}
exec ${quoted(docker)} "${'$'}{words[@]}"
`;
}
