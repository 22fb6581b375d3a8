/** A content rule: one question asked of the whole runbook. One file each in `rules/`. */
import type { Runbook } from '../build/load.ts';
import type { Diagnostic, Position } from '../model/diagnostic.ts';

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
  find(runbook: Runbook): Iterable<Finding>;
}

export function runRule(rule: Rule, runbook: Runbook): Diagnostic[] {
  return [...rule.find(runbook)].map(({ file, place, name, message, hint, severity }) => ({
    file,
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    ruleId: `${rule.group}/${name}`,
    severity: severity ?? 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  }));
}
