/** Walks a buffer's lines along its candidates: verifies them, and hands over what was found line by line. */
import { type Candidate, findCandidates, type Run } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { type LineText, readLineText } from './line-text.ts';
import { matchTemplate, type TemplateMatch } from './match.ts';
import { LF, lineEndFrom, piecesAround, type Span, unitAround } from './units.ts';

/** An entry that stands in a line. */
export interface Found {
  /** Index into the catalogue's entries. */
  entry: number;
  match: TemplateMatch;
  text: LineText;
  /** The raw piece that `text` was read from, and its offset in the raw line, in UTF-16 code units. */
  raw: string;
  offset: number;
}

export interface FoundLine {
  /** 1-based. */
  line: number;
  found: Found[];
  /** The buffer, and the byte offset at which the line begins in it. */
  bytes: Uint8Array;
  start: number;
}

export interface LineWalker {
  /** @param onLine Called for each line on which something was found, in order. */
  walk(run: Run, onLine: (line: FoundLine) => void): void;
  /** Lines begun so far; a last line without `\n` counts. */
  lines(): number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const lengthOf = (bytes: Uint8Array, start: number, end: number): number =>
  end > start ? decoder.decode(bytes.subarray(start, end)).length : 0;

export function createLineWalker(catalogue: Catalogue): LineWalker {
  /** `\n` seen before the current place. */
  let breaks = 0;
  /** UTF-16 code units of the unfinished line in front of the buffer. */
  let carried = 0;

  function walkLine(bytes: Uint8Array, line: Span, candidates: Candidate[], onLine: (line: FoundLine) => void): void {
    const found: Found[] = [];
    const seen = new Set<number>();
    const pieces = new Map<number, { raw: string; text: LineText; offset: number }>();
    for (const { place, entry } of candidates) {
      const unit = unitAround(bytes, place, line.start, line.end);
      for (const { start, end } of piecesAround(unit, place)) {
        // Pieces of a line begin at different places: one number tells the pair.
        const key = (start - line.start) * catalogue.entries.length + entry;
        if (seen.has(key)) continue;
        seen.add(key);
        const piece = pieces.get(start) ?? readPiece(bytes, line.start, start, end);
        pieces.set(start, piece);
        const match = matchTemplate(catalogue.entries[entry]!.template, piece.text);
        if (match !== null) found.push({ entry, match, ...piece });
      }
    }
    if (found.length > 0) onLine({ line: breaks + 1, found, bytes, start: line.start });
  }

  function readPiece(bytes: Uint8Array, lineStart: number, start: number, end: number) {
    const raw = decoder.decode(bytes.subarray(start, end));
    const offset = (lineStart === 0 ? carried : 0) + lengthOf(bytes, lineStart, start);
    return { raw, text: readLineText(raw), offset };
  }

  return {
    walk(run, onLine) {
      const { bytes, end } = run;
      const candidates = findCandidates(catalogue, run);
      let start = 0;
      for (let i = 0; i < candidates.length; ) {
        const lineEnd = lineEndFrom(bytes, start, end);
        const first = i;
        while (i < candidates.length && candidates[i]!.place < lineEnd) i++;
        if (i > first) walkLine(bytes, { start, end: lineEnd }, candidates.slice(first, i), onLine);
        // A folded line break looks like `*`: such a candidate is none.
        while (i < candidates.length && candidates[i]!.place === lineEnd) i++;
        if (lineEnd === end) break;
        start = lineEnd + 1;
        breaks++;
        carried = 0;
      }
      for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, start)) {
        start = at + 1;
        breaks++;
        carried = 0;
      }
      carried += lengthOf(bytes, start, end);
    },
    lines: () => breaks + (carried > 0 ? 1 : 0),
  };
}
