/**
 * One line as the matcher sees it, with the way back to the raw text: control sequences are gone, runs of spaces and tabs
 * are one space, and `contentStart` says where the noise in front (timestamps, prefixes) ends.
 */
import { contentStart } from './noise.ts';
import { lowerAscii } from './template.ts';

export interface LineText {
  /** As shown to people: original case. */
  shown: string;
  /** The same length, in ASCII lower case: what templates are looked for in. */
  folded: string;
  /** Index in `shown` at which the message begins. */
  contentStart: number;
  /** Index in the raw line for an index in `shown`; `toRaw(shown.length)` is the end of the last character. */
  toRaw(index: number): number;
}

/** CSI … final byte, OSC … BEL or ST, strings, other escapes; and NUL, which some tools pad with. */
const CONTROL =
  /\u001b\[[0-9;:?<=>! ]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[PX^_][^\u001b]*(?:\u001b\\)?|\u001b[ -/]*[0-~]?|\u0000+/g;
const NEEDS_WORK = /[\u0000\t\u001b]| {2}|^ | $/;

/** @param raw One line without its `\n`, and without a lone `\r` inside. */
export function readLineText(raw: string): LineText {
  if (!NEEDS_WORK.test(raw)) {
    return { shown: raw, folded: lowerAscii(raw), contentStart: contentStart(raw), toRaw: (index) => index };
  }
  const offsets: number[] = [];
  let shown = '';
  let at = 0;
  const take = (end: number) => {
    for (; at < end; at++) {
      const char = raw[at]!;
      const space = char === ' ' || char === '\t';
      if (space && (shown === '' || shown.endsWith(' '))) continue;
      shown += space ? ' ' : char;
      offsets.push(at);
    }
  };
  for (const match of raw.matchAll(CONTROL)) {
    take(match.index);
    at = match.index + match[0].length;
  }
  take(raw.length);
  if (shown.endsWith(' ')) shown = shown.slice(0, -1);
  return {
    shown,
    folded: lowerAscii(shown),
    contentStart: contentStart(shown),
    toRaw: (index) =>
      index < shown.length ? offsets[index]! : index === 0 ? raw.length : offsets[shown.length - 1]! + 1,
  };
}
