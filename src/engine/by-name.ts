/** A symptom asked for by what it is called: its code, its title, its row in the table. Only the whole name counts. */
import type { Hit } from '../model/result.ts';
import type { EngineIndex } from './index-format.ts';
import { wholeLineHit } from './whole-line.ts';

/** Lower-case words with one space between; punctuation and the spelling of its joints do not matter. */
export function nameOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** @param text One line. */
export function findByName({ symptoms }: EngineIndex, text: string): Hit[] {
  const name = nameOf(text);
  return symptoms
    .filter(({ code, names }) => name !== '' && (nameOf(code) === name || names.includes(name)))
    .map((symptom) =>
      wholeLineHit(symptom, {
        line: 1,
        text,
        verdict: 'match',
        score: 1,
        reasons: ['It is what this failure is called.'],
      }),
    );
}
