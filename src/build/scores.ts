/** The figures of an evaluation. Each rate says of how many. */
import type { Hit } from '../model/result.ts';

interface Label {
  expect: string | null;
  also: string[];
  null_ok: boolean;
}

export interface LabelledLine extends Label {
  id: string;
  text: string;
  kind: 'positive' | 'hard-negative' | 'negative';
}

export interface LabelledLog extends Label {
  file: string;
  /** 1-based. */
  evidence_lines: number[];
  outcome?: string | undefined;
}

export interface LineAnswer {
  label: LabelledLine;
  hits: Hit[];
}

export interface LogAnswer {
  label: LabelledLog;
  hits: Hit[];
}

export interface Rate {
  /** 0 to 1; null of none. */
  rate: number | null;
  count: number;
  of: number;
}

export interface Wrong {
  id: string;
  expect: string | null;
  got: string | null;
  verdict: string;
}

export interface Scores {
  recallAt1: Rate;
  recallAt1ByVerdict: { match: Rate; similar: Rate };
  precisionOfMatch: Rate;
  precisionOfMatchAndSimilar: Rate;
  falsePositiveRate: { negatives: Rate; hardNegatives: Rate };
  logs: { rootCauseAt1: Rate; rootCauseAt3: Rate; wrongLine: Rate; claimsOnPassing: Rate; claimsOnUnknown: Rate };
}

/** Lines that an answer may be off the marked evidence. */
const LINE_TOLERANCE = 2;

export function score(lines: readonly LineAnswer[], logs: readonly LogAnswer[]): { scores: Scores; wrong: Wrong[] } {
  const positives = lines.filter(({ label }) => label.kind === 'positive');
  const right = positives.filter(isRight);
  const claims = lines.filter(({ hits }) => hits.length > 0);
  const matches = claims.filter(({ hits }) => hits[0]!.verdict === 'match');
  const falseClaims = (kind: LabelledLine['kind']) => {
    const all = lines.filter(({ label }) => label.kind === kind);
    return rate(all.filter(isFalseClaim).length, all.length);
  };
  const scores: Scores = {
    recallAt1: rate(right.length, positives.length),
    recallAt1ByVerdict: {
      match: rate(right.filter(({ hits }) => hits[0]?.verdict === 'match').length, positives.length),
      similar: rate(right.filter(({ hits }) => hits[0]?.verdict === 'similar').length, positives.length),
    },
    precisionOfMatch: rate(matches.filter(isAcceptable).length, matches.length),
    precisionOfMatchAndSimilar: rate(claims.filter(isAcceptable).length, claims.length),
    falsePositiveRate: { negatives: falseClaims('negative'), hardNegatives: falseClaims('hard-negative') },
    logs: scoreLogs(logs),
  };
  const wrong = [
    ...lines
      .filter((answer) => (answer.label.kind === 'positive' ? !isRight(answer) : isFalseClaim(answer)))
      .map(({ label, hits }) => toWrong(label.id, label.expect, hits)),
    ...logs.filter((answer) => !isRightLog(answer)).map(({ label, hits }) => toWrong(label.file, label.expect, hits)),
  ];
  return { scores, wrong };
}

function scoreLogs(logs: readonly LogAnswer[]): Scores['logs'] {
  const known = logs.filter(({ label }) => label.expect !== null);
  const unknown = logs.filter(({ label }) => label.expect === null);
  const passing = unknown.filter(({ label }) => label.outcome === 'success');
  const failing = unknown.filter(({ label }) => label.outcome !== 'success');
  const first = known.filter(({ label, hits }) => accepts(label, hits[0]));
  return {
    rootCauseAt1: rate(first.length, known.length),
    rootCauseAt3: rate(
      known.filter(({ label, hits }) => hits.slice(0, 3).some((hit) => accepts(label, hit))).length,
      known.length,
    ),
    wrongLine: rate(first.filter(({ label, hits }) => !onEvidence(label, hits[0]!)).length, first.length),
    claimsOnPassing: rate(passing.filter(({ hits }) => hits.length > 0).length, passing.length),
    claimsOnUnknown: rate(
      failing.filter(({ label, hits }) => hits[0] !== undefined && !label.also.includes(hits[0].symptom)).length,
      failing.length,
    ),
  };
}

const accepts = ({ expect, also }: Label, hit: Hit | undefined): boolean =>
  hit !== undefined && (hit.symptom === expect || also.includes(hit.symptom));
const isRight = ({ label, hits }: LineAnswer): boolean => (hits.length === 0 ? label.null_ok : accepts(label, hits[0]));
const isAcceptable = ({ label, hits }: LineAnswer): boolean => accepts(label, hits[0]);
const isFalseClaim = ({ label, hits }: LineAnswer): boolean =>
  label.kind !== 'positive' && hits[0] !== undefined && !label.also.includes(hits[0].symptom);
const isRightLog = ({ label, hits }: LogAnswer): boolean =>
  label.expect === null
    ? hits[0] === undefined || label.also.includes(hits[0].symptom)
    : hits.length === 0
      ? label.null_ok
      : accepts(label, hits[0]);

function onEvidence({ evidence_lines }: LabelledLog, { line }: Hit): boolean {
  return evidence_lines.length === 0 || evidence_lines.some((at) => Math.abs(at - line) <= LINE_TOLERANCE);
}

function toWrong(id: string, expect: string | null, [first]: Hit[]): Wrong {
  return { id, expect, got: first?.symptom ?? null, verdict: first?.verdict ?? 'none' };
}

const rate = (count: number, of: number): Rate => ({
  rate: of === 0 ? null : Math.round((count / of) * 10000) / 10000,
  count,
  of,
});
