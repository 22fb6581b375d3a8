/**
 * Finds windows in bytes: one aligned 32-bit load every four bytes, case folded, hashed, tested against a bitmap. A window
 * of seven bytes holds one aligned four-byte gram whatever its place in the text, so nothing is missed; what the bitmap
 * lets through is compared with the windows themselves. DESIGN.md derives this from the naive loop.
 */
import { WINDOW } from '../model/limits.ts';

/** Every byte's case bit, four at a time. */
const FOLD = 0x20202020;
const HIGH_BITS = 0x80808080 | 0;
const K1 = 0x9e3779b1 | 0;
const K2 = 0x85ebca6b | 0;
/** Alignments a window can have against the four-byte grid. */
const ALIGNMENTS = 4;
/** Tail of a window: its last four bytes begin here. */
const TAIL = WINDOW - 4;
const SPACE = 0x20;
/** What a tab becomes when folded. */
const FOLDED_TAB = 0x29;

/** Places in the text where a window stands, ascending by place within one scan. */
export interface Candidates {
  count: number;
  /** Byte offsets of the windows in the text. */
  places: Int32Array;
  /** Index of the window, as given to `createScanner`. */
  windows: Int32Array;
}

/** Byte offsets of aligned words, ascending. */
export interface ControlWords {
  count: number;
  places: Int32Array;
}

export interface Scanner {
  /**
   * @param words The same memory as `bytes`, as little-endian 32-bit words.
   * @param from Byte offset; windows that begin before it are left out.
   * @param to Byte offset, exclusive; windows that end behind it are left out.
   * @param controls Filled with every aligned word in the range that holds a byte below a space.
   */
  scan(bytes: Uint8Array, words: Int32Array, from: number, to: number, controls?: ControlWords): Candidates;
}

export const fold4 = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24) | FOLD;

/** @param windows WINDOW folded bytes each, all different; a space at either end also stands for a tab. */
export function createScanner(windows: readonly Uint8Array[]): Scanner {
  const tables = buildTables(windows);
  const candidates: Candidates = { count: 0, places: new Int32Array(1 << 12), windows: new Int32Array(1 << 12) };

  function add(place: number, window: number): void {
    if (candidates.count === candidates.places.length) {
      candidates.places = grown(candidates.places);
      candidates.windows = grown(candidates.windows);
    }
    candidates.places[candidates.count] = place;
    candidates.windows[candidates.count++] = window;
  }

  /** A gram of the bitmap stands at `at`: compares the windows that may lie around it. */
  function look(bytes: Uint8Array, at: number, gram: number, from: number, to: number): void {
    const { alignmentShift, alignments, chainShift, chainHead, chainNext, heads, tails, owners } = tables;
    let mask = alignments[Math.imul(gram, K2) >>> alignmentShift]!;
    while (mask !== 0) {
      const alignment = 31 - Math.clz32(mask);
      mask &= ~(1 << alignment);
      const place = at - alignment;
      if (place < from || place + WINDOW > to) continue;
      const head = fold4(bytes, place);
      const tail = fold4(bytes, place + TAIL);
      let entry = chainHead[Math.imul(head ^ Math.imul(tail, K2), K1) >>> chainShift]!;
      for (; entry >= 0; entry = chainNext[entry]!) {
        if (heads[entry] === head && tails[entry] === tail) {
          add(place, owners[entry]!);
          break;
        }
      }
    }
  }

  return {
    scan(bytes, words, from, to, controls) {
      candidates.count = 0;
      const { bitmap, bitmapShift } = tables;
      const end = to >>> 2;
      if (controls !== undefined) {
        let { places } = controls;
        let seen = 0;
        for (let i = from >>> 2; i < end; i++) {
          const word = words[i]!;
          // A byte below 0x20 borrows; a false alarm costs a look at four bytes.
          if (((word - FOLD) & ~word & HIGH_BITS) !== 0) {
            if (seen === places.length) places = grown(places);
            places[seen++] = i << 2;
          }
          const gram = word | FOLD;
          const hash = Math.imul(gram, K1) >>> bitmapShift;
          if (((bitmap[hash >>> 5]! >>> (hash & 31)) & 1) !== 0) look(bytes, i << 2, gram, from, to);
        }
        controls.places = places;
        controls.count = seen;
        return candidates;
      }
      for (let i = from >>> 2; i < end; i++) {
        const gram = words[i]! | FOLD;
        const hash = Math.imul(gram, K1) >>> bitmapShift;
        if (((bitmap[hash >>> 5]! >>> (hash & 31)) & 1) !== 0) look(bytes, i << 2, gram, from, to);
      }
      return candidates;
    },
  };
}

interface Tables {
  bitmap: Int32Array;
  bitmapShift: number;
  /** By a gram's hash: bit k is set when some window has the gram at offset k. */
  alignments: Uint8Array;
  alignmentShift: number;
  chainHead: Int32Array;
  chainShift: number;
  chainNext: Int32Array;
  /** First four bytes of each entry's window, and its last four. */
  heads: Int32Array;
  tails: Int32Array;
  /** The window that an entry, one of its white-space variants, stands for. */
  owners: Int32Array;
}

function buildTables(windows: readonly Uint8Array[]): Tables {
  const entries = windows.flatMap((window, owner) => variants(window).map((bytes) => ({ bytes, owner })));
  const count = entries.length;
  const bitmapBits = clamp(Math.ceil(Math.log2(count * ALIGNMENTS * 24 + 1)), 15, 23);
  const alignmentBits = Math.max(12, Math.ceil(Math.log2(count * ALIGNMENTS * 3 + 1)));
  const chainBits = Math.max(8, Math.ceil(Math.log2(count * 2 + 1)));
  const tables: Tables = {
    bitmap: new Int32Array(1 << (bitmapBits - 5)),
    bitmapShift: 32 - bitmapBits,
    alignments: new Uint8Array(1 << alignmentBits),
    alignmentShift: 32 - alignmentBits,
    chainHead: new Int32Array(1 << chainBits).fill(-1),
    chainShift: 32 - chainBits,
    chainNext: new Int32Array(count),
    heads: new Int32Array(count),
    tails: new Int32Array(count),
    owners: new Int32Array(count),
  };
  for (const [entry, { bytes, owner }] of entries.entries()) addEntry(tables, entry, bytes, owner);
  return tables;
}

function addEntry(tables: Tables, entry: number, bytes: Uint8Array, owner: number): void {
  for (let offset = 0; offset < ALIGNMENTS; offset++) {
    const gram = fold4(bytes, offset);
    const hash = Math.imul(gram, K1) >>> tables.bitmapShift;
    tables.bitmap[hash >>> 5]! |= 1 << (hash & 31);
    tables.alignments[Math.imul(gram, K2) >>> tables.alignmentShift]! |= 1 << offset;
  }
  const head = fold4(bytes, 0);
  const tail = fold4(bytes, TAIL);
  const slot = Math.imul(head ^ Math.imul(tail, K2), K1) >>> tables.chainShift;
  tables.heads[entry] = head;
  tables.tails[entry] = tail;
  tables.owners[entry] = owner;
  tables.chainNext[entry] = tables.chainHead[slot]!;
  tables.chainHead[slot] = entry;
}

/** The window, and the same with a tab for a space at its ends. */
function variants(window: Uint8Array): Uint8Array[] {
  let all = [window];
  for (const end of [0, WINDOW - 1]) {
    if (window[end] === SPACE) all = all.flatMap((bytes) => [bytes, bytes.with(end, FOLDED_TAB)]);
  }
  return all;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
