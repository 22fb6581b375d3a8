/** Counts the lines on which any of a list of signatures stands: the scan and the verification, without the ranking. */
import { CHUNK_BYTES } from '../model/limits.ts';
import { createBuffer } from './buffer.ts';
import { buildCatalogue } from './catalogue.ts';
import { gramCost } from './gram-cost.ts';
import { INDEX_FORMAT } from './index-format.ts';
import { createLineWalker } from './lines.ts';

export interface LineCounter {
  push(chunk: Uint8Array): void;
  finish(): { lines: number; matched: number };
}

/** @throws SignatureError */
export function countMatchingLines(signatures: readonly string[]): LineCounter {
  const symptoms = [{ slug: 'any', code: 'ANY', title: 'any', names: [], mild: false, causes: [] }];
  const fences = [{ symptom: 0, place: 'symptom' as const, kind: 'any' as const, within: 0, lines: [...signatures] }];
  const catalogue = buildCatalogue({ format: INDEX_FORMAT, symptoms, fences, known: [] }, gramCost, []);
  const walker = createLineWalker(catalogue);
  let matched = 0;
  const buffer = createBuffer(CHUNK_BYTES, (bytes, words, end) =>
    walker.walk({ bytes, words, end, thorough: true }, () => {
      matched++;
    }),
  );
  return {
    push: buffer.push,
    finish() {
      buffer.finish();
      return { lines: walker.lines(), matched };
    },
  };
}
