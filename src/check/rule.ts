/** A content rule: one question asked of the whole runbook. One file each in `rules/`. */
import type { Runbook } from '../build/load.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import type { Slug } from '../model/ids.ts';

export interface Finding {
  file: string;
  place: Position | undefined;
  /** The part of the rule's id after `/`. */
  name: string;
  message: string;
  hint?: string;
  severity?: Diagnostic['severity'];
}

export interface Rule {
  /** First half of the ids it reports, e.g. `codes`. */
  group: string;
  /** @param slugs All symptom folders, of those that could not be read too. */
  find(runbook: Runbook, slugs: readonly Slug[]): Iterable<Finding>;
}

export function runRule(rule: Rule, runbook: Runbook, slugs: readonly Slug[]): Diagnostic[] {
  return [...rule.find(runbook, slugs)].map(({ file, place, name, message, hint, severity }) => ({
    file,
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    ruleId: `${rule.group}/${name}`,
    severity: severity ?? 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  }));
}
