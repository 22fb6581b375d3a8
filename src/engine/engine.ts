/** The one door: an index in, answers out. No packages, no Node, no DOM: the worker, the CLI and the tests run this. */
import { CHUNK_BYTES } from '../model/limits.ts';
import type { LookupResult } from '../model/result.ts';
import { buildCatalogue } from './catalogue.ts';
import { gramCost } from './gram-cost.ts';
import { assertIndex, type EngineIndex } from './index-format.ts';
import { createSession, type Session } from './session.ts';

export type { EngineIndex, LookupResult, Session };

export interface Engine {
  /** The answer for a text that is in memory whole. */
  lookup(bytes: Uint8Array): LookupResult;
  /** For text that arrives in chunks. */
  session(): Session;
}

/** @throws Error when the index is of another format, SignatureError when a signature in it cannot be read. */
export function createEngine(index: EngineIndex): Engine {
  assertIndex(index);
  const catalogue = buildCatalogue(index, gramCost);
  const session = (capacity?: number) => createSession(catalogue, capacity);
  return {
    session: () => session(),
    lookup(bytes) {
      // Half as much again: UTF-16 can grow by that much as UTF-8.
      const once = session(Math.min(Math.ceil(bytes.length * 1.5) + 4, CHUNK_BYTES));
      once.push(bytes);
      return once.finish();
    },
  };
}
