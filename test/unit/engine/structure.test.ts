/** How a log ended and which of its steps failed, by what each CI system prints. */
import { describe, expect, it } from 'vitest';
import { MARKERS } from '../../../src/engine/markers.ts';
import { createStructureReader, stepColumn } from '../../../src/engine/structure.ts';
import { parseSignature } from '../../../src/engine/template.ts';
import { chatter, engineOf, lookupText } from '../../support/index.ts';
import { rows } from '../../support/rows.ts';

const engine = engineOf({ lines: ['nothing that stands anywhere'] });
const TIME = '2026-01-15T09:12:33.1234567Z';

function read(log: string): { outcome: string; failedSteps: string[] } {
  const { outcome, failedSteps } = lookupText(engine, log);
  return { outcome, failedSteps };
}

describe('a log that', () => {
  rows(
    [
      [
        'failed on GitHub',
        `${TIME} ##[group]Run make test\n${TIME} x\n${TIME} ##[error]Process completed with exit code 2.\n${TIME} Post job cleanup.\n`,
        'failed',
        ['make test'],
      ],
      [
        'failed on GitHub, read with gh',
        `build\tCompile\t${TIME} ok\nbuild\tTest\t${TIME} ##[error]Process completed with exit code 1.\n`,
        'failed',
        ['Test'],
      ],
      [
        'passed on GitHub',
        `${TIME} ##[group]Run make test\n${TIME} fine\n${TIME} Post job cleanup.\n${TIME} Cleaning up orphan processes\n`,
        'passed',
        [],
      ],
      [
        'failed on GitLab',
        'section_start:1736932353:step_script\r\u001b[0K$ make test\nx\nERROR: Job failed: exit code 1\n',
        'failed',
        [],
      ],
      ['passed on GitLab', 'section_start:1736932353:step_script\r\u001b[0K$ make test\nJob succeeded\n', 'passed', []],
      [
        'failed on Jenkins',
        '[Pipeline] { (Unit tests)\n+ make test\nERROR: script returned exit code 2\nFinished: FAILURE\n',
        'failed',
        ['Unit tests)'],
      ],
      ['passed on Jenkins', '[Pipeline] { (Unit tests)\n+ make test\nFinished: SUCCESS\n', 'passed', []],
      [
        'failed on Azure',
        `${TIME} ##[section]Starting: Run tests\n${TIME} ##[error]Bash exited with code '1'.\n`,
        'failed',
        ['Run tests'],
      ],
      [
        'failed on Travis',
        'travis_fold:start:install\nThe command "npm test" exited with 1.\nDone. Your build exited with 1.\n',
        'failed',
        ['install'],
      ],
      ['passed on Travis', 'The command "npm test" exited with 0.\nDone. Your build exited with 0.\n', 'passed', []],
      ['failed on CircleCI', 'make test\nExited with code exit status 1\n', 'failed', []],
      ['failed on Buildkite', '~~~ Running commands\nThe command exited with status 1\n', 'failed', []],
      ['ends with make giving up', 'make: *** [Makefile:3: test] Error 2\n', 'failed', []],
      ['says nothing of it', 'hello\nworld\n', 'unknown', []],
    ] satisfies [string, string, string, string[]][],
    (_, log, outcome, failedSteps) =>
      expect(read(log)).toEqual({ outcome, failedSteps: failedSteps.map((name) => name.replace(/\)$/, '')) }),
  );
});

describe('the step column of gh run view --log', () => {
  rows(
    [
      ['is its second', `build\tRun tests\t${TIME} text`, 'Run tests'],
      ['may stand before a byte-order mark', `build\tRun tests\t\ufeff${TIME} text`, 'Run tests'],
      ['is the job where gh knows no step', `build\tUNKNOWN STEP\t${TIME} text`, 'build'],
      ['is not there without a time', 'a\tb\tc', null],
      ['is not there without tabs', `${TIME} text`, null],
      ['is not there where the first column is no name', `${'x'.repeat(130)}\tb\t${TIME} text`, null],
    ] satisfies [string, string, string | null][],
    (_, raw, step) => expect(stepColumn(raw)).toBe(step),
  );
});

describe('the reader', () => {
  const event = (kind: 'error' | 'exit' | 'passed' | 'cleanup', line: number, code: number | null = null) => ({
    kind,
    line,
    step: null,
    code,
  });

  it('takes an exit code of 0 for a good end where the log ends with it, and never for a failure', () => {
    const reader = createStructureReader();
    reader.add(event('exit', 30, 0));
    expect(reader.read(33)).toMatchObject({ outcome: 'passed', failures: [] });
    expect(reader.read(300)).toMatchObject({ outcome: 'unknown', failures: [] });
  });

  it('lets a failure stand against a later "passed"', () => {
    const reader = createStructureReader();
    reader.add(event('error', 3));
    reader.add(event('passed', 9));
    expect(reader.read(20)).toMatchObject({ outcome: 'failed', failures: [3] });
  });

  it('keeps the first and the last of very many', () => {
    const reader = createStructureReader();
    for (let line = 1; line <= 20_000; line++) reader.add(event('error', line));
    const { failures } = reader.read(1_000_000);
    expect([failures[0], failures.at(-1), failures.length <= 5000]).toEqual([1, 20_000, true]);
  });
});

it('every marker is a signature that the engine can read', () => {
  expect(MARKERS.map(({ text }) => parseSignature(text).length).every((count) => count > 0)).toBe(true);
});

describe('the failing lines of a log that nothing explains', () => {
  it('stand above the failure and speak of it', () => {
    const { verdict, failing } = lookupText(
      engine,
      `${chatter(50)}could not frobnicate the widget\n##[error]Process completed with exit code 1.\nPost job cleanup.\n${chatter(10)}`,
    );
    expect(verdict).toBe('none');
    expect(failing).toEqual([{ line: 51, text: 'could not frobnicate the widget', step: null }]);
  });

  it('are not asked for where the log passed', () => {
    expect(
      lookupText(engine, `${chatter(50)}could not frobnicate\nPost job cleanup.\nCleaning up orphan processes\n`)
        .failing,
    ).toEqual([]);
  });
});
