/** The unit of content: one failure, how it is recognised, how it is mended. */
import { z } from 'zod';
import type { Block } from './block.ts';
import { dateSchema } from './date.ts';
import type { Position } from './diagnostic.ts';
import { CODE, PLACEHOLDER_NAME, type Place, SLUG, type Slug } from './ids.ts';
import { severitySchema } from './severity.ts';

export const RELATIONS = [
  'often-confused-with',
  'caused-by',
  'causes',
  'comes-before',
  'comes-after',
  'see-also',
] as const;

export const relatedSchema = z.strictObject({
  symptom: z.string().regex(SLUG, 'expected the slug of a symptom'),
  as: z.enum(RELATIONS),
});

export const quickReferenceSchema = z.strictObject({
  issue: z.string().min(1).max(60).optional().describe('Name of the row; without it, the title'),
  workflow: z.string().min(1).max(60).optional().describe('Words for the column; without it, the workflow’s name'),
  cause: z.string().min(1).max(80),
  fix: z.string().min(1).max(80),
});

export const placeholderSchema = z.strictObject({
  description: z.string().min(1).max(200).optional(),
  example: z.string().min(1).max(200).optional().describe('Printed until a reader or a log supplies a value'),
});

export const symptomSchema = z.strictObject({
  code: z.string().regex(CODE, 'expected letters and digits such as CI002').describe('Short, stable, never reused'),
  title: z.string().min(3).max(120),
  workflow: z.string().regex(SLUG, 'expected an id of workflows.yaml'),
  severity: severitySchema,
  tags: z.array(z.string().regex(/^[a-z0-9][a-z0-9.+-]*$/, 'expected a lower-case word')).default([]),
  summary: z.string().min(10).max(300).optional().describe('One plain sentence: what it means'),
  quickReference: quickReferenceSchema,
  related: z.array(relatedSchema).default([]),
  causes: z
    .array(z.string().regex(SLUG, 'expected the slug of a symptom'))
    .default([])
    .describe('Failures that follow from this one'),
  placeholders: z
    .record(z.string().regex(PLACEHOLDER_NAME, 'expected letters, digits and "-"'), placeholderSchema)
    .default({}),
  failsJob: z
    .boolean()
    .default(true)
    .describe('false for what makes a job slow or untidy but does not fail it: never the cause in a log that failed'),
  lastReviewed: dateSchema,
});

export type SymptomHead = z.infer<typeof symptomSchema>;
export type Relation = (typeof RELATIONS)[number];

/** One line of a signature fence, as written. */
export interface SignatureLine {
  text: string;
  position: Position;
}

/**
 * A signature fence. `any`: each line is a signature. `excerpt`: the same, looked for in pasted excerpts only. `sequence`: all
 * lines together are one. `unless`: vetoes.
 */
export interface SignatureFence {
  kind: 'any' | 'excerpt' | 'sequence' | 'unless';
  place: Place;
  /** Lines; for `sequence` and `unless`. */
  within: number;
  lines: SignatureLine[];
  position: Position;
}

/** One way to mend a symptom. */
export interface Option {
  /** `A`, `B`, … */
  letter: string;
  /** The permanent anchor, e.g. `option-a`. */
  id: `option-${string}`;
  title: string;
  blocks: Block[];
  position: Position;
}

/** Real text beside a symptom. */
export interface Sample {
  /** Relative to the project, with `/`. */
  file: string;
  /** Where the text is from; null when the file does not say. */
  source: string | null;
  text: string;
  /** 1-based line of the file on which the text begins. */
  firstLine: number;
}

export interface Symptom extends SymptomHead {
  slug: Slug;
  /** Relative to the project, with `/`. */
  file: string;
  see: Block[];
  diagnosis: Block[];
  /** What stands under Resolution before the first option. */
  resolution: Block[];
  options: Option[];
  verify: Block[];
  prevention: Block[];
  signatures: SignatureFence[];
  samples: Sample[];
  nearMisses: Sample[];
  /** Places of the frontmatter's values, by path such as `related.0.symptom`. */
  positions: Record<string, Position>;
}
