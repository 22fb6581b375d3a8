/** What stands between headings, in the reader's terms: prose, log text, commands, snippets. */
import type { Position } from './diagnostic.ts';

/** What a command does to the system it runs on. */
export type Risk = 'reads' | 'changes' | 'deletes';

/** A described group of commands. */
export interface Step {
  /** The comment lines above the commands, without `#`, joined by `\n`. May be empty. */
  description: string;
  /** The commands as written, comments taken out. Empty for a step done by hand. */
  commands: string;
  /** Comments behind or directly below the commands, joined by `\n`: what to enter, what to expect. May be empty. */
  note: string;
  /** The worst risk of its commands; null for a step done by hand. */
  risk: Risk | null;
}

interface Placed {
  position: Position;
}

export interface ProseBlock extends Placed {
  kind: 'prose';
  /** Markdown as written. */
  markdown: string;
}
export interface LogBlock extends Placed {
  kind: 'log';
  text: string;
}
export interface CommandsBlock extends Placed {
  kind: 'commands';
  lang: string;
  text: string;
  steps: Step[];
}
export interface SnippetBlock extends Placed {
  kind: 'snippet';
  lang: string;
  text: string;
}
export interface ChecklistBlock extends Placed {
  kind: 'checklist';
  /** Markdown as written, for the one-file runbook. */
  markdown: string;
  /** Inline Markdown of each item. */
  items: string[];
}

export type Block = ProseBlock | LogBlock | CommandsBlock | SnippetBlock | ChecklistBlock;
