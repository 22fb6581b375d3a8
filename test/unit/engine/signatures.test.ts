/** Fences: sequences and vetoes, as a lookup sees them. */
import { describe, expect } from 'vitest';
import { bytesOf, engineOf, type TestSymptom } from '../../support/index.ts';
import { rows } from '../../support/rows.ts';

const found = (symptom: TestSymptom, lines: string[]): number[] =>
  engineOf(symptom)
    .lookup(bytesOf(lines.join('\n')))
    .hits.map(({ line }) => line);

const sequence = (within: number): TestSymptom => ({
  fences: [{ kind: 'sequence', within, lines: ['starting upload', 'connection lost', 'upload aborted'] }],
});

describe('a sequence', () => {
  rows(
    [
      ['stands in its last line', 5, ['starting upload', 'x', 'connection lost', 'upload aborted'], [4]],
      ['needs every member', 5, ['starting upload', 'upload aborted'], []],
      ['needs them in order', 5, ['connection lost', 'starting upload', 'upload aborted'], []],
      ['needs a line for each', 5, ['starting upload connection lost upload aborted'], []],
      ['may span as many lines as it says', 3, ['starting upload', 'connection lost', 'x', 'upload aborted'], [4]],
      ['may not span more', 2, ['starting upload', 'connection lost', 'x', 'upload aborted'], []],
      [
        'begins again with its latest first member',
        2,
        ['starting upload', 'x', 'x', 'starting upload', 'connection lost', 'upload aborted'],
        [6],
      ],
      [
        'is not ended by a member that comes twice',
        5,
        ['starting upload', 'connection lost', 'connection lost', 'upload aborted'],
        [4],
      ],
    ] satisfies [string, number, string[], number[]][],
    (_, within, lines, expected) => expect(found(sequence(within), lines)).toEqual(expected),
  );
});

const vetoed = (place: 'symptom' | 'option-a', within: number): TestSymptom => ({
  fences: [
    { lines: ['connection refused'] },
    { place: 'option-a', lines: ['option words here'] },
    { place, kind: 'unless', within, lines: ['will be retried'] },
  ],
});

describe('a veto', () => {
  rows(
    [
      ['takes the line it stands on', vetoed('symptom', 0), ['connection refused, will be retried'], []],
      ['leaves other lines', vetoed('symptom', 0), ['connection refused', 'will be retried'], [1]],
      ['reaches forward as far as it says', vetoed('symptom', 2), ['will be retried', 'x', 'connection refused'], []],
      ['reaches back as far as it says', vetoed('symptom', 2), ['connection refused', 'x', 'will be retried'], []],
      ['reaches no further', vetoed('symptom', 2), ['connection refused', 'x', 'x', 'will be retried'], [1]],
      ['of a symptom takes its options too', vetoed('symptom', 0), ['option words here will be retried'], []],
      ['of an option leaves the symptom', vetoed('option-a', 0), ['connection refused, will be retried'], [1]],
      ['of an option takes that option', vetoed('option-a', 0), ['option words here will be retried'], []],
      [
        'takes the evidence from a sequence',
        { fences: [...sequence(5).fences!, { kind: 'unless', lines: ['simulated'] }] },
        ['starting upload', 'connection lost', 'upload aborted (simulated)'],
        [],
      ],
    ] satisfies [string, TestSymptom, string[], number[]][],
    (_, symptom, lines, expected) => expect(found(symptom, lines)).toEqual(expected),
  );

  rows([['of one symptom leaves another', []]] satisfies [string, []][], () => {
    const engine = engineOf(
      { slug: 'a', lines: ['connection refused'] },
      { slug: 'b', lines: ['connection refused'], fences: [{ kind: 'unless', lines: ['by proxy'] }] },
    );
    expect(engine.lookup(bytesOf('connection refused by proxy')).hits.map(({ symptom }) => symptom)).toEqual(['a']);
  });
});
