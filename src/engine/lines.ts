/** Walks a buffer's lines along its candidates: verifies them, and hands over what was found line by line. */
import { type Candidate, findCandidates, type Run } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { type LineText, readLineText } from './line-text.ts';
import { matchAny, type TemplateMatch } from './match.ts';
import { characterFrom, LF, lineEndFrom, piecesAround, type Span, unitAround } from './units.ts';

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

/** UTF-16 code units between a line's begin and places in it. Counts on from place to place: a line can be of many MB. */
type ColumnCounter = (place: number) => number;

function createColumnCounter(bytes: Uint8Array, lineStart: number): ColumnCounter {
  const known = [{ place: lineStart, units: 0 }];
  return (place) => {
    let i = known.length - 1;
    while (known[i]!.place > place) i--;
    const units = known[i]!.units + lengthOf(bytes, known[i]!.place, place);
    if (i === known.length - 1) known.push({ place, units });
    return units;
  };
}

export function createLineWalker(catalogue: Catalogue): LineWalker {
  /** `\n` seen before the current place. */
  let breaks = 0;
  /** UTF-16 code units of the unfinished line in front of the buffer. */
  let carried = 0;

  function walkLine(bytes: Uint8Array, line: Span, candidates: Candidate[], onLine: (line: FoundLine) => void): void {
    const found: Found[] = [];
    const seen = new Set<number>();
    const pieces = new Map<number, { raw: string; text: LineText; offset: number }>();
    const columnOf = createColumnCounter(bytes, line.start);
    let unit: Span = { start: line.start, end: line.start };
    for (const { place, entry } of candidates) {
      // Looked for from the last unit on: a line of many MB has as many candidates.
      if (place >= unit.end) unit = unitAround(bytes, place, unit.end, line.end);
      for (const { start, end } of piecesAround(unit, place)) {
        // Pieces of a line begin at different places: one number tells the pair.
        const key = (start - line.start) * catalogue.entries.length + entry;
        if (seen.has(key)) continue;
        seen.add(key);
        const piece = pieces.get(start) ?? readPiece(bytes, line.start, { start, end }, columnOf);
        pieces.set(start, piece);
        const match = matchAny(catalogue.entries[entry]!.pattern, piece.text);
        if (match !== null) found.push({ entry, match, ...piece });
      }
    }
    if (found.length > 0) onLine({ line: breaks + 1, found, bytes, start: line.start });
  }

  function readPiece(bytes: Uint8Array, lineStart: number, piece: Span, columnOf: ColumnCounter) {
    const start = characterFrom(bytes, piece.start, lineStart);
    const raw = decoder.decode(bytes.subarray(start, piece.end));
    const offset = (lineStart === 0 ? carried : 0) + columnOf(start);
    return { raw, text: readLineText(raw), offset };
  }

  return {
    walk(run, onLine) {
      const { bytes, end } = run;
      const { candidates, survey } = findCandidates(catalogue, run);
      const before = breaks;
      for (let i = 0; i < candidates.length; ) {
        const { place } = candidates[i]!;
        // A folded line break looks like `*`: such a candidate is none.
        if (bytes[place] === LF) {
          i++;
          continue;
        }
        const start = place === 0 ? 0 : bytes.lastIndexOf(LF, place - 1) + 1;
        const lineEnd = lineEndFrom(bytes, place, end);
        const first = i;
        while (i < candidates.length && candidates[i]!.place < lineEnd) i++;
        breaks = before + survey.breaksBefore(start);
        walkLine(bytes, { start, end: lineEnd }, candidates.slice(first, i), onLine);
      }
      breaks = before + survey.breaksBefore(end);
      const lastLine = bytes.subarray(0, end).lastIndexOf(LF) + 1;
      if (lastLine > 0) carried = 0;
      carried += lengthOf(bytes, lastLine, end);
    },
    lines: () => breaks + (carried > 0 ? 1 : 0),
  };
}
