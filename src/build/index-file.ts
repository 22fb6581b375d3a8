/** What the engine needs of the content, as one JSON document. */
import { nameOf } from '../engine/by-name.ts';
import { type EngineIndex, INDEX_FORMAT, type IndexedFence } from '../engine/index-format.ts';
import type { Symptom } from '../model/symptom.ts';
import type { Runbook } from './load.ts';

export function buildIndex({ symptoms }: Pick<Runbook, 'symptoms'>): EngineIndex {
  const number = new Map(symptoms.map(({ slug }, i) => [slug, i]));
  return {
    format: INDEX_FORMAT,
    symptoms: symptoms.map(({ slug, code, title, failsJob, causes, quickReference }) => ({
      slug,
      code,
      title,
      names: namesOf(slug, title, quickReference.issue ?? ''),
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
    known: symptoms.flatMap((symptom, i) => knownLines(symptom).map((text): [number, string] => [i, text])),
  };
}

/** A name in parentheses, as in `OOM (Out of Memory)`, is one of its own. */
function namesOf(...texts: string[]): string[] {
  const names = texts.flatMap((text) => [
    text,
    text.replace(/\(.*?\)/g, ' '),
    ...[...text.matchAll(/\((.*?)\)/g)].map((match) => match[1]!),
  ]);
  return [...new Set(names.map(nameOf))].filter((name) => name.length > 2);
}

/** Lines that a person wrote down because a machine had printed them. */
function knownLines({ see, samples }: Symptom): string[] {
  const shown = see.flatMap((block) => (block.kind === 'log' ? block.text.split('\n') : []));
  const sampled = samples.flatMap(({ text }) => text.split('\n'));
  return [...new Set([...shown, ...sampled].map((line) => line.trim()))].filter((line) => line !== '');
}
