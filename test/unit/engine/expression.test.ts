import { describe, expect } from 'vitest';
import { expressionSource, requiredText } from '../../../src/engine/expression.ts';
import { rows } from '../../support/rows.ts';

describe('the text that every match of an expression holds', () => {
  rows(
    [
      ['plain text', 'no space left', 'no space left'],
      ['the longest of several runs', 'exit \\d+ of process', 'of process'],
      ['what stands before an optional letter', 'colou?r mixed', 'r mixed'],
      ['a letter that must come once at least', 'abcd+ef', 'abcd'],
      ['escaped signs', 'a\\.b\\(c\\)', 'a.b(c)'],
      ['nothing of a group', '(?:abc|def) code', 'code'],
      ['nothing of a class', '[abcdef] code', 'code'],
      ['nothing of alternatives', 'abc|def', ''],
      ['nothing of a class with a bracket', '[a\\]b|c]xyz', 'xyz'],
      ['nothing of nested groups', '(a(b|c)d)xyz', 'xyz'],
      ['not what a count lets go', 'abcx{0,3}def', 'abc'],
    ] satisfies [string, string, string][],
    (_, source, text) => {
      expect(requiredText(source)).toBe(text);
    },
  );
});

describe('an expression stands between slashes', () => {
  rows(
    [
      ['source', '/ab+/', 'ab+'],
      ['a path at the start only', '/usr/bin: not found', null],
      ['an escaped slash at its end', '/ab\\/', null],
      ['two slashes alone', '//', null],
    ] satisfies [string, string, string | null][],
    (_, line, source) => expect(expressionSource(line)).toBe(source),
  );
});
