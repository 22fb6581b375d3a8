/**
 * Which bytes of a template the scanner looks for. A window is WINDOW bytes of one word of a literal, or of a word and the
 * white space beside it; never more than one space on either side, since a run of white space in the text may be longer
 * than in the template.
 */
import { WINDOW } from '../model/limits.ts';
import type { Template } from './template.ts';

/** How often a folded 4-byte gram stands in ordinary logs; any monotonous measure. */
export type GramCost = (bytes: Uint8Array, at: number) => number;

export interface Window {
  /** WINDOW bytes, folded. */
  bytes: Uint8Array;
  /** The literal it was taken from, in UTF-8, and where in it the window begins. */
  literal: Uint8Array;
  at: number;
}

const encoder = new TextEncoder();
const SPACE = 0x20;
const TAB = 9;

/** The rarest window of the template by `cost`. Null when no word is long enough. */
export function chooseWindow({ literals }: Pick<Template, 'literals'>, cost: GramCost): Window | null {
  let best: Window | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const text of literals) {
    const literal = encoder.encode(text);
    const folded = foldBytes(literal);
    for (const { start, end } of wordRuns(literal)) {
      for (let at = start; at + WINDOW <= end; at++) {
        const bytes = folded.subarray(at, at + WINDOW);
        const price = windowCost(bytes, cost);
        if (price < bestCost) [best, bestCost] = [{ bytes, literal, at }, price];
      }
    }
  }
  return best;
}

/** Words of a literal, each with the one space on either side that the literal has there. */
function* wordRuns(literal: Uint8Array): Iterable<{ start: number; end: number }> {
  for (let start = 0; start < literal.length; ) {
    const space = literal.indexOf(SPACE, start);
    const end = space < 0 ? literal.length : space;
    if (end > start) yield { start: Math.max(0, start - 1), end: Math.min(literal.length, end + 1) };
    start = end + 1;
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

/**
 * True when the window's whole literal stands around `place`, where the window was found: case and runs of white space
 * aside, as `normalise` has it. Cheaper than decoding the line, and nearly every false candidate ends here; so what lies
 * beside the window is compared first, and the window itself, of which only the case bits are open, last.
 */
export function literalStands({ literal, at }: Window, bytes: Uint8Array, place: number, end: number): boolean {
  const tail = at + WINDOW;
  let p = place + WINDOW;
  if (literal[tail - 1] === SPACE) while (p < end && isBlank(bytes[p]!)) p++;
  for (let i = tail; i < literal.length; i++) {
    if (p >= end) return false;
    if (literal[i] === SPACE) {
      if (!isBlank(bytes[p]!)) return false;
      while (p < end && isBlank(bytes[p]!)) p++;
    } else if (literal[i] === lower(bytes[p]!)) p++;
    else return false;
  }
  p = place - 1;
  if (literal[at] === SPACE) while (p >= 0 && isBlank(bytes[p]!)) p--;
  for (let i = at - 1; i >= 0; i--) {
    if (p < 0) return false;
    if (literal[i] === SPACE) {
      if (!isBlank(bytes[p]!)) return false;
      while (p >= 0 && isBlank(bytes[p]!)) p--;
    } else if (literal[i] === lower(bytes[p]!)) p--;
    else return false;
  }
  for (let i = 0; i < WINDOW; i++) {
    const byte = bytes[place + i]!;
    if (literal[at + i] !== lower(byte) && !(literal[at + i] === SPACE && isBlank(byte))) return false;
  }
  return true;
}

const isBlank = (byte: number): boolean => byte === SPACE || byte === TAB;
const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
