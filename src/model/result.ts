/** What a lookup answers. The same object in the browser, the command line's `--json` and the tests. */
import type { Code, Place, Slug } from './ids.ts';

/** `match`: a signature stands in the text. `similar`: close, and said so in words. `none`: nothing known. */
export type Verdict = 'match' | 'similar' | 'none';

/** One symptom that explains the text, with the line that says so. */
export interface Hit {
  symptom: Slug;
  code: Code;
  title: string;
  /** The option that the evidence points to, e.g. `option-b`; null where it points to the symptom as a whole. */
  option: string | null;
  verdict: Exclude<Verdict, 'none'>;
  /** 0 to 1, for ordering hits of one lookup only. Not a probability. */
  score: number;
  /** 1-based, counted by `\n` alone, as editors and GitHub do. */
  line: number;
  /** 1-based, in UTF-16 code units of the raw line: where the evidence begins. */
  column: number;
  /** 1-based and exclusive, in the same unit: where it ends. */
  endColumn: number;
  /** The raw line, cut around the evidence when it is very long. */
  text: string;
  /** Index in `text` at which the evidence begins; `column - 1` unless the line was cut. */
  textStart: number;
  captures: Record<string, string>;
  /** The signature as its author wrote it; empty for `similar`. */
  signature: string;
  /** Sentences that a person understands, most important first. */
  reasons: string[];
  /** Lines of the log that are evidence for this symptom, this one included. */
  count: number;
  /** 1-based numbers of those lines, ascending, at most a few hundred. */
  lines: number[];
  /** The step or job that the line stands in, where the log says so. */
  step: string | null;
  /** The slug of a better-ranked hit that this one follows from. */
  consequenceOf: Slug | null;
}

/** A line that is likely to say why the log failed, though no symptom explains it. */
export interface FailingLine {
  /** 1-based. */
  line: number;
  text: string;
  step: string | null;
}

/** How the log as a whole ended, as far as its own markers say. */
export type Outcome = 'failed' | 'passed' | 'unknown';

export interface LookupResult {
  verdict: Verdict;
  /** In rank order; the first is the answer. */
  hits: Hit[];
  outcome: Outcome;
  /** Names of the steps that failed, in order. */
  failedSteps: string[];
  /** Only when nothing matched: where to look. */
  failing: FailingLine[];
  lines: number;
  bytes: number;
}

export type { Code, Place, Slug };
