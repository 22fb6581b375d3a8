import { describe, expect, it } from 'vitest';
import { readLineText } from '../../../src/engine/line-text.ts';
import { matchTemplate } from '../../../src/engine/match.ts';
import { parseSignature } from '../../../src/engine/template.ts';
import { rows } from '../../support/rows.ts';

/** The matched text and the captures of the first template that stands in the line; null when none does. */
function matched(signature: string, line: string): { text: string; captures: Record<string, string> } | null {
  const text = readLineText(line);
  for (const template of parseSignature(signature)) {
    const match = matchTemplate(template, text);
    if (match !== null) return { text: text.shown.slice(match.start, match.end), captures: match.captures };
  }
  return null;
}

describe('a match', () => {
  rows(
    [
      ['stands anywhere in the line', 'disk full', 'error: disk full!', 'disk full', {}],
      ['does not mind case', 'No Space LEFT', 'no space left', 'no space left', {}],
      ['does not mind runs of white space', 'no space', 'no \t space', 'no space', {}],
      [
        'captures between literals',
        "name '<name>' from '<module>'",
        "cannot import name 'A b' from 'k2.x'",
        "name 'A b' from 'k2.x'",
        { name: 'A b', module: 'k2.x' },
      ],
      [
        'captures to the end of the line',
        'reason: <why>',
        'reason: out of time',
        'reason: out of time',
        { why: 'out of time' },
      ],
      [
        'captures from the beginning of the message',
        '<who> was killed',
        '2026-01-15T09:12:33.1234567Z ##[error]worker 3 was killed',
        'worker 3 was killed',
        { who: 'worker 3' },
      ],
      ['takes a signed number', 'exit <code:int>', 'exit -9', 'exit -9', { code: '-9' }],
      [
        'takes the number that touches the text',
        '<n:int> errors',
        'in 12 files: +30 errors',
        '+30 errors',
        { n: '+30' },
      ],
      [
        'takes a word at its start',
        '<file:word>: not found',
        'sh: my-tool: not found',
        'my-tool: not found',
        { file: 'my-tool' },
      ],
      [
        'takes a word at its end up to white space',
        'image <ref:word>',
        'image ghcr.io/a/b:1 pulled',
        'image ghcr.io/a/b:1',
        { ref: 'ghcr.io/a/b:1' },
      ],
      ['takes a path up to a quote', 'open <file:path>', "open /etc/a b'", 'open /etc/a', { file: '/etc/a' }],
      ['skips nothing', 'a<...>b', 'ab', 'ab', {}],
      ['skips a lot', 'a <...> b', 'a x y z b', 'a x y z b', {}],
      ['keeps the first of two captures of one name', '<n:int> of <n:int>', '3 of 7', '3 of 7', { n: '3' }],
      [
        'keeps case in what it captures',
        'import <name>',
        'IMPORT MarketData',
        'IMPORT MarketData',
        { name: 'MarketData' },
      ],
      [
        'looks again where the first place has no number',
        'line <n:int>: failed',
        'line of line 12: failed',
        'line 12: failed',
        { n: '12' },
      ],
      [
        'looks again for a word between literals',
        'at <w:word> end',
        'at one two at three end',
        'at three end',
        { w: 'three' },
      ],
      [
        'looks again where the first place lacks a number before it',
        '<n:int> errors in',
        'no errors in 3 errors in x',
        '3 errors in',
        { n: '3' },
      ],
      ['looks again where only a later literal fits', 'a<n:int>b<m:int>c', 'a1b a2b3c', 'a2b3c', { n: '2', m: '3' }],
      ['looks again where the last literal comes twice', '<n:int>% done', 'x% done 7% done', '7% done', { n: '7' }],
      [
        'reads an expression',
        '/exit(?:ed)? code (?<code>\\d{2,3})/',
        'it Exited code 137.',
        'Exited code 137',
        { code: '137' },
      ],
    ] satisfies [string, string, string, string, Record<string, string>][],
    (_, signature, line, text, captures) => expect(matched(signature, line)).toEqual({ text, captures }),
  );
});

describe('no match', () => {
  rows(
    [
      ['without the text', 'disk full', 'disk is full'],
      ['with the literals in another order', 'a <...> b', 'b x a'],
      ['where a capture would be empty', "'<name>'", "''"],
      ['where the capture at the end would be empty', 'reason:<why>', 'reason:'],
      ['where the capture at the start would be empty', '<who> failed', 'failed'],
      ['where a number is none', 'exit <code:int> now', 'exit 1x now'],
      ['where a word has a space', 'at <w:word> end', 'at one two end'],
      ['where a path has a quote', 'open <file:path> now', 'open a"b now'],
      ['where one literal would have to stand for two', 'ab<...>b', 'ab'],
      ['of an expression whose fixed text stands there alone', '/code \\d{3}/', 'code 12'],
    ] satisfies [string, string, string][],
    (_, signature, line) => expect(matched(signature, line)).toBeNull(),
  );
});

it('needs time in proportion to the line, however much of it nearly fits', () => {
  const line = readLineText(`${'7'.repeat(4000)} ${'ab1'.repeat(1300)}`);
  const [template] = parseSignature('<n:int>ab<m:int>ab<k:word>ab<l:int>zz');
  const started = performance.now();
  expect(matchTemplate(template!, line)).toBeNull();
  expect(performance.now() - started).toBeLessThan(500);
});
