/** The rows of the quick-reference table: those that runbook.yaml names first, in its order, then the rest by code. */
import type { Symptom } from '../model/symptom.ts';
import type { Runbook } from './load.ts';

export interface QuickReferenceRow {
  symptom: Symptom;
  issue: string;
  workflow: string;
  /** Inline Markdown. */
  cause: string;
  fix: string;
  /** Named in runbook.yaml: the failures to think of first. */
  leads: boolean;
}

export function quickReferenceRows(runbook: Runbook): QuickReferenceRow[] {
  const names = new Map(runbook.workflows.map(({ id, name }) => [id, name]));
  const leading = runbook.quickReference.flatMap((slug) => runbook.symptoms.filter((symptom) => symptom.slug === slug));
  const rest = runbook.symptoms.filter((symptom) => !leading.includes(symptom));
  return [...leading, ...rest].map((symptom) => ({
    symptom,
    issue: symptom.quickReference.issue ?? symptom.title,
    workflow: symptom.quickReference.workflow ?? names.get(symptom.workflow) ?? symptom.workflow,
    cause: symptom.quickReference.cause,
    fix: symptom.quickReference.fix,
    leads: leading.includes(symptom),
  }));
}
