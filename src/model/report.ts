/** Diagnostics as text: the one form that the check, the build and the development server print. */
import type { Diagnostic } from './diagnostic.ts';

/** `file:line:column  rule-id  message`, the hint indented below. */
export function formatDiagnostic({ file, line, column, ruleId, severity, message, hint }: Diagnostic): string {
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${line}:${column}  ${ruleId}  ${mark}${message}${hint === undefined ? '' : `\n    ${hint}`}`;
}

export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatDiagnostic).join('\n');
}
