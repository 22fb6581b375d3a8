/** Log text that looks real: the ordinary lines of the corpus, shuffled, with GitHub's timestamps and some colour. */
import { readFileSync } from 'node:fs';
import { createRandom } from './random.ts';

/** Lines between two that hold an error the shipped catalogue knows. */
const ERROR_EVERY = 2000;

export function makeHaystack(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const random = createRandom(seed);
  const rows = readFileSync('test/corpus/tune.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; kind: string });
  const linesOf = (kind: string) => rows.filter((row) => row.kind === kind).flatMap(({ text }) => text.split('\n'));
  const ordinary = linesOf('negative');
  const errors = linesOf('positive');
  const bytes = new Uint8Array(size);
  const encoder = new TextEncoder();
  let used = 0;
  for (let n = 0; used < size; n++) {
    const text = n % ERROR_EVERY === ERROR_EVERY - 1 ? random.pick(errors) : vary(random.pick(ordinary), random.below);
    const colour = random.below(20) === 0;
    const line = `${timestamp(n)} ${colour ? `\u001b[32m${text}\u001b[0m` : text}\n`;
    const { written } = encoder.encodeInto(line, bytes.subarray(used));
    if (written < line.length) bytes.fill(0x20, used + written);
    used += Math.max(written, 1);
    if (size - used < 400) {
      bytes.fill(0x2e, used);
      break;
    }
  }
  bytes[size - 1] = 0x0a;
  return bytes;
}

/** Other digits in the same places: real logs repeat their shape, not their numbers. */
const vary = (text: string, below: (limit: number) => number): string => text.replace(/\d/g, () => String(below(10)));

function timestamp(n: number): string {
  const two = (value: number) => String(value % 60).padStart(2, '0');
  return `2026-05-04T${two(Math.floor(n / 90_000) % 24)}:${two(Math.floor(n / 1500))}:${two(Math.floor(n / 25))}.${String((n * 40_013) % 10_000_000).padStart(7, '0')}Z`;
}
