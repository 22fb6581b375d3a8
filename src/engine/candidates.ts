/**
 * Where in a buffer which entries may stand: the scanner's hits on the raw bytes, and on a cleaned copy of the lines that
 * hold control sequences, since a colour may begin inside a word.
 */
import type { Catalogue } from './catalogue.ts';
import { readLineText } from './line-text.ts';
import { LF, lineEndFrom, piecesOf, unitsOf } from './units.ts';

export interface Candidate {
  /** Byte offset, inside the unit in which the entries are to be verified. */
  place: number;
  /** Indices into the catalogue's entries. */
  entries: readonly number[];
}

const ESC = 27;
const NUL = 0;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

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
  const { scanner, byWindow, windowless } = catalogue;
  const found: Candidate[] = [];
  const { count, places, windows } = scanner.scan(bytes, words, 0, end);
  for (let i = 0; i < count; i++) found.push({ place: places[i]!, entries: byWindow[windows[i]!]! });
  addCleanedLines(catalogue, bytes, end, found);
  if (thorough && windowless.length > 0) addEveryPiece(bytes, end, windowless, found);
  return found.sort((a, b) => a.place - b.place);
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
  { scanner, byWindow }: Catalogue,
  bytes: Uint8Array,
  start: number,
  end: number,
  found: Candidate[],
): void {
  const { shown } = readLineText(decoder.decode(bytes.subarray(start, end)));
  if (shown.length * 3 > scratch.length) {
    scratch = new Uint8Array(1 << Math.ceil(Math.log2(shown.length * 3)));
    scratchWords = new Int32Array(scratch.buffer);
  }
  const { written } = encoder.encodeInto(shown, scratch);
  const { count, windows } = scanner.scan(scratch, scratchWords, 0, written);
  for (let i = 0; i < count; i++) found.push({ place: start, entries: byWindow[windows[i]!]! });
}

function addEveryPiece(bytes: Uint8Array, end: number, entries: readonly number[], found: Candidate[]): void {
  for (let start = 0; start < end; ) {
    const lineEnd = lineEndFrom(bytes, start, end);
    for (const unit of unitsOf(bytes, start, lineEnd)) {
      for (const piece of piecesOf(unit)) found.push({ place: piece.start, entries });
    }
    start = lineEnd + 1;
  }
}
