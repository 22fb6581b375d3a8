/** Small indexes for the engine, as few words as a test needs. */
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { type EngineIndex, INDEX_FORMAT, type IndexedFence } from '../../src/engine/index-format.ts';
import type { LookupResult } from '../../src/model/result.ts';

export interface TestSymptom {
  /** Without it `s0`, `s1`, … */
  slug?: string;
  mild?: boolean;
  /** Slugs of what follows from it. */
  causes?: string[];
  /** A fence of single signatures at the symptom itself. */
  lines?: string[];
  fences?: Partial<Omit<IndexedFence, 'symptom'>>[];
  /** Known texts for answers when nothing matches. */
  texts?: string[][];
}

/** Symptom k has the code `T00k`. */
export function indexOf(symptoms: readonly TestSymptom[]): EngineIndex {
  const slugs = symptoms.map(({ slug }, i) => slug ?? `s${i}`);
  return {
    format: INDEX_FORMAT,
    symptoms: symptoms.map(({ causes = [], mild = false }, i) => ({
      slug: slugs[i]!,
      code: `T00${i}`,
      title: `Title of ${slugs[i]}`,
      names: [`title of ${slugs[i]}`],
      mild,
      causes: causes.map((slug) => slugs.indexOf(slug)),
    })),
    fences: symptoms.flatMap(({ lines = [], fences = [] }, symptom) => [
      ...(lines.length > 0 ? [{ symptom, place: 'symptom' as const, kind: 'any' as const, within: 0, lines }] : []),
      ...fences.map(
        (fence): IndexedFence => ({ symptom, place: 'symptom', kind: 'any', within: 0, lines: [], ...fence }),
      ),
    ]),
    known: symptoms.flatMap(({ texts = [] }, i) => texts.map((text): [number, string] => [i, text.join(' ')])),
  };
}

export const engineOf = (...symptoms: TestSymptom[]): Engine => createEngine(indexOf(symptoms));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const lookupText = (engine: Engine, text: string): LookupResult => engine.lookup(bytesOf(text));

/** So many lines that mean nothing, for logs that are no excerpts. */
export const chatter = (count: number): string =>
  Array.from({ length: count }, (_, i) => `doing thing number ${i}\n`).join('');
