/** What the build ships to the engine: plain JSON, readable, the same for the browser, the CLI and the tests. */
import type { Code, Place, Slug } from '../model/ids.ts';

/** Raised whenever a reader of an older index would misread a newer one. */
export const INDEX_FORMAT = 1;

export interface IndexedSymptom {
  slug: Slug;
  code: Code;
  title: string;
  /** What people call it, as `nameOf` writes it: its title, its row in the quick-reference table, its slug. */
  names: string[];
  /** It makes a job slow or untidy but does not fail it: in a log that failed, something else is the cause. */
  mild: boolean;
  /** Indices into `symptoms` of the failures that follow from this one. */
  causes: number[];
}

/** A signature fence: see docs/content-format.md. */
export interface IndexedFence {
  /** Index into `symptoms`. */
  symptom: number;
  place: Place;
  kind: 'any' | 'excerpt' | 'sequence' | 'unless';
  /** Lines. */
  within: number;
  /** As written. */
  lines: string[];
}

export interface EngineIndex {
  format: number;
  symptoms: IndexedSymptom[];
  fences: IndexedFence[];
  /** Lines of log text that show a symptom, for answers when nothing matched: index into `symptoms`, and the line. */
  known: [symptom: number, text: string][];
}

/** @throws Error with a sentence for people when the index is of another format. */
export function assertIndex(value: unknown): asserts value is EngineIndex {
  const format = (value as EngineIndex | null)?.format;
  if (format === INDEX_FORMAT) return;
  throw new Error(
    `This engine reads index format ${INDEX_FORMAT} but was given ${format === undefined ? 'something else' : `format ${format}`}. Load both from the same build.`,
  );
}
