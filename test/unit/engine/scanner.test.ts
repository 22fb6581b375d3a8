import { describe, expect, it } from 'vitest';
import { createScanner } from '../../../src/engine/scanner.ts';
import { foldBytes } from '../../../src/engine/window.ts';
import { rows } from '../../support/rows.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `window@place` for everything found in `[from, to)`. */
function scan(windows: string[], text: string, from = 0, to = encode(text).length): string[] {
  const bytes = new Uint8Array((encode(text).length + 3) & ~3);
  bytes.set(encode(text));
  const {
    count,
    places,
    windows: ids,
  } = createScanner(windows.map((one) => foldBytes(encode(one)))).scan(bytes, new Int32Array(bytes.buffer), from, to);
  return Array.from({ length: count }, (_, i) => `${windows[ids[i]!]}@${places[i]}`);
}

describe('the scanner', () => {
  rows(
    [
      [
        'finds a window at every alignment',
        ['abcdefg'],
        'abcdefg.abcdefg..abcdefg...abcdefg',
        ['abcdefg@0', 'abcdefg@8', 'abcdefg@17', 'abcdefg@27'],
      ],
      ['finds one at the very end', ['abcdefg'], 'xabcdefg', ['abcdefg@1']],
      ['does not mind case', ['abcdefg'], 'AbCdEfG', ['abcdefg@0']],
      ['finds several windows', ['abcdefg', 'tuvwxyz'], 'tuvwxyzabcdefg', ['tuvwxyz@0', 'abcdefg@7']],
      ['finds windows that overlap', ['abcdefg', 'cdefghi'], 'abcdefghi', ['abcdefg@0', 'cdefghi@2']],
      [
        'takes a tab for a space at either end',
        [' abcde ', 'abcdef '],
        '\tabcde\tabcdef\t',
        [' abcde @0', 'abcdef @7'],
      ],
      ['finds nothing in less than a window', ['abcdefg'], 'abcdef', []],
      ['finds nothing in nothing', ['abcdefg'], '', []],
      ['finds nothing without windows', [], 'abcdefg', []],
    ] satisfies [string, string[], string, string[]][],
    (_, windows, text, expected) => expect(scan(windows, text)).toEqual(expected),
  );

  it('leaves out what begins before or ends behind its range', () => {
    expect(scan(['abcdefg'], 'abcdefgabcdefgabcdefg', 1, 20)).toEqual(['abcdefg@7']);
    expect(scan(['abcdefg'], 'abcdefgabcdefgabcdefg', 7, 14)).toEqual(['abcdefg@7']);
  });

  it('finds as many as there are, past its first room for them', () => {
    expect(scan(['abcdefg'], 'abcdefg '.repeat(9000)).length).toBe(9000);
  });

  it('tells ten thousand windows apart', () => {
    const windows = Array.from({ length: 10_000 }, (_, i) => `w${String(i).padStart(6, '0')}`);
    expect(scan(windows, windows.join('\n')).length).toBe(10_000);
    expect(scan(windows, 'w010000 w99999')).toEqual([]);
  });
});
