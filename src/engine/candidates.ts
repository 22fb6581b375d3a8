/**
 * Where in a run of bytes which entries may stand: the scanner's hits whose literal stands there whole, on the raw bytes
 * and on a cleaned copy of the lines that hold control sequences, since a colour may begin inside a word.
 */
import { PIECE_BYTES } from '../model/limits.ts';
import type { Catalogue } from './catalogue.ts';
import { cleanBytes } from './control.ts';
import type { ControlWords } from './scanner.ts';
import { readSurvey, type Survey } from './survey.ts';
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

/** Candidates ascend by place; the survey of the run is made on the way. */
export function findCandidates(catalogue: Catalogue, run: Run): { candidates: Candidate[]; survey: Survey } {
  const { bytes, end, thorough } = run;
  const found: Candidate[] = [];
  addHits(catalogue, run, found, controls);
  const survey = readSurvey(bytes, end, controls);
  addCleanedLines(catalogue, run, survey, found);
  if (thorough && catalogue.windowless.length > 0) addEveryPiece(bytes, end, catalogue.windowless, found);
  return { candidates: found.sort((a, b) => a.place - b.place), survey };
}

/** Memory that is kept from run to run. */
const controls: ControlWords = { count: 0, places: new Int32Array(1 << 14) };

function addHits(
  catalogue: Catalogue,
  { bytes, words, end }: Omit<Run, 'thorough'>,
  found: Candidate[],
  controlWords?: ControlWords,
): void {
  const { count, places, windows } = catalogue.scanner.scan(bytes, words, 0, end, controlWords);
  for (let i = 0; i < count; i++) {
    const place = places[i]!;
    for (const { entry, window } of catalogue.byWindow[windows[i]!]!) {
      if (literalStands(window, bytes, place, end)) found.push({ place, entry });
    }
  }
}

/** Cleans every line that needs it into one stretch of memory, a line break between pieces, and scans that once. */
function addCleanedLines(
  catalogue: Catalogue,
  { bytes, end }: Run,
  { dirty, returns }: Survey,
  found: Candidate[],
): void {
  if (dirty.length === 0) return;
  cleaned.clear();
  for (const at of dirty) {
    const start = at === 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1;
    const lineEnd = lineEndFrom(bytes, at, end);
    if (!returns && lineEnd - start <= PIECE_BYTES) cleaned.add(bytes, start, lineEnd);
    else {
      for (const unit of unitsOf(bytes, start, lineEnd)) {
        for (const piece of piecesOf(unit)) cleaned.add(bytes, piece.start, piece.end);
      }
    }
  }
  const hits: Candidate[] = [];
  addHits(catalogue, { bytes: cleaned.bytes, words: cleaned.words, end: cleaned.length }, hits);
  hits.sort((a, b) => a.place - b.place);
  let piece = 0;
  for (const { place, entry } of hits) {
    while (piece + 1 < cleaned.starts.length && cleaned.starts[piece + 1]! <= place) piece++;
    found.push({ place: cleaned.origins[piece]!, entry });
  }
}

/** Memory that is kept from run to run. */
const cleaned = {
  bytes: new Uint8Array(1 << 16),
  words: new Int32Array(0),
  length: 0,
  /** Where each piece begins here, and where it came from. */
  starts: [] as number[],
  origins: [] as number[],

  clear(): void {
    this.length = 0;
    this.starts = [];
    this.origins = [];
  },

  add(source: Uint8Array, start: number, end: number): void {
    const needed = this.length + end - start + 1;
    if (needed > this.bytes.length || this.words.length === 0) {
      const larger = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(needed, this.bytes.length))));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
      this.words = new Int32Array(larger.buffer);
    }
    this.starts.push(this.length);
    this.origins.push(start);
    this.length = cleanBytes(source, start, end, this.bytes, this.length);
    this.bytes[this.length++] = LF;
  },
};

function addEveryPiece(bytes: Uint8Array, end: number, entries: readonly number[], found: Candidate[]): void {
  for (let start = 0; start < end; ) {
    const lineEnd = lineEndFrom(bytes, start, end);
    for (const unit of unitsOf(bytes, start, lineEnd)) {
      for (const { start: place } of piecesOf(unit)) found.push(...entries.map((entry) => ({ place, entry })));
    }
    start = lineEnd + 1;
  }
}
