/** Collects the diagnostics of one file, so that a reader of content never stops at the first mistake. */
import type { Node } from 'unist';
import type { Diagnostic, Position } from '../model/diagnostic.ts';

export interface Reporter {
  diagnostics: Diagnostic[];
  error(place: Position | Node | undefined, ruleId: string, message: string, hint?: string): void;
}

export function createReporter(file: string, diagnostics: Diagnostic[] = []): Reporter {
  return {
    diagnostics,
    error(place, ruleId, message, hint) {
      const { line, column } = positionOf(place);
      diagnostics.push({
        file,
        line,
        column,
        ruleId,
        severity: 'error',
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    },
  };
}

export function positionOf(place: Position | Node | undefined): Position {
  if (place && 'line' in place) return place;
  const start = place?.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}
