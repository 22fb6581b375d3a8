/**
 * One look at every byte of a run, four at a time: how many lines there are and where, which lines hold control
 * sequences, and whether there is a carriage return. Three searches for single bytes would each cost as much.
 */
import { ESC, NUL } from './control.ts';
import { CR, LF } from './units.ts';

/** Bytes between two places at which the line breaks so far are written down. */
const BLOCK = 1 << 14;

export interface Survey {
  /** `\n` in `[0, place)`. */
  breaksBefore(place: number): number;
  /** A place in each line that holds a control sequence or a NUL, ascending. */
  dirty: number[];
  /** Some line holds a carriage return. */
  returns: boolean;
}

/** @param words The memory of `bytes` as 32-bit words. @param end Byte offset: what is read is `[0, end)`. */
export function survey(bytes: Uint8Array, words: Int32Array, end: number): Survey {
  const marks = new Int32Array(Math.ceil(end / BLOCK) + 1);
  const dirty: number[] = [];
  let breaks = 0;
  let returns = false;
  let clean = true;
  const look = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
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
  };
  for (let block = 0; block * BLOCK < end; block++) {
    marks[block] = breaks;
    const to = Math.min(end, (block + 1) * BLOCK);
    const whole = to >>> 2;
    for (let i = (block * BLOCK) >>> 2; i < whole; i++) {
      const word = words[i]!;
      // A byte below 0x20 borrows; a false alarm costs a look at four bytes.
      if (((word - 0x20202020) & ~word & 0x80808080) !== 0) look(i << 2, (i << 2) + 4);
    }
    if (to === end) look(whole << 2, to);
  }

  let known = { place: 0, count: 0 };
  return {
    dirty,
    returns,
    breaksBefore(place) {
      const block = Math.floor(place / BLOCK);
      // Places are asked for in ascending order, often many in a block: count on from the last.
      const onward = known.place <= place && known.place >= block * BLOCK;
      let count = onward ? known.count : marks[block]!;
      let at = bytes.indexOf(LF, onward ? known.place : block * BLOCK);
      for (; at >= 0 && at < place; at = bytes.indexOf(LF, at + 1)) count++;
      known = { place, count };
      return count;
    },
  };
}
