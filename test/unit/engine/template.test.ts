import { describe, expect, it } from 'vitest';
import {
  type Gap,
  lowerAscii,
  normalise,
  parseSignature,
  SignatureError,
  type Template,
} from '../../../src/engine/template.ts';
import { rows } from '../../support/rows.ts';

/** A template as a line, its gaps as written: `⟨name:type⟩`, `⟨…⟩`. */
function shownAs({ literals, inner, edge }: Template): string {
  const gap = (one: Gap | null) => (one === null ? '' : one.type === 'skip' ? '⟨…⟩' : `⟨${one.name}:${one.type}⟩`);
  return (
    gap(edge[0]) +
    literals.map((literal, i) => `[${literal}]${i < inner.length ? gap(inner[i]!) : ''}`).join('') +
    gap(edge[1])
  );
}
const parsed = (signature: string): string[] => parseSignature(signature).map(shownAs);

function mistake(signature: string): SignatureError {
  try {
    parseSignature(signature);
  } catch (error) {
    if (error instanceof SignatureError) return error;
    throw error;
  }
  throw new Error(`"${signature}" was read without a mistake.`);
}

describe('a signature without alternatives', () => {
  rows(
    [
      ['is one literal in lower case', 'No space left on Device', ['[no space left on device]']],
      ['has one space for a run of white space', 'a \t  b', ['[a b]']],
      ['loses white space at its ends', '  a b\t', ['[a b]']],
      ['captures what varies', "import '<name>' from <module>", ["[import ']⟨name:any⟩[' from ]⟨module:any⟩"]],
      ['narrows a capture', '<n:int> of <file:path> and <w:word>.', ['⟨n:int⟩[ of ]⟨file:path⟩[ and ]⟨w:word⟩[.]']],
      ['skips within the line', 'a<...>b', ['[a]⟨…⟩[b]']],
      ['has nothing to say with a skip at its ends', '<...> a <...>', ['[a]']],
      ['takes a digit and a dash in a name', 'x <a-1>', ['[x ]⟨a-1:any⟩']],
      ['keeps < that begins no placeholder', 'a < b <1> <-x> <>', ['[a < b <1> <-x> <>]']],
      ['keeps an escaped <, { and backslash', '\\<name> \\{a|b} \\\\', ['[<name> {a|b} \\]']],
      ['keeps a backslash before anything else', 'C:\\temp', ['[c:\\temp]']],
      ['keeps braces without |', 'a {b} c {', ['[a {b} c {]']],
      ['keeps braces that do not close', '{a|b', ['[{a|b]']],
      [
        'lets <...> beside a placeholder add nothing',
        'a <name><...> b <...><other>',
        ['[a ]⟨name:any⟩[ b ]⟨other:any⟩'],
      ],
      ['lets two skips be one', 'a <...><...> b', ['[a ]⟨…⟩[ b]']],
      ['drops a skip before a typed placeholder at its start', '<...><n:int> files', ['⟨n:int⟩[ files]']],
    ] satisfies [string, string, string[]][],
    (_, signature, expected) => expect(parsed(signature)).toEqual(expected),
  );
});

describe('alternatives', () => {
  rows(
    [
      ['become one template each', '{npm|yarn} ERR!', ['[npm err!]', '[yarn err!]']],
      ['may be empty', 'exit{ed|} with', ['[exited with]', '[exit with]']],
      ['leave no second space where they are empty', 'job {now |}failed', ['[job now failed]', '[job failed]']],
      ['multiply', '{a|b}{c|d}', ['[ac]', '[ad]', '[bc]', '[bd]']],
      ['hold escaped signs', '{a\\|b|c\\}|\\{|\\<n>} x', ['[a|b x]', '[c} x]', '[{ x]', '[<n> x]']],
      ['stand beside placeholders', '<n:int> file{s|}', ['⟨n:int⟩[ files]', '⟨n:int⟩[ file]']],
    ] satisfies [string, string, string[]][],
    (_, signature, expected) => expect(parsed(signature)).toEqual(expected),
  );

  it('expand to at most 64 templates', () => {
    expect(parseSignature('{a|b}{a|b}{a|b}{a|b}{a|b}{a|b} x').length).toBe(64);
    expect(mistake('{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b} x')).toMatchObject({
      message: 'Unexpected number of alternatives, expected at most 64 templates from one line.',
      column: 1,
    });
  });
});

describe('a mistake says what and where', () => {
  rows(
    [
      [
        'an unknown type',
        'exit <code:number>',
        6,
        'Unexpected type "number" in "<code:number>", expected one of int, word, path.',
      ],
      ['an empty type', 'x <code:>', 3, 'Unexpected type "" in "<code:>", expected one of int, word, path.'],
      [
        'a placeholder among alternatives',
        'a {b|<name>}',
        6,
        'Unexpected placeholder among alternatives, expected text only.',
      ],
      [
        'a skip among alternatives',
        '{x<...>|b} a',
        3,
        'Unexpected placeholder among alternatives, expected text only.',
      ],
      [
        'two placeholders side by side',
        'a <b><c>',
        1,
        'Unexpected placeholder "<c>" next to another, expected text between them.',
      ],
      [
        'two placeholders with an empty alternative between',
        'a <b>{x|}<c>',
        1,
        'Unexpected placeholder "<c>" next to another, expected text between them.',
      ],
      [
        'a typed placeholder beside a skip',
        'a <n:int><...> b',
        1,
        'Unexpected placeholder "<...>" next to another, expected text between them.',
      ],
      [
        'a skip beside a typed placeholder',
        'a <...><n:int> b',
        1,
        'Unexpected placeholder "<n>" next to another, expected text between them.',
      ],
      [
        'nothing but a placeholder',
        '<name>',
        1,
        'Unexpected signature without fixed text, expected words that the message always has.',
      ],
      [
        'nothing but white space between placeholders at its ends',
        '<...> <name>',
        1,
        'Unexpected signature without fixed text, expected words that the message always has.',
      ],
      ['nothing at all', '', 1, 'Unexpected signature without fixed text, expected words that the message always has.'],
      [
        'an expression that does not compile',
        '/error (/',
        1,
        'Unexpected regular expression: /error (/i: Unterminated group.',
      ],
      [
        'an expression without fixed text',
        '/\\d+|[a-z]+/',
        1,
        'Unexpected regular expression without fixed text, expected words that every match has.',
      ],
    ] satisfies [string, string, number, string][],
    (_, signature, column, message) => {
      const { message: found, column: at, hint } = mistake(signature);
      expect({ message: found, column: at }).toEqual({ message, column });
      expect(hint).toMatch(/\.$/);
    },
  );
});

describe('folding', () => {
  it('keeps the length, whatever the script', () => {
    const text = 'İSTANBUL ẞ ÄÖÜ \u212a ABC';
    expect(lowerAscii(text)).toBe('İstanbul ẞ ÄÖÜ \u212a abc');
    expect(lowerAscii(text).length).toBe(text.length);
  });

  it('folds spaces and tabs, and no other white space', () => {
    expect(normalise('A\t \tB\u00a0C')).toBe('a b\u00a0c');
  });
});
