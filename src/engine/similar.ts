/**
 * When no signature stands in the text: is it close to something known? Words weighted by their rarity, compared with each
 * known text by Tversky's index (0.25 for what only the paste has, 0.75 for what only the known text has), which did
 * better than BM25 and n-grams on false claims and can say which words counted. Only for what a person pasted and for the
 * failing lines of a log, never for every line.
 */
import type { Hit } from '../model/result.ts';
import { isHarmless } from './harmless.ts';
import type { EngineIndex } from './index-format.ts';
import { readLineText } from './line-text.ts';

const ONLY_PASTE = 0.25;
const ONLY_KNOWN = 0.75;
/** Below it the answer is none: measured on ordinary lines, see docs. */
const CLOSE = 0.58;
/** Fewer words than this in common are chance. */
const LEAST_SHARED = 3;
const MAX_LINES = 12;
const MAX_HITS = 2;

const ERROR_WORDS =
  /\b(?:error|fail\w*|fatal|exception|cannot|can't|could not|couldn't|unable|denied|refused|exceeded|killed|timed? ?out|unauthorized|invalid|no such|not found|abort\w*|panic)\b/i;

/** Words that any failure may use: they say that something is wrong, not what. */
const GENERIC = new Set(
  (
    'error errors fail fails failed failing failure failures fatal warning exception exit exited code status line file files directory folder path ' +
    'not found find could couldn cannot can unable does doesn did didn exist exists such open read write load run running ran ' +
    'the and for from with was were are this that have has had will would should must been but you your its any all when while ' +
    'please check see use using try command process task job step build test tests testing name type value null true false ' +
    'missing invalid unknown expected unexpected unsupported because after before during than too out one two more no yes none ' +
    'bin usr src lib tmp home work runner root main https http com org www github start started stop stopped set get new local'
  ).split(' '),
);

/** Words of three letters and more, lower case; numbers, paths, quoted names and generic words are left out. */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(/(["'`]).{1,80}?\1/g, ' ')
    .replace(/\S*[/\\]\S*/g, ' ')
    .replace(/\b(?=\w*\d)\w+\b/g, ' ');
  const words = (plain.match(/[A-Za-z]{3,}/g) ?? []).map((word) => word.toLowerCase());
  return [...new Set(words.filter((word) => !GENERIC.has(word)))];
}

export function findSimilar(
  index: EngineIndex,
  lines: readonly { line: number; text: string }[],
  vetoed: (symptom: number, line: number) => boolean = () => false,
): Hit[] {
  const { words, texts } = index.similar;
  const ids = new Map(words.map(([word], id) => [word, id]));
  const best = new Map<number, { score: number; shared: number[]; line: number; raw: string }>();
  for (const { line, text: raw } of lines.slice(-MAX_LINES)) {
    const text = readLineText(raw.replace(/\r$/, ''));
    const message = text.shown.slice(text.contentStart);
    if (!ERROR_WORDS.test(message) || isHarmless(raw, text)) continue;
    const pasted = wordsOf(message);
    const known = new Set(pasted.flatMap((word) => ids.get(word) ?? []));
    const unknown = pasted.length - known.size;
    for (const [symptom, wanted] of texts) {
      const shared = wanted.filter((id) => known.has(id));
      if (shared.length < LEAST_SHARED || vetoed(symptom, line)) continue;
      const weight = (list: Iterable<number>) => [...list].reduce((sum, id) => sum + words[id]![1], 0);
      const common = weight(shared);
      const onlyKnown = weight(wanted) - common;
      const onlyPaste = weight(known) - common + unknown * 300;
      const score = common / (common + ONLY_PASTE * onlyPaste + ONLY_KNOWN * onlyKnown);
      if (score >= CLOSE && score > (best.get(symptom)?.score ?? 0)) best.set(symptom, { score, shared, line, raw });
    }
  }
  return [...best]
    .sort(([, a], [, b]) => b.score - a.score)
    .slice(0, MAX_HITS)
    .map(([symptom, found]) => toHit(index, symptom, found));
}

function toHit(
  index: EngineIndex,
  symptom: number,
  { score, shared, line, raw }: { score: number; shared: number[]; line: number; raw: string },
): Hit {
  const { slug, code, title } = index.symptoms[symptom]!;
  const text = raw.replace(/\r$/, '');
  const counted = shared
    .map((id) => index.similar.words[id]!)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([word]) => `“${word}”`);
  return {
    symptom: slug,
    code,
    title,
    option: null,
    verdict: 'similar',
    score: Math.round(score * 1000) / 1000,
    line,
    column: 1,
    endColumn: text.length + 1,
    text,
    textStart: 0,
    captures: {},
    signature: '',
    reasons: [
      `No signature stands in it, but it has ${counted.join(', ')} in common with a known text of ${code}.`,
      'Compare it with what that page shows before you act on it.',
    ],
    count: 1,
    lines: [line],
    step: null,
    consequenceOf: null,
  };
}
