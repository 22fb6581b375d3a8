/** The runbook's head: `content/runbook.yaml`. */
import { z } from 'zod';
import { dateSchema } from './date.ts';
import { SLUG } from './ids.ts';
import { severitySchema } from './severity.ts';

export const documentLinkSchema = z.strictObject({
  title: z.string().min(1),
  href: z
    .string()
    .min(1)
    .refine((href) => !/^\s*(?:javascript|data|vbscript):/i.test(href), 'expected a web address or a path')
    .describe('A web address, or a path in the repository that the runbook came from'),
  note: z.string().min(1).optional().describe('Words after the link, e.g. future'),
});

export const runbookSchema = z.strictObject({
  title: z.string().min(1).max(100),
  severity: severitySchema,
  lastUpdated: dateSchema,
  maintainedBy: z.string().min(1),
  reviewFrequency: z.string().min(1),
  overview: z.string().min(1),
  related: z.array(documentLinkSchema).default([]),
  quickReference: z
    .array(z.string().regex(SLUG, 'expected the slug of a symptom'))
    .default([])
    .describe('Slugs of the rows that lead the quick-reference table, in order'),
  relatedDocumentation: z.array(documentLinkSchema).default([]),
  repository: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address of the repository, for edit links'),
  branch: z.string().min(1).default('main'),
});

export type DocumentLink = z.infer<typeof documentLinkSchema>;
export type RunbookHead = z.infer<typeof runbookSchema>;
