/** Why a hit is what it is, in sentences. */
import type { Signature } from './catalogue.ts';
import { isExcerpt, type LogView, type Scored } from './score.ts';

export interface ReasonInput {
  best: Scored;
  count: number;
  signature: Signature;
  /** Codes of the hits that follow from this one. */
  consequences: string[];
  /** Code of the hit that this one follows from. */
  causedBy: string | null;
  log: LogView;
}

/** Strength from which a signature can be said to leave little room for another meaning. */
const LITERAL = 0.7;

export function reasonsFor({ best, count, signature, consequences, causedBy, log }: ReasonInput): string[] {
  const { evidence, distance, inFailedStep } = best;
  const reasons: string[] = [];
  reasons.push(
    signature.text.includes('\n')
      ? 'These lines stand there in this order.'
      : signature.strength >= LITERAL
        ? 'The line says so literally.'
        : 'The line has the words of this failure.',
  );
  if (causedBy !== null) reasons.push(`It probably follows from ${causedBy}, which stands in the same log.`);
  if (consequences.length > 0)
    reasons.push(`${list(consequences)} ${consequences.length === 1 ? 'follows' : 'follow'} from it.`);
  if (!isExcerpt(log)) reasons.push(...placeReasons(evidence.step, inFailedStep, distance, log));
  if (evidence.soft === 'warning') reasons.push('The line is a warning, so it may not be the cause.');
  if (evidence.soft === 'retry') reasons.push('The line is a try that is repeated, so it may not be the cause.');
  if (count > 1) reasons.push(`${count} lines of the log say so.`);
  return reasons;
}

function placeReasons(step: string | null, inFailedStep: boolean, distance: number | null, log: LogView): string[] {
  const reasons: string[] = [];
  if (inFailedStep) reasons.push(`It stands in the step that failed: ${step}.`);
  if (log.outcome === 'failed' && distance !== null && distance <= 3)
    reasons.push('It is the last thing said before the failure.');
  else if (log.outcome === 'failed' && distance !== null && distance <= 60)
    reasons.push(`The failure is reported ${distance} lines below it.`);
  return reasons;
}

function list(words: string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
