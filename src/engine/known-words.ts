/** The words of all that is known of each symptom: its log text, and the fixed text of its signatures. */
import type { EngineIndex } from './index-format.ts';

export interface KnownWords {
  /** By the number of a word: the word, and its rarity (inverse document frequency). */
  words: { word: string; rarity: number }[];
  ids: Map<string, number>;
  /** The words of each known text, and its symptom. */
  texts: { symptom: number; words: number[] }[];
}

/** A text with fewer words says nothing. */
const LEAST_WORDS = 3;

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

export function readKnownWords({ known, fences }: Pick<EngineIndex, 'known' | 'fences'>): KnownWords {
  const signatures = fences
    .filter(({ kind }) => kind === 'any' || kind === 'excerpt')
    .flatMap(({ symptom, lines }) => lines.map((line): [number, string] => [symptom, fixedText(line)]));
  const texts = [...known, ...signatures]
    .map(([symptom, text]) => ({ symptom, words: wordsOf(text) }))
    .filter(({ words }) => words.length >= LEAST_WORDS);
  const frequency = new Map<string, number>();
  for (const { words } of texts) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const words = [...frequency].map(([word, count]) => ({ word, rarity: Math.log(1 + texts.length / count) }));
  const ids = new Map(words.map(({ word }, id) => [word, id]));
  return {
    words,
    ids,
    texts: texts.map(({ symptom, words: list }) => ({ symptom, words: list.map((word) => ids.get(word)!) })),
  };
}

const fixedText = (signature: string): string => signature.replace(/<[^>]*>/g, ' ').replace(/[{}|]/g, ' ');
