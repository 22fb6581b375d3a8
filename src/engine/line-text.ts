/**
 * One line as the matcher sees it, with the way back to the raw text: control sequences are gone, runs of spaces and tabs
 * are one space, and `contentStart` says where the noise in front (timestamps, prefixes) ends.
 */
import { CONTROL } from './control.ts';
import { contentStart } from './noise.ts';
import { lowerAscii } from './template.ts';

export interface LineText {
  /** As shown to people: original case. */
  shown: string;
  /** The same length, in ASCII lower case: what templates are looked for in. */
  folded: string;
  /** Index in `shown` at which the message begins. */
  readonly contentStart: number;
  /** Index in the raw line for an index in `shown`; `toRaw(shown.length)` is the end of the last character. */
  toRaw(index: number): number;
}

const NEEDS_WORK = /[\u0000\t\u001b]| {2}|^ | $/;

/** @param raw One line without its `\n`, and without a lone `\r` inside. */
export function readLineText(raw: string): LineText {
  return NEEDS_WORK.test(raw) ? cleaned(raw) : textOf(raw, (index) => index);
}

function textOf(shown: string, toRaw: LineText['toRaw']): LineText {
  let start = -1;
  return {
    shown,
    folded: lowerAscii(shown),
    toRaw,
    get contentStart() {
      if (start < 0) start = contentStart(shown);
      return start;
    },
  };
}

function cleaned(raw: string): LineText {
  const offsets: number[] = [];
  let shown = '';
  let blank = true;
  const take = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const char = raw[at]!;
      const space = char === ' ' || char === '\t';
      if (space && blank) continue;
      shown += space ? ' ' : char;
      blank = space;
      offsets.push(at);
    }
  };
  let from = 0;
  for (const match of raw.matchAll(CONTROL)) {
    take(from, match.index);
    from = match.index + match[0].length;
  }
  take(from, raw.length);
  if (blank && shown !== '') shown = shown.slice(0, -1);
  const end = shown === '' ? raw.length : offsets[shown.length - 1]! + 1;
  return textOf(shown, (index) => (index < shown.length ? offsets[index]! : end));
}
