/** What says that a line is no evidence for a symptom, or for one of its options. */
import type { Catalogue, Veto } from './catalogue.ts';
import type { LineText } from './line-text.ts';
import { matchAny } from './match.ts';

/** Whether a veto speaks of evidence for a symptom, or for one of its options. */
export function concerns(veto: Veto, symptom: number, option: string | null): boolean {
  return veto.symptom === symptom && (veto.option === null || veto.option === option);
}

/** Whether a veto stands on the line itself. */
export function isVetoed({ vetoes }: Catalogue, symptom: number, option: string | null, text: LineText): boolean {
  return vetoes.some(
    (veto) => concerns(veto, symptom, option) && veto.patterns.some((pattern) => matchAny(pattern, text) !== null),
  );
}
