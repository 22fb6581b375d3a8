/**
 * What a run of bytes holds beside text: line breaks, carriage returns, control sequences. The scanner loads every byte
 * anyway and reports the words that hold a byte below a space; three searches for single bytes would cost as much as it.
 */
import { ESC, NUL } from './control.ts';
import type { ControlWords } from './scanner.ts';
import { CR, LF } from './units.ts';

/** Bytes between two places at which the line breaks so far are written down. */
const BLOCK = 1 << 14;

export interface Survey {
  /** `\n` in `[0, place)`. Quickest when places ascend. */
  breaksBefore(place: number): number;
  /** A place in each line that holds a control sequence or a NUL, ascending. */
  dirty: number[];
  /** Some line holds a carriage return. */
  returns: boolean;
}

/** @param end Byte offset: what is surveyed is `[0, end)`. @param controls The words of it that hold a byte below a space. */
export function readSurvey(bytes: Uint8Array, end: number, { places, count }: ControlWords): Survey {
  const marks = new Int32Array(Math.ceil(end / BLOCK) + 1);
  const dirty: number[] = [];
  let marked = 0;
  let breaks = 0;
  let returns = false;
  let clean = true;
  for (let i = 0; i <= count; i++) {
    // Behind the words, the bytes that fill no whole one.
    const place = i < count ? places[i]! : end & ~3;
    for (const block = Math.floor(place / BLOCK); marked < block; ) marks[++marked] = breaks;
    const to = Math.min(place + 4, end);
    for (let at = place; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === LF) {
        breaks++;
        clean = true;
      } else if (byte === CR) returns = true;
      else if (clean && (byte === ESC || byte === NUL)) {
        clean = false;
        dirty.push(at);
      }
    }
  }
  for (const block = Math.floor(end / BLOCK); marked < block; ) marks[++marked] = breaks;

  let known = { place: 0, count: 0 };
  return {
    dirty,
    returns,
    breaksBefore(place) {
      const block = Math.floor(place / BLOCK);
      // Places are asked for in ascending order, often many in a block: count on from the last.
      const onward = known.place <= place && known.place >= block * BLOCK;
      let sum = onward ? known.count : marks[block]!;
      let at = bytes.indexOf(LF, onward ? known.place : block * BLOCK);
      for (; at >= 0 && at < place; at = bytes.indexOf(LF, at + 1)) sum++;
      known = { place, count: sum };
      return sum;
    },
  };
}
