import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../../src/build/yaml.ts';
import { formatDiagnostics } from '../../../src/model/report.ts';
import { rows } from '../../support/rows.ts';

const schema = z.strictObject({
  title: z.string().min(3).max(10),
  level: z.enum(['low', 'medium', 'high']),
  count: z.number().int().min(1).max(9).optional(),
  day: z.iso.date('expected a calendar date such as 2026-01-15').optional(),
  tags: z.array(z.string()).default([]),
  related: z.array(z.strictObject({ symptom: z.string(), as: z.enum(['causes', 'see-also']) })).default([]),
});

const read = (text: string) => readYaml({ text, file: 'a.yaml', firstLine: 5 }, schema, 'head');
const mistakes = (text: string): string => formatDiagnostics(read(text).diagnostics);

it('reads values and says where each stands', () => {
  const { data, diagnostics, positions } = read('title: Abc\nlevel: low\nrelated:\n  - { symptom: x, as: causes }\n');
  expect(diagnostics).toEqual([]);
  expect(data).toEqual({ title: 'Abc', level: 'low', tags: [], related: [{ symptom: 'x', as: 'causes' }] });
  expect(positions).toMatchObject({
    title: { line: 5, column: 8 },
    related: { line: 8, column: 3 },
    'related.0.symptom': { line: 8, column: 16 },
    'related.0.as': { line: 8, column: 23 },
  });
});

describe('a mistake stands at its place', () => {
  const ok = 'title: Abc\nlevel: low\n';
  rows(
    [
      [
        'an unknown key, with the nearest known one',
        `${ok}tgas: [a]\n`,
        'a.yaml:7:1  head/unknown-key  Unexpected key "tgas", expected one of title, level, count, day, tags, related.\n    Did you mean "tags"?',
      ],
      [
        'an unknown key inside a list',
        `${ok}related:\n  - { symptom: x, as: causes, note: y }\n`,
        'a.yaml:8:31  head/unknown-key  Unexpected key "note" in "related.0", expected one of symptom, as.\n    Take it out, or look up its spelling in docs/content-format.md.',
      ],
      [
        'a missing key',
        'level: low\n',
        'a.yaml:5:1  head/missing  Unexpected absence of "title", expected text.\n    Add "title"; docs/content-format.md shows an example.',
      ],
      [
        'a missing key inside a list',
        `${ok}related:\n  - symptom: x\n`,
        'a.yaml:8:5  head/missing  Unexpected absence of "related.0.as", expected one of causes, see-also.\n    Add "related.0.as"; docs/content-format.md shows an example.',
      ],
      [
        'a value of no known choice',
        'title: Abc\nlevel: hihg\n',
        'a.yaml:6:8  head/invalid-value  Unexpected value "hihg" for "level", expected one of low, medium, high.\n    Did you mean "high"?',
      ],
      [
        'a number for text',
        'title: 12345\nlevel: low\n',
        'a.yaml:5:8  head/invalid-value  Unexpected value 12345 for "title", expected text.\n    docs/content-format.md describes every field.',
      ],
      [
        'text that is too short',
        'title: ab\nlevel: low\n',
        'a.yaml:5:8  head/invalid-value  Unexpected value "ab" for "title", expected at least 3 characters.\n    docs/content-format.md describes every field.',
      ],
      [
        'text that is too long',
        'title: abcdefghijk\nlevel: low\n',
        'a.yaml:5:8  head/invalid-value  Unexpected value "abcdefghijk" for "title", expected at most 10 characters.\n    docs/content-format.md describes every field.',
      ],
      [
        'a number that is too large',
        `${ok}count: 10\n`,
        'a.yaml:7:8  head/invalid-value  Unexpected value 10 for "count", expected at most 9.\n    docs/content-format.md describes every field.',
      ],
      [
        'a number with a fraction',
        `${ok}count: 1.5\n`,
        'a.yaml:7:8  head/invalid-value  Unexpected value 1.5 for "count", expected a whole number.\n    docs/content-format.md describes every field.',
      ],
      [
        'a day that does not exist',
        `${ok}day: 2026-02-30\n`,
        'a.yaml:7:6  head/invalid-value  Unexpected value "2026-02-30" for "day", expected a calendar date such as 2026-01-15.\n    docs/content-format.md describes every field.',
      ],
      [
        'text for a list',
        `${ok}tags: a\n`,
        'a.yaml:7:7  head/invalid-value  Unexpected value "a" for "tags", expected a list.\n    docs/content-format.md describes every field.',
      ],
      [
        'nothing for a map',
        '',
        'a.yaml:5:1  head/invalid-value  Unexpected value null for the document, expected a map of keys.\n    docs/content-format.md describes every field.',
      ],
      [
        'YAML that cannot be read',
        'title: [a\nlevel: low\n',
        expect.stringMatching(/^a\.yaml:\d+:\d+ {2}head\/yaml {2}Unexpected YAML: .+[^.]\.\n {4}Mend the YAML first/),
      ],
      [
        'a key that comes twice',
        `${ok}title: Def\n`,
        'a.yaml:7:1  head/yaml  Unexpected YAML: Map keys must be unique.\n    Mend the YAML first; its values are checked after that.',
      ],
    ] as [string, string, string][],
    (_, text, expected) => expect(mistakes(text)).toEqual(expected),
  );

  it('with all the others, not alone', () => {
    const { data, diagnostics } = read('title: ab\nlevle: low\ncount: 0\n');
    expect(data).toBeNull();
    expect(diagnostics.map(({ line, ruleId }) => `${line} ${ruleId}`).sort()).toEqual([
      '5 head/invalid-value',
      '5 head/missing',
      '6 head/unknown-key',
      '7 head/invalid-value',
    ]);
  });

  it('and an alias is refused where it stands', () => {
    expect(mistakes(`${ok}tags: &a [x]\nrelated: [*a]\n`)).toBe(
      'a.yaml:8:11  head/yaml  Unexpected alias "*a", expected the value itself.\n    Aliases can multiply without end; write the value twice.',
    );
  });
});
