/**
 * When no signature stands in the text: is it close to something known? Words weighted by their rarity, compared with each
 * known text by Tversky's index (0.25 for what only the paste has, 0.75 for what only the known text has), which did
 * better than BM25 and n-grams on false claims and can say which words counted. Only for what a person pasted and for the
 * failing lines of a log, never for every line.
 */
import type { Hit } from '../model/result.ts';
import type { Catalogue } from './catalogue.ts';
import { isHarmless } from './harmless.ts';
import type { EngineIndex } from './index-format.ts';
import { wordsOf } from './known-words.ts';
import { type LineText, readLineText } from './line-text.ts';
import { wholeLineHit } from './whole-line.ts';

const ONLY_PASTE = 0.25;
const ONLY_KNOWN = 0.75;
/** Below it the answer is none: measured on ordinary lines, see docs. */
const CLOSE = 0.58;
/** Fewer words than this in common are chance. */
const LEAST_SHARED = 3;
const MAX_LINES = 12;
const MAX_HITS = 2;
/** Words named as reasons. */
const MAX_WORDS = 5;
/** Of a pasted word that no known text has: as rare as one text in twenty. */
const UNKNOWN_RARITY = 3;

const ERROR_WORDS =
  /\b(?:error|fail\w*|fatal|exception|cannot|can't|could not|couldn't|unable|denied|refused|exceeded|killed|timed? ?out|unauthorized|invalid|no such|not found|abort\w*|panic)\b/i;

/** Whether a line may not be called similar to a symptom. */
export type Vetoed = (symptom: number, line: number, text: LineText) => boolean;

export function findSimilar(
  { index, known: readKnown }: Pick<Catalogue, 'index' | 'known'>,
  lines: readonly { line: number; text: string }[],
  vetoed: Vetoed = () => false,
): Hit[] {
  const { words, ids, texts } = readKnown();
  const best = new Map<number, { score: number; shared: number[]; line: number; raw: string }>();
  for (const { line, text: raw } of lines.slice(-MAX_LINES)) {
    const text = readLineText(raw.replace(/\r$/, ''));
    const message = text.shown.slice(text.contentStart);
    if (!ERROR_WORDS.test(message) || isHarmless(raw, text)) continue;
    const pasted = wordsOf(message);
    const known = new Set(pasted.flatMap((word) => ids.get(word) ?? []));
    const unknown = pasted.length - known.size;
    for (const { symptom, words: wanted } of texts) {
      const shared = wanted.filter((id) => known.has(id));
      if (shared.length < LEAST_SHARED || vetoed(symptom, line, text)) continue;
      const weight = (list: Iterable<number>) => [...list].reduce((sum, id) => sum + words[id]!.rarity, 0);
      const common = weight(shared);
      const onlyKnown = weight(wanted) - common;
      const onlyPaste = weight(known) - common + unknown * UNKNOWN_RARITY;
      const score = common / (common + ONLY_PASTE * onlyPaste + ONLY_KNOWN * onlyKnown);
      if (score >= CLOSE && score > (best.get(symptom)?.score ?? 0)) best.set(symptom, { score, shared, line, raw });
    }
  }
  return [...best]
    .sort(([, a], [, b]) => b.score - a.score)
    .slice(0, MAX_HITS)
    .map(([symptom, { shared, ...found }]) => {
      const counted = shared.map((id) => words[id]!).sort((a, b) => b.rarity - a.rarity);
      return toHit(index, symptom, { ...found, counted: counted.slice(0, MAX_WORDS).map(({ word }) => `“${word}”`) });
    });
}

function toHit(
  index: EngineIndex,
  symptom: number,
  { score, counted, line, raw }: { score: number; counted: string[]; line: number; raw: string },
): Hit {
  const { code } = index.symptoms[symptom]!;
  return wholeLineHit(index.symptoms[symptom]!, {
    line,
    text: raw.replace(/\r$/, ''),
    verdict: 'similar',
    score: Math.round(score * 1000) / 1000,
    reasons: [
      `No signature stands in it, but it has ${counted.join(', ')} in common with a known text of ${code}.`,
      'Compare it with what that page shows before you act on it.',
    ],
  });
}
