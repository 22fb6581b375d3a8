/** The groups that symptoms belong to: `content/workflows.yaml`. */
import { z } from 'zod';
import { SLUG } from './ids.ts';

export const workflowSchema = z.strictObject({
  id: z
    .string()
    .regex(SLUG, 'expected lower-case words joined by "-"')
    .describe('Part of the address: /workflows/<id>/'),
  name: z.string().min(1).max(60).describe('Short name: badges, the table’s column'),
  heading: z.string().min(1).max(100).describe('Heading of the group in the runbook'),
  description: z.string().min(1).max(300).describe('One sentence for the group’s page'),
});

export const workflowsSchema = z.array(workflowSchema).min(1);

export type Workflow = z.infer<typeof workflowSchema>;
