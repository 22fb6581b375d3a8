import { describe, expect } from 'vitest';
import { parseSteps } from '../../../src/build/steps.ts';
import { rows } from '../../support/rows.ts';

const steps = (text: string) =>
  parseSteps(text).map(({ description, commands, note, risk }) => [description, commands, note, risk]);

describe('steps', () => {
  rows(
    [
      [
        'are a comment and the commands below it',
        '# Look\nls\npwd\n\n# Look closer\ncat f',
        [
          ['Look', 'ls\npwd', '', 'reads'],
          ['Look closer', 'cat f', '', 'reads'],
        ],
      ],
      ['have no description without a comment', 'ls', [['', 'ls', '', 'reads']]],
      ['have a description of several lines', '# Look\n# with care\nls', [['Look\nwith care', 'ls', '', 'reads']]],
      [
        'are done by hand without a command',
        '# Fix it\n\n# Look\nls',
        [
          ['Fix it', '', '', null],
          ['Look', 'ls', '', 'reads'],
        ],
      ],
      [
        'keep the comment behind a command as a note',
        '# Log in\ngh auth login  # choose HTTPS',
        [['Log in', 'gh auth login', 'choose HTTPS', 'changes']],
      ],
      [
        'keep the comment directly below as a note',
        '# Count\nwc -l f\n# Expect 3\n\n# Next\nls',
        [
          ['Count', 'wc -l f', 'Expect 3', 'reads'],
          ['Next', 'ls', '', 'reads'],
        ],
      ],
      ['keep the last comment as a note', 'ls\n# Expect f', [['', 'ls', 'Expect f', 'reads']]],
      [
        'begin anew at a comment between commands',
        '# One\nls\n# Two\npwd',
        [
          ['One', 'ls', '', 'reads'],
          ['Two', 'pwd', '', 'reads'],
        ],
      ],
      [
        'keep a command of several lines whole',
        '# Run\ndocker run \\\n  alpine',
        [['Run', 'docker run \\\n  alpine', '', 'changes']],
      ],
      ['go on over an empty line between commands', '# Both\nls\n\npwd', [['Both', 'ls\npwd', '', 'reads']]],
      [
        'begin anew behind a note',
        '# One\nls\n# Expect f\n\npwd',
        [
          ['One', 'ls', 'Expect f', 'reads'],
          ['', 'pwd', '', 'reads'],
        ],
      ],
      ['are none of nothing', '', []],
    ] satisfies [string, string, (string | null)[][]][],
    (_, text, expected) => expect(steps(text)).toEqual(expected),
  );
});
