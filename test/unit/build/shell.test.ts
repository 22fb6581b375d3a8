import { describe, expect } from 'vitest';
import { readShell } from '../../../src/build/shell.ts';
import { rows } from '../../support/rows.ts';

/** Each line by what it is: `#` a comment, `+` a continuation, `$` a command, `` nothing. */
const kinds = (text: string): string[] =>
  readShell(text).map(({ code, comment, continues }) =>
    comment !== null ? '#' : continues ? '+' : code.trim() === '' ? '' : '$',
  );

describe('a line of shell text', () => {
  rows(
    [
      ['is a comment', '# look', ['#']],
      ['is a comment when it is indented', '  # look', ['#']],
      ['is a command', 'ls -la', ['$']],
      ['is nothing', ' ', ['']],
      ['goes on after a backslash', 'ls \\\n  -la', ['$', '+']],
      ['does not go on after two backslashes', 'echo \\\\\nls', ['$', '$']],
      ['goes on after && and |', 'a &&\nb |\nc', ['$', '+', '+']],
      ['goes on in an open quote', "echo 'a\n# no comment\nb'\nls", ['$', '+', '+', '$']],
      ['goes on in open double quotes', 'echo "a \\" b\nc"\nls', ['$', '+', '$']],
      ['goes on in a here-document', 'cat <<EOF > f\n# text\nEOF\n# look', ['$', '+', '+', '#']],
      ['goes on in a here-document with quotes and tabs', "cat <<-'END'\n\ta\n\tEND\nls", ['$', '+', '+', '$']],
      ['does not go on after a here-string', 'grep x <<< word\nls', ['$', '$']],
      ['goes on in a loop', 'for i in 1 2; do\n  # each\n  echo $i\ndone\nls', ['$', '+', '+', '+', '$']],
      [
        'goes on in a condition inside a loop',
        'for i in 1 2; do\n  if true; then\n    echo $i\n  fi\n  # still inside\ndone\n# outside',
        ['$', '+', '+', '+', '+', '+', '#'],
      ],
      ['goes on in a condition', 'if a; then\n  b\nelse\n  c\nfi\nd', ['$', '+', '+', '+', '+', '$']],
      ['is whole when a loop stands on it', 'for i in 1; do echo $i; done\nls', ['$', '$']],
    ] satisfies [string, string, string[]][],
    (_, text, expected) => expect(kinds(text)).toEqual(expected),
  );
});

describe('a comment behind a command', () => {
  rows(
    [
      ['is taken out', 'ls -la  # all of them', 'ls -la', 'all of them'],
      ['is none inside quotes', 'echo "a # b"', 'echo "a # b"', ''],
      ['is none inside a word', 'echo a#b', 'echo a#b', ''],
      ['is none behind a backslash', 'echo \\# a', 'echo \\# a', ''],
    ] satisfies [string, string, string, string][],
    (_, line, code, trailing) =>
      expect(readShell(line)[0]).toEqual({ code, comment: null, trailing, continues: false }),
  );
});
