import { describe, expect, it } from 'vitest';
import { expressionSource, requiredText } from '../../../src/engine/expression.ts';
import { readLineText } from '../../../src/engine/line-text.ts';
import { matchTemplate } from '../../../src/engine/match.ts';
import { parseSignature, SignatureError } from '../../../src/engine/template.ts';

describe('expressionSource', () => {
  it.each([
    ['an expression', '/disk (?:full|quota)/', 'disk (?:full|quota)'],
    ['a path', '/usr/bin/ld: cannot find', null],
    ['a path that ends with an escaped slash', '/usr/bin\\/', null],
    ['two slashes', '//', null],
  ])('%s', (_, line, source) => {
    expect(expressionSource(line)).toBe(source);
  });
});

describe('requiredText', () => {
  it.each([
    ['plain text', 'connection refused', 'connection refused'],
    ['text beside a group', 'exit(?:ed)? with code', 'with code'],
    ['text beside a class', 'took [0-9.]+ seconds too long', 'seconds too long'],
    ['an optional character is not required', 'colou?r scheme', 'r scheme'],
    ['a repeated character ends the run', 'built+ packages', 'packages'],
    ['an escaped dot is text', 'pyproject\\.toml missing', 'pyproject.toml missing'],
    ['a class escape is not', 'code \\d+ received', 'received'],
    ['alternatives at the top level', 'first|second', ''],
    ['alternatives in a group', '(?:a|b) mandatory words', 'mandatory words'],
    ['a bracket in a class', '[\\]x] closing words', 'closing words'],
    ['a counted repetition', 'x{2,3} remaining words', 'remaining words'],
  ])('%s', (_, source, text) => {
    expect(requiredText(source)).toBe(text);
  });

  it('is held by every match it is asked for', () => {
    expect('it took 3.5 seconds too long').toContain(requiredText('took [0-9.]+ seconds too long'));
  });
});

describe('a signature between slashes', () => {
  const match = (signature: string, line: string) => matchTemplate(parseSignature(signature)[0]!, readLineText(line));

  it('matches without regard to case, in a line with folded white space', () => {
    expect(match('/exceeded after (?<seconds>\\d+) s/', 'Limit EXCEEDED  after\t30 s')).toEqual({
      start: 6,
      end: 25,
      captures: { seconds: '30' },
    });
  });

  it('does not match where only its fixed text stands', () => {
    expect(match('/exceeded after \\d+ s/', 'exceeded after many s')).toBeNull();
  });

  it.each([
    ['one that cannot be read', '/un(closed group/'],
    ['one without fixed text', '/\\d+ (?:a|b)/'],
  ])('refuses %s', (_, signature) => {
    expect(() => parseSignature(signature)).toThrow(SignatureError);
  });
});
