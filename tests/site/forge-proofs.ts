import { loadCourse } from '../../src/course/load.ts';
import { planOf } from '../../src/lesson/plan.ts';
import { hashesOf } from '../../src/transcript/hash.ts';
import { transcriptPath, writeTranscript } from '../../src/transcript/store.ts';
import { TRANSCRIPT_VERSION, type StepRecord } from '../../src/transcript/types.ts';
import { commandsOf } from '../../src/lesson/commands.ts';

/**
 * Writes transcripts for a course that is only there to try the site: each snippet printed what its author expects.
 * @param root the folder that holds `content/`
 * @param dir where the transcripts go, absolute
 */
export async function forgeProofs(root: string, dir: string): Promise<void> {
  const course = await loadCourse(root);
  const run = {
    date: '2026-11-23T10:00:00.000Z',
    kind: '0.33.0',
    kubernetes: 'v1.37.0',
    node: course.meta.versions.noeud,
    images: {},
  };
  for (const lesson of course.lessons) {
    const hashes = hashesOf(lesson, course);
    const records = planOf(lesson).map(({ id, snippet, mustFail }): StepRecord => {
      const { skip, exit } = snippet.attributes;
      const fails = mustFail || exit !== 0;
      const output = mustFail || skip !== undefined ? '' : printed(snippet.expected?.text ?? '');
      return {
        id,
        hash: hashes.get(id) ?? '',
        status: skip !== undefined ? 'skipped' : fails ? 'expected-failure' : 'proven',
        exitCode: mustFail ? 1 : exit,
        durationMs: 1234,
        output: output === '' ? '' : `${output}\n`,
        timing: [],
        waits: commandsOf(snippet).waits.map((command) => ({ command, durationMs: 3400, output: '' })),
      };
    });
    await writeTranscript(transcriptPath(root, lesson, { dir }), {
      version: TRANSCRIPT_VERSION,
      lesson: lesson.slug,
      run,
      records,
    });
  }
}

/** A text that the expectation allows: « … » alone stands for any lines, inside a line for any text. */
function printed(expected: string): string {
  const lines = Array.from({ length: 20 }, (_, index) => `ligne ${index + 1}`).join('\n');
  return expected.replace(/^[ \t]*…$/gm, `\n${lines}\n`).replaceAll('…', 'texte');
}
