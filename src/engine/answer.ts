/** From what was gathered to what is said. */
import type { LookupResult } from '../model/result.ts';
import { findByName } from './by-name.ts';
import { failingLines } from './failing-lines.ts';
import type { Gathered } from './gather.ts';
import { rankSymptoms } from './rank.ts';
import { isExcerpt } from './score.ts';
import { findSimilar, type Vetoed } from './similar.ts';
import { concerns, isVetoed } from './vetoes.ts';

/** Whether a veto for a symptom stands on a line, or near enough. */
function vetoedIn({ catalogue, vetoLines }: Gathered): Vetoed {
  return (symptom, line, text) =>
    isVetoed(catalogue, symptom, null, text) ||
    [...vetoLines].some(([id, lines]) => {
      const veto = catalogue.vetoes[id]!;
      return concerns(veto, symptom, null) && lines.some((at) => Math.abs(at - line) <= veto.within);
    });
}

export function answer(gathered: Gathered): LookupResult {
  const structure = gathered.structure.read(gathered.lines);
  const log = { ...structure, lines: gathered.lines };
  const matches = rankSymptoms(gathered, log);
  const failing =
    matches.length === 0 && structure.outcome !== 'passed'
      ? failingLines(gathered, structure.outcome === 'failed')
      : [];
  const excerpt = isExcerpt(log) ? gathered.tail.map(({ line, text }) => ({ line, text })) : failing;
  const named =
    gathered.lines === 1 && matches.length === 0
      ? findByName(gathered.catalogue.index, gathered.tail[0]?.text ?? '')
      : [];
  const hits =
    named.length > 0 || matches.length > 0 || structure.outcome === 'passed'
      ? [...named, ...matches]
      : findSimilar(gathered.catalogue, excerpt, vetoedIn(gathered));
  return {
    verdict: hits[0]?.verdict ?? 'none',
    hits,
    outcome: structure.outcome,
    failedSteps: structure.failedSteps,
    failing,
    lines: gathered.lines,
    bytes: gathered.bytes,
  };
}
