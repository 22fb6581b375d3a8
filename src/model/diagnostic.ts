/** What a content check reports: where, which rule, what was found and what was expected. */
export interface Diagnostic {
  /** Relative to the project, with `/`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** `group/name`, stable, e.g. `frontmatter/unknown-key`. */
  ruleId: string;
  severity: 'error' | 'warning';
  /** `Unexpected X, expected Y.` */
  message: string;
  /** Why it matters or how to mend it. */
  hint?: string;
}

export interface Position {
  line: number;
  column: number;
}

/** Files in order, then by place, then by rule: the order a person works through them. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  );
}
