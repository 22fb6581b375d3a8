/**
 * The content against the engine: what a symptom shows must find it, what only looks alike must not be claimed for it.
 * One test for each symptom, made from `content/`; a new symptom is tested by being there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/build/index-file.ts';
import { loadRunbook } from '../../src/build/load.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Sample, Symptom } from '../../src/model/symptom.ts';

const { runbook, diagnostics } = await loadRunbook(process.cwd());
const symptoms = runbook?.symptoms ?? [];
const engine = createEngine(buildIndex({ symptoms }));
const hitsOf = (text: string) => engine.lookup(new TextEncoder().encode(text)).hits;

/** `file: what it finds first`, so that a failure names the file. */
const answerTo = ({ file, text }: Pick<Sample, 'file' | 'text'>): string =>
  `${file}: ${hitsOf(text)[0]?.symptom ?? 'nothing'}`;

/** What people see as GitHub prints it. */
const asGithubError = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => `2026-01-15T09:12:${String(i + 10)}.1234567Z ##[error]${line}`)
    .join('\n');

/** The original's texts under "What You See", in order; a fence's content, or the paragraph. */
const ORIGINAL = [
  ...readFileSync('test/fixtures/ci-cd-troubleshooting.md', 'utf8').matchAll(
    /\*\*What You See\*\*:\n(?:```\n([\s\S]*?)\n```|([^\n]+))/g,
  ),
].map((match) => match[1] ?? match[2]!);

const ORIGINAL_SLUGS = [
  'quality-checks-fail',
  'unit-tests-import-errors',
  'no-tests-collected',
  'security-scan-fails',
  'integration-tests-connection-refused',
  'integration-tests-timeout',
  'docker-build-fails',
  'coverage-upload-fails',
  'image-push-authentication',
  'email-notification-fails',
  'workflow-not-triggered',
  'workflow-stuck',
  'flaky-tests',
  'out-of-disk-space',
  'slow-workflow',
];

const ordinary: [name: string, line: string][] = [
  ['a step begins', '2026-01-15T09:12:33.1234567Z ##[group]Run actions/checkout@v4'],
  ['checkout', 'Syncing repository: octo/hello-world'],
  ['git fetch', ' * [new branch]      main       -> origin/main'],
  ['git hash', 'HEAD is now at 3f2a1c9 Merge pull request #12 from octo/fix'],
  ['runner version', "Current runner version: '2.320.0'"],
  ['image provisioner', 'Image: ubuntu-24.04'],
  ['setup python', 'Successfully set up CPython (3.12.4)'],
  ['cache hit', 'Cache restored successfully'],
  ['pip download', 'Downloading requests-2.32.3-py3-none-any.whl (64 kB)'],
  ['pip installed', 'Successfully installed certifi-2024.7.4 idna-3.7 requests-2.32.3'],
  ['uv resolved', 'Resolved 87 packages in 12ms'],
  ['npm added', 'added 1243 packages, and audited 1244 packages in 21s'],
  ['npm fund', '  run `npm fund` for details'],
  ['vitest passed', ' Test Files  12 passed (12)'],
  ['pytest collected', 'collected 214 items'],
  ['pytest passed', '============================= 214 passed in 31.20s ============================='],
  ['pytest progress', 'tests/unit/test_producer.py ........                                    [ 42%]'],
  ['ruff passed', 'All checks passed!'],
  ['eslint clean', '0 errors, 0 warnings'],
  ['docker layer', '#12 [builder 4/7] RUN pip install -r requirements.txt'],
  ['docker done', '#12 DONE 3.2s'],
  ['docker push', 'latest: digest: sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b size: 1570'],
  ['cargo compiles', '   Compiling serde v1.0.204'],
  ['go test ok', 'ok  \tgithub.com/octo/hello/pkg/api\t0.412s'],
  ['gradle task', '> Task :app:compileJava UP-TO-DATE'],
  ['gradle success', 'BUILD SUCCESSFUL in 1m 12s'],
  ['maven test summary', '[INFO] Tests run: 41, Failures: 0, Errors: 0, Skipped: 2'],
  ['trivy clean', 'Total: 0 (UNKNOWN: 0, LOW: 0, MEDIUM: 0, HIGH: 0, CRITICAL: 0)'],
  ['coverage figure', 'TOTAL                              2210    144    93%'],
  ['codecov uploaded', 'View reports at https://app.codecov.io/github/octo/hello/commit/3f2a1c9'],
  ['service healthy', 'postgres service is healthy.'],
  ['disk figure', '/dev/root        73G   52G   21G  72% /'],
  ['job done', 'Job succeeded'],
  ['boilerplate of every failure', '##[error]Process completed with exit code 1.'],
  ['an English sentence', 'The quick brown fox jumps over the lazy dog.'],
];

describe('the content as a whole', () => {
  it('loads without a mistake', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(symptoms.length).toBeGreaterThanOrEqual(16);
  });

  it('has rows of different names, or a test below would hide another', () => {
    expect(new Set(ordinary.map(([name]) => name)).size).toBe(ordinary.length);
    expect(ordinary.length).toBeGreaterThanOrEqual(20);
  });
});

describe.each(symptoms.map((symptom): [string, Symptom] => [symptom.slug, symptom]))('%s', (slug, symptom) => {
  it('is found first in each of its samples', () => {
    expect(symptom.samples.map(answerTo)).toEqual(symptom.samples.map(({ file }) => `${file}: ${slug}`));
  });

  it('is claimed for none of its near misses', () => {
    const claimed = symptom.nearMisses.flatMap(({ file, text }) =>
      hitsOf(text).flatMap(({ symptom: found, verdict }) => (found === slug ? [`${file}: ${verdict}`] : [])),
    );
    expect(claimed).toEqual([]);
  });

  it('is found first in the log text that its page shows', () => {
    const shown = symptom.see.flatMap((block) =>
      block.kind === 'log' ? [{ file: `${symptom.file}:${block.position.line}`, text: block.text }] : [],
    );
    expect(shown.map(answerTo)).toEqual(shown.map(({ file }) => `${file}: ${slug}`));
  });

  it('is recognised in enough ways, and shown on enough real text, to be trusted', () => {
    const signatures = symptom.signatures.flatMap(({ kind, lines }) =>
      kind === 'unless' ? [] : kind === 'sequence' ? [lines[0]!] : lines,
    );
    expect(signatures.length, 'signatures').toBeGreaterThanOrEqual(6);
    expect(symptom.samples.length, 'samples').toBeGreaterThanOrEqual(3);
    expect(symptom.nearMisses.length, 'near misses').toBeGreaterThanOrEqual(2);
    expect(
      [...symptom.samples, ...symptom.nearMisses].filter(({ source }) => source === null).map(({ file }) => file),
      'texts without a source',
    ).toEqual([]);
  });
});

describe('the original runbook’s own words', () => {
  it('are fifteen, one for each of its symptoms', () => {
    expect(ORIGINAL.length).toBe(ORIGINAL_SLUGS.length);
  });

  it.each(
    ORIGINAL_SLUGS.map((slug, i): [string, string] => [slug, ORIGINAL[i] ?? '']),
  )('find %s first as GitHub prints them', (slug, text) => {
    expect(hitsOf(asGithubError(text))[0]?.symptom).toBe(slug);
  });

  it.each(
    ORIGINAL_SLUGS.map((slug, i): [string, string] => [slug, ORIGINAL[i] ?? '']),
  )('find %s first as they stand', (slug, text) => {
    expect(hitsOf(text)[0]?.symptom).toBe(slug);
  });

  it('of the out-of-memory row, which has no text there, are those of its own page', () => {
    const own = symptoms
      .find(({ slug }) => slug === 'out-of-memory')!
      .see.flatMap((block) => (block.kind === 'log' ? [block.text] : []));
    expect(own.length).toBeGreaterThan(0);
    expect(own.map((text) => hitsOf(asGithubError(text))[0]?.symptom)).toEqual(own.map(() => 'out-of-memory'));
  });
});

describe('ordinary lines', () => {
  it.each(ordinary)('find nothing: %s', (_, line) => {
    expect(hitsOf(line).map(({ symptom, verdict, signature }) => ({ symptom, verdict, signature }))).toEqual([]);
  });
});
