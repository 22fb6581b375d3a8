/** Which of several symptoms is the answer. In principle only: the weights are tuned on labelled logs, not here. */
import { describe, expect, it } from 'vitest';
import { chatter, engineOf, lookupText, type TestSymptom } from '../../support/index.ts';

const order = (log: string, ...symptoms: TestSymptom[]): string[] =>
  lookupText(engineOf(...symptoms), log).hits.map(({ symptom }) => symptom);

const disk: TestSymptom = { slug: 'disk', lines: ['No space left on device'] };
const build: TestSymptom = { slug: 'build', lines: ['could not compile the project'] };
const FAILED = '##[error]Process completed with exit code 1.\n';

describe('a cause', () => {
  const cause: TestSymptom = { ...disk, causes: ['build'] };

  it('stands above what follows from it, whichever comes last in the log', () => {
    const log = `${chatter(45)}write: No space left on device\n${chatter(20)}error: could not compile the project\n${FAILED}`;
    expect(order(log, build, cause)).toEqual(['disk', 'build']);
    expect(order(log, build, disk)).toEqual(['build', 'disk']);
  });

  it('is named by its consequence, and the consequence by it', () => {
    const { hits } = lookupText(engineOf(build, cause), 'No space left on device\ncould not compile the project');
    expect(hits.map(({ symptom, consequenceOf }) => [symptom, consequenceOf])).toEqual([
      ['disk', null],
      ['build', 'disk'],
    ]);
    expect(hits[0]!.reasons.join(' ')).toContain('T000 follows from it.');
    expect(hits[1]!.reasons.join(' ')).toContain('It probably follows from T001');
  });

  it('is none when it stands far behind', () => {
    const log = `could not compile the project\n${chatter(200)}No space left on device\n${FAILED}`;
    expect(lookupText(engineOf(build, cause), log).hits.every(({ consequenceOf }) => consequenceOf === null)).toBe(
      true,
    );
  });

  it('of itself, over any number of others, does not hang the ranking', () => {
    const ring = ['a', 'b', 'c', 'd'].map(
      (slug, i, all): TestSymptom => ({
        slug,
        lines: [`failure number ${slug} happened`],
        causes: [all[(i + 1) % 4]!],
      }),
    );
    const hits = order(ring.map(({ lines }) => lines![0]).join('\n'), ...ring);
    expect(hits.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('in a whole log', () => {
  it('the evidence nearest before the failure wins', () => {
    const log = `No space left on device\n${chatter(300)}could not compile the project\n${FAILED}`;
    expect(order(log, disk, build)[0]).toBe('build');
  });

  it('evidence in the step that failed wins over evidence elsewhere', () => {
    const column = (step: string, text: string) =>
      text.replace(/^(?=.)/gm, `job\t${step}\t2026-01-15T09:12:33.1234567Z `);
    const log =
      column('Build', `could not compile the project\n${chatter(150)}`) +
      column('Upload', 'No space left on device\n') +
      column('Build', FAILED);
    const { hits, failedSteps } = lookupText(engineOf(disk, build), log);
    expect(failedSteps).toEqual(['Build']);
    expect(hits[0]).toMatchObject({ symptom: 'build', step: 'Build' });
    expect(hits[0]!.reasons.join(' ')).toContain('It stands in the step that failed: Build.');
  });

  it('a warning gives way to an error', () => {
    const log = `${chatter(45)}error: No space left on device\nwarning: could not compile the project\n${FAILED}`;
    expect(order(log, disk, build)[0]).toBe('disk');
  });

  it('what only slows a job down gives way to what fails it', () => {
    const log = `${chatter(45)}could not compile the project\n${chatter(60)}No space left on device\n${FAILED}`;
    expect(order(log, disk, build)[0]).toBe('disk');
    expect(order(log, { ...disk, mild: true }, build)[0]).toBe('build');
  });

  it('that passed nothing is claimed', () => {
    const log = `${chatter(45)}error: No space left on device\n${chatter(5)}Post job cleanup.\nCleaning up orphan processes\n`;
    expect(lookupText(engineOf(disk), log)).toMatchObject({ verdict: 'none', hits: [], outcome: 'passed' });
  });

  it('what a passing test or a grep says is not claimed', () => {
    const log = `${chatter(45)}tests/test_disk.py::test_write[No space left on device] PASSED\n+ grep "No space left on device" log\n${FAILED}`;
    expect(order(log, disk)).toEqual([]);
  });
});

describe('in an excerpt', () => {
  it('the signature that demands more wins', () => {
    const vague: TestSymptom = { slug: 'vague', lines: ['refused'] };
    const exact: TestSymptom = { slug: 'exact', lines: ['dial tcp: connect: connection refused by the broker'] };
    expect(order('dial tcp: connect: connection refused by the broker', vague, exact)).toEqual(['exact', 'vague']);
  });

  it('the same is answered every time, and ties are broken by the order of the symptoms', () => {
    const twins = ['x', 'y', 'z'].map((slug): TestSymptom => ({ slug, lines: ['No space left on device'] }));
    expect(order('No space left on device', ...twins)).toEqual(['x', 'y', 'z']);
  });
});
