import { expect, test } from 'vitest';
import { readExcerpts } from '../../../src/site/client/excerpt.ts';

/** The text in chunks of a few bytes, so that lines and characters are cut. */
function streamOf(bytes: Uint8Array, size = 5): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('gives two lines before and after, and fewer at the ends', async () => {
  const text = Array.from({ length: 9 }, (_, i) => `line ${i + 1} ü`).join('\n');
  const excerpts = await readExcerpts(streamOf(utf8(text)), [1, 5, 9]);
  expect(excerpts[1]!.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(excerpts[5]).toEqual([3, 4, 5, 6, 7].map((line) => ({ line, text: `line ${line} ü` })));
  expect(excerpts[9]!.map(({ line }) => line)).toEqual([7, 8, 9]);
});

test('reads UTF-16 as its text', async () => {
  const bytes = new Uint8Array(Buffer.from('\ufeffone\r\ntwo\r\nthree', 'utf16le'));
  expect((await readExcerpts(streamOf(bytes, 8), [2]))[2]!.map(({ text }) => text.replace('\ufeff', ''))).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('cuts a line of many megabytes', async () => {
  const excerpts = await readExcerpts(streamOf(utf8(`${'x'.repeat(3_000_000)}\nend`), 65_536), [1]);
  expect(excerpts[1]![0]!.text.length).toBeLessThanOrEqual(600);
  expect(excerpts[1]![1]!.text).toBe('end');
});
