/** The quick-reference table's rows: those that the runbook puts first, then the rest by code. */
import type { Code, Slug } from '../model/ids.ts';
import type { Runbook } from './load.ts';

export interface QuickReferenceRow {
  slug: Slug;
  code: Code;
  issue: string;
  /** The column's words, e.g. `Any`. */
  workflow: string;
  /** The id of the symptom's own workflow, for filtering. */
  workflowId: string;
  /** Inline Markdown. */
  cause: string;
  fix: string;
  /** The runbook leads its table with it. */
  leading: boolean;
}

export function quickReferenceRows({ symptoms, workflows, quickReference }: Runbook): QuickReferenceRow[] {
  const rank = (slug: Slug) => (quickReference.includes(slug) ? quickReference.indexOf(slug) : quickReference.length);
  return symptoms
    .map(({ slug, code, title, workflow, quickReference: row }) => ({
      slug,
      code,
      issue: row.issue ?? title,
      workflow: row.workflow ?? workflows.find(({ id }) => id === workflow)?.name ?? workflow,
      workflowId: workflow,
      cause: row.cause,
      fix: row.fix,
      leading: quickReference.includes(slug),
    }))
    .sort((a, b) => rank(a.slug) - rank(b.slug));
}
