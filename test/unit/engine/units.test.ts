import { describe, expect, it } from 'vitest';
import {
  characterFrom,
  isShort,
  lineEndFrom,
  piecesAround,
  piecesOf,
  unitAround,
  unitsOf,
} from '../../../src/engine/units.ts';
import { EXCERPT_LINES, PIECE_BYTES, PIECE_OVERLAP } from '../../../src/model/limits.ts';
import { rows } from '../../support/rows.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the units of a line', () => {
  rows(
    [
      ['are the line itself', 'abc', ['abc']],
      ['are parted by lone carriage returns', '10%\r20%\rdone', ['10%', '20%', 'done']],
      ['have no carriage return of a CRLF', 'abc\r', ['abc']],
      ['are never empty', '\r\rab\r\r', ['ab']],
      ['are none of an empty line', '', []],
    ] satisfies [string, string, string[]][],
    (_, line, expected) => {
      const bytes = encode(line);
      expect([...unitsOf(bytes, 0, bytes.length)].map(({ start, end }) => line.slice(start, end))).toEqual(expected);
    },
  );

  it('are found from any place in them', () => {
    const bytes = encode('ab\rcde\rf');
    expect([0, 1, 3, 5, 7].map((at) => unitAround(bytes, at, 0, 8))).toEqual([
      { start: 0, end: 2 },
      { start: 0, end: 2 },
      { start: 3, end: 6 },
      { start: 3, end: 6 },
      { start: 7, end: 8 },
    ]);
  });
});

describe('the pieces of a unit', () => {
  it('are one up to the limit', () => {
    expect([...piecesOf({ start: 5, end: 5 + PIECE_BYTES })]).toEqual([{ start: 5, end: 5 + PIECE_BYTES }]);
    expect([...piecesOf({ start: 5, end: 6 + PIECE_BYTES })].length).toBe(2);
  });

  it('cover it whole and share an overlap', () => {
    const unit = { start: 100, end: 100 + 50_001 };
    const pieces = [...piecesOf(unit)];
    expect(pieces[0]!.start).toBe(unit.start);
    expect(pieces.at(-1)!.end).toBe(unit.end);
    for (const [i, piece] of pieces.entries()) {
      expect(piece.end - piece.start).toBeLessThanOrEqual(PIECE_BYTES);
      if (i > 0) expect(pieces[i - 1]!.end - piece.start).toBe(PIECE_OVERLAP);
    }
  });

  it('around a place hold every match of the overlap’s length there', () => {
    const unit = { start: 0, end: 40_000 };
    for (let at = 0; at < unit.end; at += 97) {
      const pieces = piecesAround(unit, at);
      for (const start of [at - PIECE_OVERLAP + 1, at - 5, at]) {
        const span = { start: Math.max(0, start), end: Math.min(unit.end, Math.max(0, start) + PIECE_OVERLAP) };
        expect(
          pieces.some((piece) => piece.start <= span.start && piece.end >= span.end),
          `${at} from ${start}`,
        ).toBe(true);
      }
    }
  });
});

it('a piece that is cut inside a character begins behind it', () => {
  const bytes = encode('a😀b');
  expect([0, 1, 2, 3, 4, 5].map((at) => characterFrom(bytes, at, 0))).toEqual([0, 1, 5, 5, 5, 5]);
});

it('a line ends at its line break or at the limit', () => {
  const bytes = encode('ab\ncd\n');
  expect([
    lineEndFrom(bytes, 0, 6),
    lineEndFrom(bytes, 3, 6),
    lineEndFrom(bytes, 3, 4),
    lineEndFrom(bytes, 6, 6),
  ]).toEqual([2, 5, 4, 6]);
});

it('text is short up to so many line breaks', () => {
  const text = (lines: number) => encode('x\n'.repeat(lines));
  expect(isShort(text(EXCERPT_LINES), EXCERPT_LINES * 2)).toBe(true);
  expect(isShort(text(EXCERPT_LINES + 1), EXCERPT_LINES * 2 + 2)).toBe(false);
});
