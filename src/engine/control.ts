/**
 * Terminal control sequences, which stand between the letters of a message without being part of it. The same grammar
 * twice: as an expression for text that people are shown, and byte by byte for the scanner; a test holds the two equal.
 *
 *   ESC [ parameters intermediates final     CSI, colours and cursor moves
 *   ESC ] … BEL or ESC \                     OSC, titles and links
 *   ESC P|X|^|_ … BEL or ESC \               strings; Buildkite ends its time stamps with BEL
 *   ESC intermediates final                  the rest
 *   NUL                                      padding
 */

export const CONTROL =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]?|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~]?)|\u0000+/g;

export const ESC = 0x1b;
export const NUL = 0;
const BEL = 7;
const BACKSLASH = 0x5c;

/** Copies `[start, end)` without control sequences into `out` from `from` on, where as much room must be. Returns where it ends. */
export function cleanBytes(bytes: Uint8Array, start: number, end: number, out: Uint8Array, from: number): number {
  let written = from;
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte === ESC) at = sequenceEnd(bytes, at + 1, end);
    else {
      if (byte !== NUL) out[written++] = byte;
      at++;
    }
  }
  return written;
}

/** @param at The byte after ESC. */
function sequenceEnd(bytes: Uint8Array, at: number, end: number): number {
  const kind = at < end ? bytes[at]! : 0;
  if (kind === 0x5b) {
    let p = skip(bytes, at + 1, end, 0x30, 0x3f);
    p = skip(bytes, p, end, 0x20, 0x2f);
    return p < end && bytes[p]! >= 0x40 && bytes[p]! <= 0x7e ? p + 1 : p;
  }
  if (kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f)
    return stringEnd(bytes, at + 1, end);
  const p = skip(bytes, at, end, 0x20, 0x2f);
  return p < end && bytes[p]! >= 0x30 && bytes[p]! <= 0x7e ? p + 1 : p;
}

function skip(bytes: Uint8Array, at: number, end: number, low: number, high: number): number {
  let p = at;
  while (p < end && bytes[p]! >= low && bytes[p]! <= high) p++;
  return p;
}

function stringEnd(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && bytes[p] !== ESC && bytes[p] !== BEL) p++;
  if (p >= end) return end;
  if (bytes[p] === BEL) return p + 1;
  return p + 1 < end && bytes[p + 1] === BACKSLASH ? p + 2 : p;
}
