import { describe, expect, it } from 'vitest';
import { CONTROL, cleanBytes } from '../../../src/engine/control.ts';
import { readLineText } from '../../../src/engine/line-text.ts';
import { rows } from '../../support/rows.ts';

const RED = '\u001b[31m';
const OFF = '\u001b[0m';

describe('a line as it is shown', () => {
  rows(
    [
      ['plain', 'error: no', 'error: no'],
      ['colours', `${RED}error${OFF}: no`, 'error: no'],
      ['a colour inside a word', `er${RED}ror`, 'error'],
      ['a 256-colour code with colons', '\u001b[38:5:196mred', 'red'],
      ['a cursor code', 'a\u001b[2K\u001b[1Gb', 'ab'],
      ['a title', '\u001b]0;my title\u0007text', 'text'],
      ['a link', '\u001b]8;;https://a.b\u001b\\here\u001b]8;;\u001b\\', 'here'],
      ['a character set', '\u001b(Btext', 'text'],
      ['a device string', '\u001bPq#0\u001b\\text', 'text'],
      ['NULs', 'a\u0000\u0000b', 'ab'],
      ['tabs and runs of spaces', 'a \t b', 'a b'],
      ['white space parted by a colour', `a ${RED} b`, 'a b'],
      ['white space at the ends', `\t a${OFF} `, 'a'],
      ['nothing but white space', ' \t ', ''],
      ['nothing', '', ''],
      ['a colour that is not finished', 'abc\u001b[3', 'abc'],
      ['an escape at the end', 'abc\u001b', 'abc'],
      ['a no-break space, which is kept', 'a\u00a0 b', 'a\u00a0 b'],
    ] satisfies [string, string, string][],
    (_, raw, shown) => {
      const text = readLineText(raw);
      expect(text.shown).toBe(shown);
      expect(text.folded.length).toBe(shown.length);
    },
  );
});

describe('the way back to the raw line', () => {
  rows(
    [
      ['of plain text', 'abc error', 'error', 'error'],
      ['behind a colour', `${RED}abc${OFF} error`, 'error', 'error'],
      ['around a colour inside a word', `ab er${RED}ror`, 'error', `er${RED}ror`],
      ['over a run of white space', 'a \t  b c', 'a b', 'a \t  b'],
      ['behind tabs', '\t\tx\t\terror', 'error', 'error'],
      ['of characters outside the basic plane', '  😀 error', '😀 error', '😀 error'],
      ['of text up to the end', `abc${OFF}  `, 'abc', 'abc'],
    ] satisfies [string, string, string, string][],
    (_, raw, part, expected) => {
      const { shown, toRaw } = readLineText(raw);
      const at = shown.indexOf(part);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(raw.slice(toRaw(at), toRaw(at + part.length - 1) + 1)).toBe(expected);
    },
  );

  it('of the end is the end of the last character', () => {
    const { shown, toRaw } = readLineText(`abc${OFF}  `);
    expect(toRaw(shown.length)).toBe(3);
    expect(readLineText('abc').toRaw(3)).toBe(3);
  });
});

it('removes the same from bytes as from text', () => {
  const parts = [
    '\u001b',
    '[',
    ']',
    '31m',
    '0;t',
    '\u0007',
    '\\',
    'P',
    '(',
    'B',
    ';',
    '?',
    ' ',
    'x',
    'é',
    '\u0000',
    '!p',
    '\u001b[0m',
  ];
  const encoder = new TextEncoder();
  // Every row of four parts: what is unfinished, doubled or broken off comes up by itself.
  for (let n = 0; n < parts.length ** 4; n += 7) {
    const chosen = [0, 1, 2, 3].map((k) => parts[Math.floor(n / parts.length ** k) % parts.length]);
    const text = `${chosen.join('')}end`;
    const bytes = encoder.encode(text);
    const out = new Uint8Array(bytes.length);
    const length = cleanBytes(bytes, 0, bytes.length, out, 0);
    const viaText = text.replace(CONTROL, '');
    if (new TextDecoder().decode(out.subarray(0, length)) !== viaText)
      expect.fail(
        `${JSON.stringify(text)}: ${JSON.stringify(new TextDecoder().decode(out.subarray(0, length)))}, as text ${JSON.stringify(viaText)}`,
      );
  }
});
