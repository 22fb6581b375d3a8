/**
 * How likely a piece of evidence is the cause, from 0 to 1. In an excerpt that a person chose, what its signature demands
 * is all there is to go by. In a whole log, where the line stands counts as much: next to the failure, in the step that
 * failed, said as an error.
 */
import { EXCERPT_LINES } from '../model/limits.ts';
import type { Catalogue } from './catalogue.ts';
import type { Evidence } from './evidence.ts';
import type { Structure } from './structure.ts';

export interface LogView extends Structure {
  lines: number;
}

export interface Scored {
  evidence: Evidence;
  score: number;
  /** Of its signature. */
  strength: number;
  /** Lines between the evidence and the failure it leads to; null when none follows. */
  distance: number | null;
  inFailedStep: boolean;
}

/** Below it a whole log's evidence is not claimed as a cause. */
export const CLAIM = 0.48;

export const isExcerpt = ({ lines }: { lines: number }): boolean => lines <= EXCERPT_LINES;

export function scoreEvidence(evidence: Evidence, catalogue: Catalogue, log: LogView): Scored {
  const strength = catalogue.signatures[evidence.signature]!.strength;
  const distance = distanceToFailure(evidence.line, log);
  const inFailedStep = evidence.step !== null && log.failedSteps.includes(evidence.step);
  const voice = (evidence.loud ? 0.1 : 0) - (evidence.soft === null ? 0 : evidence.soft === 'warning' ? 0.2 : 0.3);
  if (isExcerpt(log)) return { evidence, strength, distance, inFailedStep, score: clamp(0.6 + 0.3 * strength + voice) };
  const nearness = distance === null ? 0 : 1 / (1 + distance / NEAR);
  const elsewhere = evidence.step !== null && log.failedSteps.length > 0 && !inFailedStep;
  const mild = log.outcome === 'failed' && catalogue.index.symptoms[evidence.symptom]!.mild;
  // Several jobs in one log: after the clean-up of one the next begins, and may fail.
  const late = log.cleanup !== null && evidence.line > log.cleanup && distance === null;
  const score =
    // Where the log marks its failures, a place far from all of them speaks against a line; elsewhere it says nothing.
    (log.outcome === 'unknown' ? 0.3 : 0.25) +
    0.3 * strength +
    0.35 * nearness +
    voice +
    (inFailedStep ? 0.15 : 0) -
    (elsewhere ? 0.35 : 0) -
    (late ? 0.3 : 0) -
    (mild ? 0.5 : 0);
  return { evidence, strength, distance, inFailedStep, score: clamp(score) };
}

/** Lines at which nearness has halved. */
const NEAR = 40;
/** Lines after a failure that still belong to what it printed. */
const AFTER = 5;

function distanceToFailure(line: number, { failures, lines, outcome }: LogView): number | null {
  if (outcome === 'unknown') return lines - line;
  const next = failures.find((failure) => failure >= line);
  if (next !== undefined) return next - line;
  const last = failures.at(-1);
  return last !== undefined && line - last <= AFTER ? line - last : null;
}

const clamp = (value: number): number => Math.max(0, Math.min(1, value));
