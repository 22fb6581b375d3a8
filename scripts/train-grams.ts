/**
 * Writes src/engine/gram-frequencies.ts: how often four-byte grams stand in log text, so that the scanner can look for the
 * rarest window of each signature. Only counts are kept, no text.
 *
 *   node scripts/train-grams.ts FILE...
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { GRAM_BITS, gramHash } from '../src/engine/gram-cost.ts';
import { fold4 } from '../src/engine/scanner.ts';

const counts = new Float64Array(1 << GRAM_BITS);
let total = 0;
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    counts[gramHash(fold4(bytes, at))]!++;
    total++;
  }
}
if (total === 0) {
  console.error('train-grams: no text. Name log files.');
  process.exit(2);
}

/** 0 for a gram seen less than twice in a megabyte, then one step for each factor of two, up to 15. */
const levels = counts.map((count) => Math.max(0, Math.min(15, Math.round(Math.log2((count / total) * 1e6)))));
const packed = Buffer.alloc(levels.length / 2);
for (let i = 0; i < packed.length; i++) packed[i] = levels[2 * i]! | (levels[2 * i + 1]! << 4);
const lines = packed.toString('base64').match(/.{1,100}/g) ?? [];
writeFileSync(
  'src/engine/gram-frequencies.ts',
  `/**
 * Written by scripts/train-grams.ts from ${(total / 1e6).toFixed(0)} MB of CI logs: for each hash of a folded four-byte gram its frequency, as
 * the rounded binary logarithm of its count in a megabyte, four bits each.
 */
export const GRAM_FREQUENCIES =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`,
);
