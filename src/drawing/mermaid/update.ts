import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Course } from '../../course/types.ts';
import { errorAt } from '../../lesson/finding.ts';
import type { Diagram, Finding, Lesson } from '../../lesson/types.ts';
import { type Drawer, MermaidError } from './drawer.ts';
import { drawingName, drawingsFolder } from './files.ts';
import { labelsOf } from './fingerprint.ts';
import { lintDiagrams } from './lint.ts';
import { sealed } from './seal.ts';
import { sizeFinding } from './size.ts';
import { stateOf } from './stale.ts';
import { svgOf } from '../svg.ts';
import { MODES } from '../types.ts';

export interface UpdateOptions {
  /** Called once, and only when something has to be drawn. */
  readonly openDrawer: () => Promise<Drawer>;
  /** All lessons by default. */
  readonly lessons?: readonly Lesson[];
  /** Draws again what is up to date too. */
  readonly all?: boolean;
}

export interface Update {
  /** Paths from the project's root, in the course's order. */
  readonly drawn: readonly string[];
  readonly removed: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Draws what is missing or outdated and removes the drawings of no fence. A fence that mermaid refuses keeps its old
 * drawing, which stays outdated.
 */
export async function updateDiagrams(course: Course, options: UpdateOptions): Promise<Update> {
  const { lessons = course.lessons, all = false } = options;
  const states = await Promise.all(lessons.map((lesson) => stateOf(course, lesson)));
  const todo = states.flatMap(({ lesson, missing, outdated }) => {
    const wanted = lesson.diagrams.filter((each) => all || missing.includes(each) || outdated.includes(each));
    return wanted.map((diagram) => ({ lesson, diagram }));
  });
  const removed = states.flatMap(({ lesson, orphans }) => orphans.map((name) => `${drawingsFolder(lesson)}/${name}`));
  await Promise.all(removed.map((path) => rm(join(course.root, path))));
  const drawn: string[] = [];
  const findings = [
    ...lintDiagrams({ ...course, lessons }),
    ...states
      .flatMap(({ tooLarge }) => tooLarge)
      .filter((finding) => !todo.some(({ diagram }) => isAt(diagram, finding))),
  ];
  if (todo.length === 0) return { drawn, removed, findings };
  await using drawer = await options.openDrawer();
  for (const { lesson, diagram } of todo) {
    const result = await drawOne(drawer, lesson, diagram);
    if ('finding' in result) findings.push(result.finding);
    else {
      findings.push(...sizeFinding(diagram, result.drawings[0]?.svg ?? ''));
      await mkdir(join(course.root, drawingsFolder(lesson)), { recursive: true });
      for (const { path, svg } of result.drawings) await writeFileAtomic(join(course.root, path), svg);
      drawn.push(...result.drawings.map(({ path }) => path));
    }
  }
  return { drawn, removed, findings };
}

type Drawn = { readonly drawings: { readonly path: string; readonly svg: string }[] } | { readonly finding: Finding };

async function drawOne(drawer: Drawer, lesson: Lesson, diagram: Diagram): Promise<Drawn> {
  try {
    const marks = await drawer.draw(diagram.code);
    const labels = labelsOf(lesson, diagram);
    return {
      drawings: MODES.map((mode) => ({
        path: `${drawingsFolder(lesson)}/${drawingName(diagram, mode)}`,
        svg: sealed(svgOf(marks, mode, labels), labels.fingerprint),
      })),
    };
  } catch (error) {
    if (!(error instanceof MermaidError)) throw error;
    const { file, line } = diagram.position;
    const position = { file, line: line + (error.line ?? 0), column: 1 };
    const fix = 'corrigez le bloc mermaid ; un libellé avec ( ) [ ] { } : ; # se met entre guillemets';
    const message = `mermaid refuse ${diagram.id} : ${error.message.trimEnd()}`;
    return { finding: errorAt(position, { code: 'diagramme-syntaxe', message, fix }) };
  }
}

function isAt(diagram: Diagram, { file, line }: Finding): boolean {
  return diagram.position.file === file && diagram.position.line === line;
}
