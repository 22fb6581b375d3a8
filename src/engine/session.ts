/** One lookup from the first byte to the answer. */
import { CHUNK_BYTES } from '../model/limits.ts';
import type { LookupResult } from '../model/result.ts';
import { answer } from './answer.ts';
import { createBuffer } from './buffer.ts';
import type { Catalogue } from './catalogue.ts';
import { linesBefore } from './context.ts';
import { createGatherer } from './gather.ts';
import { createLineWalker } from './lines.ts';
import { isShort } from './units.ts';

export interface Session {
  /** Takes the bytes over at once; the caller may reuse its buffer. */
  push(chunk: Uint8Array): void;
  /** The answer as of now: for a list that grows. */
  snapshot(): LookupResult;
  /** Reads what is left and answers. */
  finish(): LookupResult;
}

/** Lines kept of the end of the log. */
const TAIL = 40;

/** @param capacity Bytes scanned at a time; a line longer than that is read in parts. */
export function createSession(catalogue: Catalogue, capacity = CHUNK_BYTES): Session {
  const walker = createLineWalker(catalogue);
  const { gathered, take } = createGatherer(catalogue);
  const buffer = createBuffer(capacity, (bytes, words, end, whole) => {
    walker.walk({ bytes, words, end, thorough: whole && isShort(bytes, end) }, take);
    gathered.lines = walker.lines();
    const read = linesBefore(bytes, end, gathered.lines, TAIL);
    const before = gathered.tail.filter(({ line }) => line < (read[0]?.line ?? Number.POSITIVE_INFINITY));
    gathered.tail = [...before, ...read].slice(-TAIL);
  });
  return {
    push(chunk) {
      gathered.bytes += chunk.length;
      buffer.push(chunk);
    },
    snapshot: () => answer(gathered),
    finish() {
      buffer.finish();
      return answer(gathered);
    },
  };
}
