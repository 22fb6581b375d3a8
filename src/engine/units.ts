/**
 * Cuts a line into what a template is verified against: the runs between two line ends (`\n`, or a lone `\r` as progress
 * bars print it), and of a very long run, overlapping pieces.
 */
import { EXCERPT_LINES, PIECE_BYTES, PIECE_OVERLAP } from '../model/limits.ts';

export const LF = 10;
export const CR = 13;
const STEP = PIECE_BYTES - PIECE_OVERLAP;

/** Half-open byte range. */
export interface Span {
  start: number;
  end: number;
}

/** The run between line ends around `at`, inside the line `[lineStart, lineEnd)`. */
export function unitAround(bytes: Uint8Array, at: number, lineStart: number, lineEnd: number): Span {
  const before = bytes.subarray(lineStart, at).lastIndexOf(CR);
  const after = bytes.subarray(at, lineEnd).indexOf(CR);
  return { start: before < 0 ? lineStart : lineStart + before + 1, end: after < 0 ? lineEnd : at + after };
}

/** All units of a line, in order. */
export function* unitsOf(bytes: Uint8Array, lineStart: number, lineEnd: number): Iterable<Span> {
  for (let start = lineStart; start < lineEnd; ) {
    const unit = unitAround(bytes, start, start, lineEnd);
    if (unit.end > unit.start) yield unit;
    start = unit.end + 1;
  }
}

/** The pieces of a unit that can hold a match around `at`: one for ordinary lines, at most two for long ones. */
export function piecesAround(unit: Span, at: number): Span[] {
  if (unit.end - unit.start <= PIECE_BYTES) return [unit];
  const index = Math.floor((at - unit.start) / STEP);
  const inOverlap = index > 0 && at - unit.start - index * STEP < PIECE_OVERLAP;
  return inOverlap ? [pieceOf(unit, index - 1), pieceOf(unit, index)] : [pieceOf(unit, index)];
}

/** All pieces of a unit, in order. */
export function* piecesOf(unit: Span): Iterable<Span> {
  if (unit.end - unit.start <= PIECE_BYTES) yield unit;
  else for (let k = 0; k === 0 || unit.start + (k - 1) * STEP + PIECE_BYTES < unit.end; k++) yield pieceOf(unit, k);
}

function pieceOf({ start, end }: Span, k: number): Span {
  return { start: start + k * STEP, end: Math.min(end, start + k * STEP + PIECE_BYTES) };
}

/** The first place from `at` on where a character of UTF-8 can begin: a piece may be cut inside one. */
export function characterFrom(bytes: Uint8Array, at: number, lineStart: number): number {
  if (at === lineStart) return at;
  let place = at;
  while (place < at + 3 && (bytes[place]! & 0xc0) === 0x80) place++;
  return place;
}

/** End of the line that begins at `start`: the place of its `\n`, or `limit`. */
export function lineEndFrom(bytes: Uint8Array, start: number, limit: number): number {
  const at = bytes.indexOf(LF, start);
  return at < 0 || at > limit ? limit : at;
}

/** True for text of so few lines as a person pastes, where every signature can be tried on every line. */
export function isShort(bytes: Uint8Array, end: number): boolean {
  if (end > EXCERPT_LINES * PIECE_BYTES) return false;
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < end && lines <= EXCERPT_LINES; at = bytes.indexOf(LF, at + 1))
    lines++;
  return lines <= EXCERPT_LINES;
}
