/** Lines with an error's words that are no evidence of it, and how a line says how serious it is. */
import { describe, expect } from 'vitest';
import { isHarmless, isLoud, softness } from '../../../src/engine/harmless.ts';
import { readLineText } from '../../../src/engine/line-text.ts';
import { rows } from '../../support/rows.ts';

const TIME = '2026-01-15T09:12:33.1234567Z';
const harmless = (raw: string): boolean => isHarmless(raw, readLineText(raw));

describe('no evidence is', () => {
  rows(
    [
      ['the script that GitHub echoes', `${TIME} \u001b[36;1mif df | grep "No space left"; then\u001b[0m`],
      ['the echoed script in gh’s columns', `test\tRun tests\t${TIME} \u001b[36;1mexit 1 # No space left\u001b[0m`],
      ['a shell’s trace', '+ grep -q "No space left" build.log'],
      ['a command GitHub names', `${TIME} ##[command]grep "No space left"`],
      ['a command that prints the words', 'echo "No space left on device"'],
      ['a passed test named after it', 'tests/test_disk.py::test_no_space_left PASSED'],
      ['a passed Go test', '--- PASS: TestNoSpaceLeft (0.00s)'],
      ['a passed TAP test', 'ok 12 - No space left on device is handled'],
      ['a ticked test', '  ✓ reports No space left on device (3 ms)'],
      ['a passed Rust test', 'test disk::no_space_left ... ok'],
      ['an INFO line', `${TIME} INFO worker: No space left on device, trying next`],
      ['a debug line in brackets', '[debug] No space left on device'],
      ['a structured debug line', 'time="12:00" level=debug msg="No space left on device"'],
      ['an assertion in source text', 'assert "No space left" in str(error)'],
      ['a raise in source text', '    raise OSError("No space left on device")'],
    ] satisfies [string, string][],
    (_, line) => expect(harmless(line)).toBe(true),
  );
});

describe('evidence is', () => {
  rows(
    [
      ['a bare message', 'No space left on device'],
      ['a tool’s message', 'tar: foo: Cannot write: No space left on device'],
      ['GitHub’s error', `${TIME} ##[error]No space left on device`],
      ['a failed test', 'FAILED tests/test_disk.py::test_write - OSError: No space left on device'],
      ['a failed Go test', '--- FAIL: TestWrite (0.00s): No space left on device'],
      ['a message that speaks of information', 'error: information lost: No space left on device'],
    ] satisfies [string, string][],
    (_, line) => expect(harmless(line)).toBe(false),
  );
});

describe('a line’s own voice', () => {
  rows(
    [
      ['an error', `${TIME} ##[error]disk full`, [true, null]],
      ['npm’s error', 'npm ERR! code ENOSPC', [true, null]],
      ['a fatal line', 'fatal: could not read', [true, null]],
      ['a warning', 'WARN disk almost full', [false, 'warning']],
      ['GitHub’s warning', `${TIME} ##[warning]disk almost full`, [false, 'warning']],
      ['a try that is repeated', 'connection refused, retrying in 5 s', [false, 'retry']],
      ['a sentence', 'disk full', [false, null]],
      ['a word that holds "error"', 'errors_total 0', [false, null]],
    ] satisfies [string, string, [boolean, 'warning' | 'retry' | null]][],
    (_, line, [loud, soft]) => {
      const text = readLineText(line);
      expect({ loud: isLoud(text), soft: softness(text) }).toEqual({ loud, soft });
    },
  );
});
