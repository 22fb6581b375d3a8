/** Tables of tests whose rows must have different names: a row that hides another would pass for two. */
import { expect, it } from 'vitest';

/** A row's first column is its name. */
export function rows<Row extends [name: string, ...rest: unknown[]]>(
  table: readonly Row[],
  test: (...row: Row) => void | Promise<void>,
): void {
  const names = table.map(([name]) => name);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length > 0) it('has rows of different names', () => expect(twice).toEqual([]));
  for (const row of table) it(row[0], () => test(...row));
}
