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

/** One thing to do: commands to run, a piece of a file, or words. */
export type AnswerItem =
  | { kind: 'commands'; description: string; command: CommandPiece[]; risk: Risk }
  | { kind: 'snippet'; lang: string; text: string }
  | { kind: 'words'; lines: string[] };

export interface AnswerOption {
  /** Anchor on the symptom's page. */
  id: string;
  letter: string;
  title: string;
  items: AnswerItem[];
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
  diagnosis: AnswerItem[];
  /** What mends it, where there is only one way. */
  resolution: AnswerItem[];
  options: AnswerOption[];
}

/** By slug. Only what the page needs at once: the rest stands on the symptom's own page. */
export type Answers = Record<Slug, Answer>;
