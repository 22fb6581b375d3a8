/** Orders the symptoms of one log: the best evidence of each, causes before what follows from them. */
import type { Hit } from '../model/result.ts';
import type { Evidence } from './evidence.ts';
import type { Gathered } from './gather.ts';
import { reasonsFor } from './reasons.ts';
import { CLAIM, isExcerpt, type LogView, type Scored, scoreEvidence } from './score.ts';
import { concerns } from './vetoes.ts';

/** A symptom with its evidence, scored. */
export interface Ranked {
  symptom: number;
  best: Scored;
  count: number;
  lines: number[];
  /** The symptom that this one follows from. */
  cause: number | null;
}

/** What the cause of something claimed may fall short of the threshold. */
const CAUSE_ALLOWANCE = 0.25;
/** Lines by which a cause may stand behind its consequence: logs of several processes are not quite in order. */
const DISORDER = 30;
const MAX_LINES = 300;

export function rankSymptoms(gathered: Gathered, log: LogView): Hit[] {
  if (log.outcome === 'passed' && !isExcerpt(log)) return [];
  const ranked: Ranked[] = [];
  for (const [symptom, list] of gathered.evidence) {
    const kept = list.items();
    const scored = standing(kept, gathered).map((evidence) => scoreEvidence(evidence, gathered.catalogue, log));
    const best = bestOf(scored);
    if (best === null || (!isExcerpt(log) && best.score < CLAIM - CAUSE_ALLOWANCE)) continue;
    const lines = linesOf(scored.map(({ evidence }) => evidence));
    const count = lines.length + list.lines - linesOf(kept).length;
    ranked.push({ symptom, best, count, lines: lines.slice(0, MAX_LINES), cause: null });
  }
  ranked.sort(
    (a, b) => b.best.score - a.best.score || a.best.evidence.line - b.best.evidence.line || a.symptom - b.symptom,
  );
  linkConsequences(ranked, gathered);
  return causesFirst(claimed(ranked, log)).map((item, _, all) => toHit(item, all, gathered, log));
}

/**
 * What is claimed of a whole log: what reaches the threshold, and what is known to cause that. A step that ends well in
 * spite of an error, as `pytest || true` does, says nothing itself and may be why a later one fails.
 */
function claimed(ranked: Ranked[], log: LogView): Ranked[] {
  if (isExcerpt(log)) return ranked;
  const reaches = ({ best }: Ranked) => best.score >= CLAIM;
  const kept = ranked.filter(
    (item) => reaches(item) || ranked.some((other) => reaches(other) && other.cause === item.symptom),
  );
  for (const item of kept) if (!kept.some(({ symptom }) => symptom === item.cause)) item.cause = null;
  return kept;
}

/** Lines that one message may spread its evidence over. */
const CLUSTER = 6;
/** Share of the best score that the first line of a message needs to stand for it. */
const FIRST_SHARE = 0.75;
/** The same of its signature's strength: a banner above the message is no stand-in for it. */
const CLEAR_SHARE = 0.8;

/** The best-placed evidence; where a run of lines says the same, that of the first of them, which a reader wants to see. */
function bestOf(scored: readonly Scored[]): Scored | null {
  const best = strongest(scored);
  if (best === null) return null;
  const least = best.score * FIRST_SHARE;
  let line = best.evidence.line;
  for (const other of scored.toReversed()) {
    const { evidence, score, strength } = other;
    const near = evidence.line < line && line - evidence.line <= CLUSTER;
    const asClear = says(other) > says(best) || (strength >= best.strength * CLEAR_SHARE && says(other) >= says(best));
    if (near && score >= least && asClear) line = evidence.line;
  }
  return strongest(scored.filter(({ evidence }) => evidence.line === line));
}

const linesOf = (evidence: readonly Evidence[]): number[] => [...new Set(evidence.map(({ line }) => line))];

/** How much evidence tells: which option, which values. */
const says = ({ evidence }: Scored): number =>
  (evidence.option === null ? 0 : 1) + Object.keys(evidence.captures).length;

/** By score; among equals the one that says more: which option, which values. */
function strongest(scored: readonly Scored[]): Scored | null {
  return scored.reduce<Scored | null>(
    (top, next) =>
      top === null || next.score > top.score || (next.score === top.score && says(next) > says(top)) ? next : top,
    null,
  );
}

/** Evidence that no veto with a reach stands near. */
function standing(items: Evidence[], { catalogue, vetoLines }: Gathered): Evidence[] {
  const reaching = catalogue.vetoes.flatMap((veto, id) =>
    veto.within > 0 && vetoLines.has(id) ? [{ ...veto, lines: vetoLines.get(id)! }] : [],
  );
  if (reaching.length === 0) return items;
  return items.filter(
    ({ symptom, option, line }) =>
      !reaching.some(
        (veto) => concerns(veto, symptom, option) && veto.lines.some((at) => Math.abs(at - line) <= veto.within),
      ),
  );
}

/** Lines of a repeated try from which on it counts as one that never went through. */
const MANY_TRIES = 5;

/** A warning explains nothing else, and neither does a try or two that failed before one went through. */
function canCause({ best, count }: Ranked): boolean {
  const { soft } = best.evidence;
  return soft === null || (soft === 'retry' && count >= MANY_TRIES);
}

function linkConsequences(ranked: Ranked[], { catalogue }: Gathered): void {
  for (const effect of ranked) {
    const cause = ranked.find(
      (other) =>
        other !== effect &&
        other.cause !== effect.symptom &&
        catalogue.index.symptoms[other.symptom]!.causes.includes(effect.symptom) &&
        canCause(other) &&
        // One line that two symptoms claim is no sequence of events.
        other.best.evidence.line !== effect.best.evidence.line &&
        other.best.evidence.line <= effect.best.evidence.line + DISORDER,
    );
    if (cause !== undefined) effect.cause = cause.symptom;
  }
}

/** Each cause directly above what follows from it; otherwise by score. */
function causesFirst(ranked: readonly Ranked[]): Ranked[] {
  const out: Ranked[] = [];
  /** Causes may go in a circle: each is looked at once. */
  const begun = new Set<Ranked>();
  const place = (item: Ranked): void => {
    if (begun.has(item)) return;
    begun.add(item);
    const cause = ranked.find(({ symptom }) => symptom === item.cause);
    if (cause !== undefined) place(cause);
    out.push(item);
  };
  for (const item of ranked) place(item);
  return out;
}

function toHit({ symptom, best, count, lines, cause }: Ranked, all: Ranked[], gathered: Gathered, log: LogView): Hit {
  const { index, signatures } = gathered.catalogue;
  const { slug, code, title } = index.symptoms[symptom]!;
  const { evidence } = best;
  const consequences = all
    .filter((other) => other.cause === symptom)
    .map((other) => index.symptoms[other.symptom]!.code);
  const causedBy = cause === null ? null : index.symptoms[cause]!;
  return {
    symptom: slug,
    code,
    title,
    option: evidence.option,
    verdict: 'match',
    score: Math.round(best.score * 1000) / 1000,
    line: evidence.line,
    column: evidence.column,
    endColumn: evidence.endColumn,
    text: evidence.text,
    textStart: evidence.textStart,
    captures: evidence.captures,
    signature: signatures[evidence.signature]!.text,
    reasons: reasonsFor({
      best,
      count,
      signature: signatures[evidence.signature]!,
      consequences,
      causedBy: causedBy?.code ?? null,
      log,
    }),
    count,
    lines,
    step: evidence.step,
    consequenceOf: causedBy?.slug ?? null,
  };
}
