/**
 * The runbook as typed collections. `symptoms`, `pages` and `head` hold what src/build reads from content/; `docs` holds the
 * few pages that are the site's own words.
 */

import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import type { Block } from '../model/block.ts';
import type { Position } from '../model/diagnostic.ts';
import { PAGE_KINDS, type PageSection, pageSchema } from '../model/page.ts';
import { runbookSchema } from '../model/runbook.ts';
import { type Option, type Sample, type SignatureFence, symptomSchema } from '../model/symptom.ts';
import { workflowsSchema } from '../model/workflow.ts';
import { contentLoader } from './data/content-loader.ts';

/** Parts that the reader in src/build has built and vouches for. */
const listOf = <T>() => z.custom<T[]>(Array.isArray);
const positions = z.custom<Record<string, Position>>((value) => typeof value === 'object' && value !== null);

export const collections = {
  symptoms: defineCollection({
    loader: contentLoader(({ symptoms }) => symptoms.map((data) => ({ id: data.slug, file: data.file, data }))),
    schema: symptomSchema.extend({
      slug: z.string(),
      file: z.string(),
      see: listOf<Block>(),
      diagnosis: listOf<Block>(),
      resolution: listOf<Block>(),
      options: listOf<Option>(),
      verify: listOf<Block>(),
      prevention: listOf<Block>(),
      signatures: listOf<SignatureFence>(),
      samples: listOf<Sample>(),
      nearMisses: listOf<Sample>(),
      positions,
    }),
  }),
  pages: defineCollection({
    loader: contentLoader(({ guides, checklists, commands, escalation }) =>
      [...guides, ...checklists, ...commands, ...(escalation ? [escalation] : [])].map((data) => ({
        id: `${data.kind}/${data.slug}`,
        file: data.file,
        data,
      })),
    ),
    schema: pageSchema.extend({
      kind: z.enum(PAGE_KINDS),
      slug: z.string(),
      order: z.number(),
      file: z.string(),
      sections: listOf<PageSection>(),
    }),
  }),
  head: defineCollection({
    loader: contentLoader(({ symptoms: _, guides: _g, checklists: _c, commands: _d, escalation: _e, ...data }) => [
      { id: 'runbook', file: 'content/runbook.yaml', data },
    ]),
    schema: runbookSchema.extend({ workflows: workflowsSchema, positions }),
  }),
  /** Words of the frame that differ from Starlight's own. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({
      extend: z.object({
        /** Slug of the symptom that the page is about: its title carries code, badges and dates. */
        symptom: z.string().optional(),
        /** One sentence under the title. */
        lead: z.string().optional(),
      }),
    }),
  }),
};
