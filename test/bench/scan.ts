/**
 * Question: how fast are signatures found in a log, compared with a loop of regular expressions and with ripgrep, and how
 * does that change with their number? Every tool is given the same signatures and the same bytes in the same run; a tool
 * that counts other lines than the engine fails the benchmark.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { countMatchingLines } from '../../src/engine/count.ts';
import { countByRegExp, countByRipgrep, ripgrepVersion, toLiteral, toPattern } from './baselines.ts';
import { makeHaystack } from './haystack.ts';
import { makeSignatures } from './signatures.ts';

export interface ScanOptions {
  megabytes: number;
  signatures: readonly number[];
}

export interface ScanRow {
  signatures: number;
  /** MB/s, the best of several runs. */
  engine: number;
  regExp: number;
  ripgrep: number | null;
  ripgrepFixed: number | null;
  buildMs: number;
  matched: number;
}

const MB = 1e6;
const ROUNDS = 5;
/** Bytes a loop of regular expressions is given: on all of them it would run for hours. */
const REGEXP_BYTES = 400_000;

export async function benchScan(
  { megabytes, signatures }: ScanOptions,
  say: (line: string) => void,
): Promise<ScanRow[]> {
  const haystack = makeHaystack(megabytes * MB);
  const folder = mkdtempSync(path.join(tmpdir(), 'ci-runbook-bench-'));
  const file = path.join(folder, 'haystack.log');
  writeFileSync(file, haystack);
  const rg = ripgrepVersion();
  say(
    `${megabytes} MB of log text, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${rg ?? 'ripgrep is not installed'}`,
  );
  try {
    const rows: ScanRow[] = [];
    for (const count of signatures) {
      const row = await measure(count, haystack, { folder, file, rg: rg !== null });
      rows.push(row);
      say(format(row));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  folder: string;
  file: string;
  rg: boolean;
}

async function measure(count: number, haystack: Uint8Array, { folder, file, rg }: Place): Promise<ScanRow> {
  const signatures = await makeSignatures(count);
  const buildMs = best(3, () => countMatchingLines(signatures)).ms;
  const engine = best(ROUNDS, () => engineCount(signatures, haystack));
  const small = haystack.subarray(0, REGEXP_BYTES - 1 + haystack.subarray(REGEXP_BYTES).indexOf(10));
  const text = new TextDecoder().decode(small);
  const patterns = signatures.map((signature) => new RegExp(toPattern(signature), 'i'));
  const regExp = best(1, () => countByRegExp(text, patterns));
  expectSame('the loop of regular expressions', regExp.value, engineCount(signatures, small));
  let ripgrep: number | null = null;
  let ripgrepFixed: number | null = null;
  if (rg) {
    const regexFile = path.join(folder, 'patterns.txt');
    const fixedFile = path.join(folder, 'literals.txt');
    writeFileSync(regexFile, `${signatures.map(toPattern).join('\n')}\n`);
    writeFileSync(fixedFile, `${[...new Set(signatures.map(toLiteral))].join('\n')}\n`);
    ripgrepFixed = haystack.length / MB / (best(2, () => countByRipgrep(fixedFile, file, true)).ms / 1000);
    const run = best(count > 1000 ? 1 : 2, () => countByRipgrep(regexFile, file, false));
    ripgrep = haystack.length / MB / (run.ms / 1000);
  }
  return {
    signatures: count,
    engine: haystack.length / MB / (engine.ms / 1000),
    regExp: small.length / MB / (regExp.ms / 1000),
    ripgrep,
    ripgrepFixed,
    buildMs,
    matched: engine.value,
  };
}

function engineCount(signatures: readonly string[], bytes: Uint8Array): number {
  const counter = countMatchingLines(signatures);
  counter.push(bytes);
  return counter.finish().matched;
}

function expectSame(tool: string, found: number, expected: number): void {
  if (found !== expected)
    throw new Error(`${tool} counted ${found} lines, the engine ${expected}: they did not search for the same.`);
}

function best<T>(rounds: number, run: () => T): { ms: number; value: T } {
  let ms = Number.POSITIVE_INFINITY;
  let value!: T;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    value = run();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, value };
}

function format({ signatures, engine, regExp, ripgrep, ripgrepFixed, buildMs, matched }: ScanRow): string {
  const ratio = (other: number | null) => (other === null ? '–' : `${(engine / other).toFixed(2)}x`);
  const speed = (value: number | null) => (value === null ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} MB/s`);
  return [
    `${signatures.toLocaleString('en')} signatures (${matched} lines match, tables built in ${buildMs.toFixed(0)} ms)`,
    `  engine                      ${speed(engine)}`,
    `  loop of JS RegExp           ${speed(regExp)}   engine is ${ratio(regExp)}`,
    `  rg -i -f, same meaning      ${speed(ripgrep)}   engine is ${ratio(ripgrep)}`,
    `  rg -i -F -f, one literal of each, whole process  ${speed(ripgrepFixed)}   engine is ${ratio(ripgrepFixed)}`,
  ].join('\n');
}
