import { describe, expect, it } from 'vitest';
import { gramCost } from '../../../src/engine/gram-cost.ts';
import { parseSignature } from '../../../src/engine/template.ts';
import { chooseWindow, foldBytes } from '../../../src/engine/window.ts';
import { WINDOW } from '../../../src/model/limits.ts';
import { rows } from '../../support/rows.ts';

const windowOf = (signature: string): string | null => {
  const window = chooseWindow(parseSignature(signature)[0]!, gramCost);
  return window === null ? null : new TextDecoder().decode(window.literal.subarray(window.at, window.at + WINDOW));
};

describe('a window', () => {
  rows(
    [
      ['is seven bytes of a word', 'abcdefg', 'abcdefg'],
      ['takes one space beside a word', 'an oomkil', ' oomkil'],
      ['of five letters needs both spaces', 'a wedge b', ' wedge '],
      ['is counted in bytes', 'größe', 'größe'],
      ['does not reach over a gap', 'abcd<...>efghijk', 'efghijk'],
    ] satisfies [string, string, string][],
    (_, signature, expected) => {
      const found = windowOf(signature);
      expect(found).toBe(expected);
      expect(Buffer.byteLength(found!)).toBe(WINDOW);
    },
  );

  rows(
    [
      ['is not there for short words', 'a bcd ef gh'],
      ['is not there for six letters alone', 'abcdef'],
      ['is not there for parts of a word around a gap', 'abcd<...>efgh'],
    ] satisfies [string, string][],
    (_, signature) => expect(windowOf(signature)).toBeNull(),
  );

  it('is the one with the rarest grams', () => {
    const cost = (bytes: Uint8Array, at: number) => (bytes[at] === 'z'.charCodeAt(0) ? 0 : 10);
    const window = chooseWindow(parseSignature('ordinary zzzzzzz ordinary')[0]!, cost)!;
    expect(new TextDecoder().decode(window.bytes)).toBe('zzzzzzz');
  });
});

it('folding sets one bit, so that upper and lower case are one', () => {
  expect(foldBytes(new TextEncoder().encode('aZ@'))).toEqual(new TextEncoder().encode('az`'));
});
