import type { Root } from 'mdast';
import type { Code } from './codes.ts';
import type { LessonMeta } from './meta-schema.ts';

export type { LessonMeta };

/**
 * The contract of the lesson stage: what an author wrote, read once, for the verifier and the site alike.
 * Lines and columns count from 1.
 */

/** A place in an authored file. `file` is relative to the project's root, with `/` on every system. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong at a place, and what its author can do about it. Texts are French. */
export interface Finding extends Position {
  readonly code: Code;
  readonly message: string;
  /** What to do, in the imperative. */
  readonly fix: string;
  /** Warnings never fail a command. */
  readonly severity: 'error' | 'warning';
}

export type ClusterKind = LessonMeta['cluster'];

export interface Slide {
  /** From 0, in reading order. */
  readonly index: number;
  /** Text of the `##` in force. */
  readonly section: string;
  /** Text of the slide's `###`, or its section where it has none. */
  readonly title: string;
  readonly position: Position;
}

/** How recorded output is compared with the `output` fence. */
export type Expectation = 'like' | 'exact' | 'regex';

/** The attributes of a fence, decoded; see CONTRIBUER.md for what each means to an author. Durations in milliseconds. */
export interface Attributes {
  readonly id?: string;
  readonly file?: string;
  readonly apply: boolean;
  readonly wait: readonly Wait[];
  readonly timeout: number;
  readonly retry?: number;
  /** The author vouches that a `kubectl exec` only reads. */
  readonly readonly: boolean;
  /** `retry`: one attempt that matches is enough; a passing state is what is shown. */
  readonly instant: boolean;
  readonly exit: number;
  readonly expect: Expectation;
  readonly background: boolean;
  readonly ready?: string;
  readonly stop?: string;
  readonly check: boolean;
  /** `aucun`: the YAML is no Kubernetes object. */
  readonly schema: 'kubernetes' | 'aucun';
  readonly hidden: boolean;
  /** On a deck the output is there at once, instead of waiting for the next key. */
  readonly shown: boolean;
  /** On a deck the cluster is drawn beside it, without being asked for. Changes nothing in how it runs. */
  readonly clusterMap: boolean;
  /** It stands in the memo sheet, under this sentence; empty: under its slide's title. */
  readonly memo?: string;
  /** What a deck points at, step by step: numbers of lines of the code, from 1. Changes nothing in how it runs. */
  readonly lines?: readonly (readonly number[])[];
  /** How many of its lines a page shows of a long file; the rest comes when it is asked for. */
  readonly head?: number;
  /** The computer of a Swarm lesson that it runs on. */
  readonly machine?: string;
  /** A file that it made, kept with the proof and shown with its output; relative to where the shell stands. */
  readonly artefact?: string;
  /** What that file shows, in words. */
  readonly alt?: string;
  readonly skip?: string;
  /** ISO date after which a `skip` has to be looked at again. */
  readonly review?: string;
}

/** `rollout`: `kubectl rollout status`; `condition`: `kubectl wait`, on `target` as kubectl takes it. */
export type Wait =
  | { readonly kind: 'rollout'; readonly target: string; readonly flags: string }
  | { readonly kind: 'condition'; readonly condition: string; readonly target: string; readonly flags: string };

/** The `output` fence under a snippet. */
export interface Expected {
  readonly text: string;
  readonly position: Position;
  /** Last line of the fence. */
  readonly endLine: number;
}

/**
 * A fence that is executed, applied or written: everything but `output`, `mermaid` and `text`.
 * `command` is bash to run, `manifest` YAML for Kubernetes, `file` any other text with `file=`.
 */
export interface Snippet {
  /** The author's id, or `s1`, `s2`… in reading order; unique in its lesson. */
  readonly id: string;
  readonly kind: 'command' | 'manifest' | 'file';
  readonly language: string;
  readonly code: string;
  readonly attributes: Attributes;
  readonly expected?: Expected;
  /** Index of its slide. */
  readonly slide: number;
  /** The opening fence; the code's first line is the next one. */
  readonly position: Position;
  /** Last line of the fence. */
  readonly endLine: number;
  /** Index of its `<Exercice>` in the lesson, where it stands in one, and whether it stands in the `<Solution>`. */
  readonly exercise?: { readonly index: number; readonly solution: boolean };
}

/** A `mermaid` fence: drawn to `diagrammes/<id>.light.svg` and `.dark.svg`. */
export interface Diagram {
  /** `d1`, `d2`… in reading order. */
  readonly id: string;
  readonly code: string;
  /** Text that says the same as the drawing (`alt="…"`). */
  readonly alt: string;
  readonly slide: number;
  readonly position: Position;
}

/** A `<Mesure de="…">`: prose that quotes what a snippet printed in the proof. */
export interface Measure {
  /** The snippet's id. */
  readonly of: string;
  readonly position: Position;
}

export interface Lesson {
  /** `pods` for `content/04-pods/lecon.mdx`. */
  readonly slug: string;
  /** 4 for `content/04-pods/lecon.mdx`. */
  readonly number: number;
  /** Path from the project's root. */
  readonly file: string;
  readonly meta: LessonMeta;
  readonly slides: readonly Slide[];
  readonly snippets: readonly Snippet[];
  readonly diagrams: readonly Diagram[];
  /** In reading order. */
  readonly measures: readonly Measure[];
}

/** One `<Definition>`: an entry of the glossary. */
export interface Definition {
  readonly term: string;
  /** Other words for it, as `synonymes="étiquette, labels"` gives them. */
  readonly synonyms: readonly string[];
  /** Plain text, but for the figures that snippets measure. */
  readonly text: readonly (string | Figure)[];
}

/** What a `<Mesure>` puts into a sentence: what the snippet of this id printed, with its unit. */
export interface Figure {
  readonly of: string;
  readonly unit: string;
}

/** What the MDX says besides snippets and slides. */
export interface LessonText {
  /** The MDX that the positions count in: Windows' line endings and byte order mark taken away. */
  readonly source: string;
  readonly tree: Root;
  /** In reading order; a term may come twice. */
  readonly definitions: readonly Definition[];
}

/** A lesson as far as it could be read, with all that is wrong in it. */
export interface ParsedLesson {
  /** Absent when the MDX or the front matter cannot be read at all. */
  readonly lesson?: Lesson;
  /** Absent when the MDX cannot be read at all. */
  readonly text?: LessonText;
  readonly findings: readonly Finding[];
}
