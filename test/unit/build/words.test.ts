/** Small helpers of the build: slugs, nearest words, placeholders, command pieces. */
import { describe, expect, it } from 'vitest';
import { commandPieces } from '../../../src/build/command-text.ts';
import { nearest } from '../../../src/build/nearest.ts';
import { withExamples } from '../../../src/build/placeholders.ts';
import { slugify } from '../../../src/build/slugify.ts';
import { rows } from '../../support/rows.ts';

describe('slugify', () => {
  rows(
    [
      ['joins words in lower case', 'Download Workflow Logs', 'download-workflow-logs'],
      ['drops signs at the ends', '“Quoted” (maybe)!', 'quoted-maybe'],
      ['keeps letters of every script', 'Größe 日本語', 'größe-日本語'],
      ['joins over any run of signs', 'a -- b/c', 'a-b-c'],
      ['is empty of signs alone', '!?', ''],
    ] satisfies [string, string, string][],
    (_, text, slug) => expect(slugify(text)).toBe(slug),
  );
});

describe('the nearest word', () => {
  rows(
    [
      ['has one letter more', 'tag', ['tags', 'title'], 'tags'],
      ['has two letters exchanged in a short word', 'hihg', ['low', 'high'], 'high'],
      ['has two letters exchanged', 'sevreity', ['severity', 'title'], 'severity'],
      ['does not mind case', 'TITLE', ['title'], 'title'],
      ['is the first of two as near', 'cat', ['bat', 'hat'], 'bat'],
      ['is none where all are far', 'workflow', ['title', 'tags'], null],
      ['is none of none', 'workflow', [], null],
    ] satisfies [string, string, string[], string | null][],
    (_, word, known, expected) => expect(nearest(word, known)).toBe(expected),
  );
});

describe('a command with placeholders', () => {
  const placeholders = { module: { example: 'k2.x', description: 'The module' }, name: {} };
  it('prints the examples, and what has none as itself', () => {
    expect(withExamples('import <module> <name> <other> < a', placeholders)).toBe('import k2.x <name> <other> < a');
  });
  it('does not take a word of the language for a placeholder', () => {
    expect(withExamples('<constructor> <toString>', placeholders)).toBe('<constructor> <toString>');
  });
  it('is cut into text and placeholders', () => {
    expect(commandPieces('a <module> b <name>', placeholders)).toEqual([
      'a ',
      expect.objectContaining({ name: 'module', text: 'k2.x' }),
      ' b ',
      expect.objectContaining({ name: 'name', text: '<name>' }),
    ]);
    expect(commandPieces('', placeholders)).toEqual([]);
  });
});
