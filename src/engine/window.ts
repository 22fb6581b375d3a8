/**
 * Which bytes of a template the scanner looks for. A window is WINDOW bytes of one word of a literal, or of a word and the
 * white space beside it; never more than one space on either side, since a run of white space in the text may be longer
 * than in the template.
 */
import { WINDOW } from '../model/limits.ts';
import type { Template } from './template.ts';

/** How often a folded 4-byte gram stands in ordinary logs; any monotonous measure. */
export type GramCost = (bytes: Uint8Array, at: number) => number;

const encoder = new TextEncoder();
const SPACE = 0x20;

/** The rarest window of the template by `cost`: WINDOW bytes, folded. Null when no word is long enough. */
export function chooseWindow({ literals }: Template, cost: GramCost): Uint8Array | null {
  let best: Uint8Array | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const literal of literals) {
    for (const run of wordRuns(literal)) {
      const bytes = foldBytes(encoder.encode(run));
      for (let at = 0; at + WINDOW <= bytes.length; at++) {
        const window = bytes.subarray(at, at + WINDOW);
        const price = windowCost(window, cost);
        if (price < bestCost) [best, bestCost] = [window, price];
      }
    }
  }
  return best;
}

/** Words of a literal, each with the one space on either side that the literal has there. */
function* wordRuns(literal: string): Iterable<string> {
  for (const match of literal.matchAll(/ ?[^ ]+ ?/g)) {
    const start =
      match.index > 0 && literal[match.index - 1] === ' ' && !match[0].startsWith(' ') ? match.index - 1 : match.index;
    yield literal.slice(start, match.index + match[0].length);
  }
}

function windowCost(window: Uint8Array, cost: GramCost): number {
  let total = 0;
  for (let at = 0; at + 4 <= window.length; at++) total += cost(window, at);
  return total;
}

/** Sets the bit that tells upper from lower case; other bytes that fall together are told apart when verified. */
export function foldBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte | SPACE);
}
