import { expect, it } from 'vitest';
import { compareDiagnostics, type Diagnostic } from '../../../src/model/diagnostic.ts';
import { formatDiagnostics } from '../../../src/model/report.ts';

const base: Diagnostic = {
  file: 'a.md',
  line: 3,
  column: 7,
  ruleId: 'group/name',
  severity: 'error',
  message: 'Unexpected a, expected b.',
};

it('says place, rule and message on a line, the hint below', () => {
  expect(
    formatDiagnostics([base, { ...base, line: 4, hint: 'Do this.' }, { ...base, severity: 'warning' }]),
  ).toMatchInlineSnapshot(`
    "a.md:3:7  group/name  Unexpected a, expected b.
    a.md:4:7  group/name  Unexpected a, expected b.
        Do this.
    a.md:3:7  group/name  warning: Unexpected a, expected b."
  `);
});

it('orders by file, line, column and rule', () => {
  const names = ['b.md 1 1 a', 'a.md 10 1 a', 'a.md 2 9 a', 'a.md 2 3 b', 'a.md 2 3 a', 'B.md 1 1 a'];
  const list = names.map((name): Diagnostic => {
    const [file, line, column, ruleId] = name.split(' ');
    return { ...base, file: file!, line: Number(line), column: Number(column), ruleId: ruleId! };
  });
  const shown = list
    .sort(compareDiagnostics)
    .map(({ file, line, column, ruleId }) => `${file} ${line} ${column} ${ruleId}`);
  expect(shown).toEqual(['B.md 1 1 a', 'a.md 2 3 a', 'a.md 2 3 b', 'a.md 2 9 a', 'a.md 10 1 a', 'b.md 1 1 a']);
});
