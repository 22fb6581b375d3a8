/** Pages beside the symptoms: guides, checklists, groups of commands, escalation. */
import { z } from 'zod';
import type { Block } from './block.ts';

export const pageSchema = z.strictObject({
  title: z.string().min(1).max(100),
  order: z.number().int().min(1).max(999).optional().describe('Place among its neighbours; 1 comes first'),
  summary: z.string().min(1).max(300).optional(),
});

export const PAGE_KINDS = ['guides', 'checklists', 'commands', 'escalation'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** One `##` section; the text before the first heading has an empty title. */
export interface PageSection {
  title: string;
  /** Anchor; empty for the text before the first heading. */
  id: string;
  blocks: Block[];
}

export interface Page extends z.infer<typeof pageSchema> {
  kind: PageKind;
  slug: string;
  order: number;
  /** Relative to the project, with `/`. */
  file: string;
  sections: PageSection[];
}
