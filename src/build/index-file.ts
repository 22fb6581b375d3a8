/** What the engine needs of the content, as one JSON document. */
import { type EngineIndex, INDEX_FORMAT, type IndexedFence } from '../engine/index-format.ts';
import { wordsOf } from '../engine/similar.ts';
import type { Symptom } from '../model/symptom.ts';
import type { Runbook } from './load.ts';

export function buildIndex({ symptoms }: Pick<Runbook, 'symptoms'>): EngineIndex {
  const number = new Map(symptoms.map(({ slug }, i) => [slug, i]));
  return {
    format: INDEX_FORMAT,
    symptoms: symptoms.map(({ slug, code, title, failsJob, causes }) => ({
      slug,
      code,
      title,
      mild: !failsJob,
      causes: causes.flatMap((other) => number.get(other) ?? []),
    })),
    fences: symptoms.flatMap((symptom, i) =>
      symptom.signatures.map(
        ({ kind, place, within, lines }): IndexedFence => ({
          symptom: i,
          place,
          kind,
          within,
          lines: lines.map(({ text }) => text),
        }),
      ),
    ),
    similar: buildSimilar(symptoms),
  };
}

/** Words in fewer texts than half are kept; a text needs this many of them to say anything. */
const LEAST_WORDS = 3;

function buildSimilar(symptoms: readonly Symptom[]): EngineIndex['similar'] {
  const texts = symptoms.flatMap((symptom, i) =>
    knownTexts(symptom).map((text): [number, string[]] => [i, wordsOf(text)]),
  );
  const useful = texts.filter(([, words]) => words.length >= LEAST_WORDS);
  const frequency = new Map<string, number>();
  for (const [, words] of useful) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const words = [...frequency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]): [string, number] => [word, Math.round(100 * Math.log(1 + useful.length / count))]);
  const ids = new Map(words.map(([word], id) => [word, id]));
  return { words, texts: useful.map(([symptom, list]) => [symptom, list.map((word) => ids.get(word)!)]) };
}

/** Log text that a person wrote down, and the fixed text of the signatures. */
function knownTexts({ see, samples, signatures }: Symptom): string[] {
  const shown = see.flatMap((block) => (block.kind === 'log' ? block.text.split('\n') : []));
  const sampled = samples.flatMap(({ text }) => text.split('\n'));
  const templates = signatures
    .filter(({ kind }) => kind === 'any' || kind === 'excerpt')
    .flatMap(({ lines }) => lines.map(({ text }) => text.replace(/<[^>]*>/g, ' ').replace(/[{}|]/g, ' ')));
  return [...new Set([...shown, ...sampled, ...templates])];
}
