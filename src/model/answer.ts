/** What a lookup shows beside the log line of a hit. Made by the build, loaded by the browser. */
import type { Risk } from './block.ts';
import type { Slug } from './ids.ts';
import type { Severity } from './severity.ts';

export interface PlaceholderPiece {
  name: string;
  /** What it prints as: its example, or itself. */
  text: string;
  /** Null when the frontmatter does not explain it. */
  description: string | null;
  hasExample: boolean;
}

export type CommandPiece = string | PlaceholderPiece;

export interface AnswerStep {
  description: string;
  command: CommandPiece[];
  risk: Risk;
}

export interface AnswerOption {
  /** Anchor on the symptom's page. */
  id: string;
  letter: string;
  title: string;
  steps: AnswerStep[];
}

export interface Answer {
  slug: Slug;
  code: string;
  title: string;
  summary: string;
  severity: Severity;
  workflow: string;
  /** From the site's root, without the base path. */
  path: string;
  /** Shown when the evidence points to no option. */
  diagnosis: AnswerStep[];
  options: AnswerOption[];
}

/** By slug. Only what the page needs at once: the rest stands on the symptom's own page. */
export type Answers = Record<Slug, Answer>;
