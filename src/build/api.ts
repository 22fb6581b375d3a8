/** The content for machines: `/api/v1/symptoms.json`, and the JSON Schema that describes it. */
import { z } from 'zod';
import type { Block } from '../model/block.ts';
import { CODE, SLUG } from '../model/ids.ts';
import { severitySchema } from '../model/severity.ts';
import { placeholderSchema, quickReferenceSchema, relatedSchema, type Symptom } from '../model/symptom.ts';
import type { Runbook } from './load.ts';

const stepSchema = z.strictObject({
  description: z.string().describe('Lines joined by \\n; may be empty'),
  commands: z.string().describe('Shell commands without comments; empty for a step done by hand'),
  note: z.string(),
  risk: z.enum(['reads', 'changes', 'deletes']).nullable(),
});

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prose'), markdown: z.string() }),
  z.strictObject({ kind: z.literal('checklist'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('log'), text: z.string() }),
  z.strictObject({ kind: z.literal('commands'), lang: z.string(), steps: z.array(stepSchema) }),
  z.strictObject({ kind: z.literal('snippet'), lang: z.string(), text: z.string() }),
]);
const blocksSchema = z.array(blockSchema);

const signatureSchema = z.strictObject({
  place: z.string().describe('symptom, or the id of an option such as option-b'),
  kind: z.enum(['any', 'excerpt', 'sequence', 'unless']),
  within: z.number().int().describe('Lines; for sequence and unless'),
  lines: z.array(z.string()),
});

const symptomSchema = z.strictObject({
  slug: z.string().regex(SLUG),
  code: z.string().regex(CODE),
  title: z.string(),
  summary: z.string().nullable(),
  workflow: z.string(),
  severity: severitySchema,
  tags: z.array(z.string()),
  quickReference: quickReferenceSchema,
  related: z.array(relatedSchema),
  causes: z.array(z.string()),
  placeholders: z.record(z.string(), placeholderSchema),
  lastReviewed: z.string(),
  path: z.string().describe('Address of the page, relative to the site’s root'),
  see: blocksSchema,
  diagnosis: blocksSchema,
  resolution: blocksSchema,
  options: z.array(z.strictObject({ id: z.string(), letter: z.string(), title: z.string(), blocks: blocksSchema })),
  verify: blocksSchema,
  prevention: blocksSchema,
  signatures: z.array(signatureSchema),
});

const documentSchema = z.strictObject({
  version: z.literal(1),
  title: z.string(),
  lastUpdated: z.string(),
  workflows: z.array(
    z.strictObject({ id: z.string(), name: z.string(), heading: z.string(), description: z.string() }),
  ),
  symptoms: z.array(symptomSchema),
});

export type ApiDocument = z.infer<typeof documentSchema>;

export function apiDocument({ title, lastUpdated, workflows, symptoms }: Runbook): ApiDocument {
  return { version: 1, title, lastUpdated, workflows, symptoms: symptoms.map(apiSymptom) };
}

export function apiJsonSchema(): object {
  return { title: 'CI Runbook symptoms, version 1', ...z.toJSONSchema(documentSchema) };
}

function apiSymptom(symptom: Symptom): ApiDocument['symptoms'][number] {
  const { slug, code, title, workflow, severity, tags, quickReference, related, causes, placeholders, lastReviewed } =
    symptom;
  return {
    slug,
    code,
    title,
    summary: symptom.summary ?? null,
    workflow,
    severity,
    tags,
    quickReference,
    related,
    causes,
    placeholders,
    lastReviewed,
    path: `symptoms/${slug}/`,
    see: symptom.see.map(apiBlock),
    diagnosis: symptom.diagnosis.map(apiBlock),
    resolution: symptom.resolution.map(apiBlock),
    options: symptom.options.map(({ id, letter, title: name, blocks }) => ({
      id,
      letter,
      title: name,
      blocks: blocks.map(apiBlock),
    })),
    verify: symptom.verify.map(apiBlock),
    prevention: symptom.prevention.map(apiBlock),
    signatures: symptom.signatures.map(({ place, kind, within, lines }) => ({
      place,
      kind,
      within,
      lines: lines.map(({ text }) => text),
    })),
  };
}

function apiBlock(block: Block): ApiDocument['symptoms'][number]['see'][number] {
  switch (block.kind) {
    case 'prose':
      return { kind: 'prose', markdown: block.markdown };
    case 'checklist':
      return { kind: 'checklist', items: block.items };
    case 'log':
      return { kind: 'log', text: block.text };
    case 'commands':
      return { kind: 'commands', lang: block.lang, steps: block.steps };
    case 'snippet':
      return { kind: 'snippet', lang: block.lang, text: block.text };
  }
}
