import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateCommand } from '../../../src/cli/evaluate.ts';
import { BODY, contentFolder, HEAD } from '../../support/content-folder.ts';
import { say } from '../../support/io.ts';
import { rows } from '../../support/rows.ts';

const jsonl = (values: object[]): string => values.map((value) => JSON.stringify(value)).join('\n');
const DISK = 'tar: No space left on device';
const QUOTA = 'error: quota exceeded for bucket';
const QUOTA_SYMPTOM = (HEAD.replace('CI001', 'CI002') + BODY)
  .replaceAll('No space left on device', 'quota exceeded for bucket')
  .replace('cannot write <file:path>: disk full', 'never stands anywhere');

async function folder(files: Record<string, string>): Promise<string> {
  const cwd = await contentFolder({ 'symptoms/quota/symptom.md': QUOTA_SYMPTOM });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(cwd, name), content);
  return cwd;
}

describe('evaluate --json', () => {
  it('scores labelled lines', async () => {
    const lines = [
      { id: 'right', text: DISK, expect: 'disk-full', also: [], kind: 'positive', extra: 'ignored' },
      { id: 'also', text: DISK, expect: 'quota', also: ['disk-full'], kind: 'positive' },
      { id: 'other', text: QUOTA, expect: 'disk-full', kind: 'positive' },
      { id: 'missed', text: 'nothing here', expect: 'quota', kind: 'positive' },
      { id: 'missed, allowed', text: 'nothing here', expect: 'quota', null_ok: true, kind: 'positive' },
      { id: 'claimed', text: DISK, expect: null, kind: 'negative' },
      { id: 'claimed, allowed', text: DISK, expect: null, also: ['disk-full'], kind: 'hard-negative' },
      { id: 'left alone', text: 'fine', expect: null, kind: 'negative' },
    ];
    const { code, out } = await say(evaluateCommand, ['lines.jsonl', '--json'], {
      cwd: await folder({ 'lines.jsonl': jsonl(lines) }),
    });
    expect(code).toBe(0);
    const scores = JSON.parse(out);
    expect(scores.recallAt1).toEqual({ rate: 0.6, count: 3, of: 5 });
    expect(scores.recallAt1ByVerdict).toEqual({
      match: { rate: 0.4, count: 2, of: 5 },
      similar: { rate: 0, count: 0, of: 5 },
    });
    expect(scores.precisionOfMatch).toEqual({ rate: 0.6, count: 3, of: 5 });
    expect(scores.falsePositiveRate).toEqual({
      negatives: { rate: 0.5, count: 1, of: 2 },
      hardNegatives: { rate: 0, count: 0, of: 1 },
    });
    expect(scores.wrong).toEqual([
      { id: 'other', expect: 'disk-full', got: 'quota', verdict: 'match' },
      { id: 'missed', expect: 'quota', got: null, verdict: 'none' },
      { id: 'claimed', expect: null, got: 'disk-full', verdict: 'match' },
    ]);
  });

  it('scores labelled logs by symptom and by line', async () => {
    const filler = 'doing things\n'.repeat(60);
    const logs = [
      { file: 'a.log', expect: 'disk-full', also: [], evidence_lines: [61] },
      { file: 'b.log', expect: 'disk-full', also: [], evidence_lines: [3] },
      { file: 'c.log', expect: null, also: [], outcome: 'success' },
      { file: 'd.log', expect: null, also: [] },
    ];
    const failed = `${filler}${DISK}\n##[error]Process completed with exit code 1.\n`;
    const files = {
      'a.log': failed,
      'b.log': failed,
      'c.log': `${filler}Post job cleanup.\n`,
      'd.log': failed,
      'logs.jsonl': jsonl(logs),
    };
    const { out } = await say(evaluateCommand, ['--logs', 'logs.jsonl', '--json'], { cwd: await folder(files) });
    const { logs: scores, wrong, recallAt1 } = JSON.parse(out);
    expect(recallAt1).toEqual({ rate: null, count: 0, of: 0 });
    expect(scores).toEqual({
      rootCauseAt1: { rate: 1, count: 2, of: 2 },
      rootCauseAt3: { rate: 1, count: 2, of: 2 },
      wrongLine: { rate: 0.5, count: 1, of: 2 },
      claimsOnPassing: { rate: 0, count: 0, of: 1 },
      claimsOnUnknown: { rate: 1, count: 1, of: 1 },
    });
    expect(wrong).toEqual([{ id: 'd.log', expect: null, got: 'disk-full', verdict: 'match' }]);
  });
});

it('evaluate prints the figures for people', async () => {
  const { out } = await say(evaluateCommand, ['l.jsonl'], {
    cwd: await folder({ 'l.jsonl': jsonl([{ id: '1', text: DISK, expect: 'disk-full', kind: 'positive' }]) }),
  });
  expect(out).toMatch(/^recallAt1 +100\.0% {2}\(1 of 1\)$/m);
  expect(out).toMatch(/^falsePositiveRate negatives +– +\(0 of 0\)$/m);
});

describe('evaluate says what it cannot read', () => {
  rows(
    [
      [
        'nothing named',
        [],
        'evaluate: nothing to score. Name a file of labelled lines, e.g. test/corpus/held.jsonl, or --logs FILE.\n',
      ],
      ['a file that is not there', ['x.jsonl'], 'evaluate: cannot read "x.jsonl": no such file.\n'],
      [
        'two files',
        ['l.jsonl', 'm.jsonl'],
        'evaluate: unexpected argument "m.jsonl": one file of labelled lines is read.\n',
      ],
      ['a line that is no JSON', ['bad.jsonl'], expect.stringMatching(/^evaluate: bad\.jsonl:2: not JSON \(.+\)\.\n$/)],
      ['a line without its kind', ['kind.jsonl'], expect.stringMatching(/^evaluate: kind\.jsonl:1: kind: .+\.\n$/)],
      [
        'a log that is not there',
        ['--logs', 'logs.jsonl'],
        'evaluate: cannot read the log "z.log": no such file beside the list.\n',
      ],
    ] as [string, string[], string][],
    async (_, argv, err) => {
      const cwd = await folder({
        'l.jsonl': '',
        'bad.jsonl': `${jsonl([{ id: '1', text: 'x', expect: null, kind: 'negative' }])}\n{oops\n`,
        'kind.jsonl': jsonl([{ id: '1', text: 'x', expect: null }]),
        'logs.jsonl': jsonl([{ file: 'z.log', expect: null }]),
      });
      expect(await say(evaluateCommand, argv, { cwd })).toEqual({ code: 2, out: '', err });
    },
  );
});
