import { expect, test } from 'vitest';
import { windowAround } from '../../../src/site/data/window.ts';

const list = Array.from({ length: 10 }, (_, i) => i);

test.each([
  ['the beginning when nothing is open', -1, [0, 1, 2, 3]],
  ['around the open one', 5, [3, 4, 5, 6]],
  ['the end', 9, [6, 7, 8, 9]],
])('%s', (_, at, shown) => {
  expect(windowAround(list, at, 4)).toEqual(shown);
});

test('a short list is shown whole', () => {
  expect(windowAround([1, 2], 1, 4)).toEqual([1, 2]);
});
