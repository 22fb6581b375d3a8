/** From what was gathered to what is said. */
import type { LookupResult } from '../model/result.ts';
import { failingLines } from './failing-lines.ts';
import type { Gathered } from './gather.ts';
import { rankSymptoms } from './rank.ts';
import { isExcerpt } from './score.ts';
import { findSimilar } from './similar.ts';

/** Whether a veto for a symptom stands on a line. */
function vetoedIn({ catalogue, vetoLines }: Gathered): (symptom: number, line: number) => boolean {
  return (symptom, line) =>
    [...vetoLines].some(([veto, lines]) => catalogue.vetoes[veto]!.symptom === symptom && lines.includes(line));
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
  const hits =
    matches.length > 0 || structure.outcome === 'passed'
      ? matches
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
