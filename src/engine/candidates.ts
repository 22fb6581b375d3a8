/**
 * Where in a run of bytes which entries may stand: the scanner's hits whose literal stands there whole, on the raw bytes
 * and on a cleaned copy of the lines that hold control sequences, since a colour may begin inside a word.
 */
import type { Catalogue } from './catalogue.ts';
import { cleanBytes, ESC, NUL } from './control.ts';
import { LF, lineEndFrom, piecesOf, unitsOf } from './units.ts';
import { literalStands } from './window.ts';

export interface Candidate {
  /** Byte offset, inside the unit in which the entry is to be verified. */
  place: number;
  /** Index into the catalogue's entries. */
  entry: number;
}

/** Bytes to read. */
export interface Run {
  bytes: Uint8Array;
  /** The same memory as little-endian 32-bit words. */
  words: Int32Array;
  /** Byte offset: what is read is `[0, end)`, whole lines but for the last. */
  end: number;
  /** Also try the entries without a window, on every line. */
  thorough: boolean;
}

/** Ascending by place. */
export function findCandidates(catalogue: Catalogue, { bytes, words, end, thorough }: Run): Candidate[] {
  const found: Candidate[] = [];
  addHits(catalogue, { bytes, words, end }, null, found);
  addCleanedLines(catalogue, bytes, end, found);
  if (thorough && catalogue.windowless.length > 0) addEveryPiece(bytes, end, catalogue.windowless, found);
  return found.sort((a, b) => a.place - b.place);
}

/** @param place Where the hits are to be verified; null for where they are. */
function addHits(
  catalogue: Catalogue,
  { bytes, words, end }: Omit<Run, 'thorough'>,
  place: number | null,
  found: Candidate[],
): void {
  const { count, places, windows } = catalogue.scanner.scan(bytes, words, 0, end);
  for (let i = 0; i < count; i++) {
    const at = places[i]!;
    for (const { entry, window } of catalogue.byWindow[windows[i]!]!) {
      if (literalStands(window, bytes, at, end)) found.push({ place: place ?? at, entry });
    }
  }
}

function addCleanedLines(catalogue: Catalogue, bytes: Uint8Array, end: number, found: Candidate[]): void {
  for (const control of [ESC, NUL]) {
    for (let at = bytes.indexOf(control); at >= 0 && at < end; ) {
      const start = at === 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1;
      const lineEnd = lineEndFrom(bytes, at, end);
      for (const unit of unitsOf(bytes, start, lineEnd)) {
        for (const piece of piecesOf(unit)) addCleanedPiece(catalogue, bytes, piece.start, piece.end, found);
      }
      at = bytes.indexOf(control, lineEnd);
    }
  }
}

let scratch = new Uint8Array(1 << 15);
let scratchWords = new Int32Array(scratch.buffer);

function addCleanedPiece(
  catalogue: Catalogue,
  bytes: Uint8Array,
  start: number,
  end: number,
  found: Candidate[],
): void {
  if (end - start > scratch.length) {
    scratch = new Uint8Array(1 << Math.ceil(Math.log2(end - start)));
    scratchWords = new Int32Array(scratch.buffer);
  }
  const length = cleanBytes(bytes, start, end, scratch);
  addHits(catalogue, { bytes: scratch, words: scratchWords, end: length }, start, found);
}

function addEveryPiece(bytes: Uint8Array, end: number, entries: readonly number[], found: Candidate[]): void {
  for (let start = 0; start < end; ) {
    const lineEnd = lineEndFrom(bytes, start, end);
    for (const unit of unitsOf(bytes, start, lineEnd)) {
      for (const { start: place } of piecesOf(unit)) found.push(...entries.map((entry) => ({ place, entry })));
    }
    start = lineEnd + 1;
  }
}
