/** `npm test`: everything that must hold, in one command, with the true count on the last line. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Command, type Io, UserError } from './run.ts';

const HELP = `
Runs everything that must hold: the content check, the linter with the import table, the types, the unit tests, and the
browser tests on the built site.

Usage: npm test

Browser tests need a Chromium: CHROMIUM_PATH, one of the usual names, or Playwright's own; on Debian as root it is
installed when it is missing.

Exit code: 0 all passed, 1 something failed, 2 could not run.
`;

/** Each counts as one test. `tool` is the name of a program in node_modules/.bin, or a script of this project. */
const CHECKS: readonly { name: string; tool: string; args: string[] }[] = [
  { name: 'content', tool: 'node', args: ['scripts/check.ts'] },
  { name: 'lint', tool: 'biome', args: ['check', '.'] },
  { name: 'import table', tool: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', 'src', 'scripts', 'test'] },
  { name: 'types of pages', tool: 'astro', args: ['check', '--minimumFailingSeverity', 'hint'] },
  { name: 'types', tool: 'tsc', args: ['--noEmit'] },
];

const options = {} as const;

export const testCommand: Command<typeof options> = {
  name: 'test',
  help: HELP,
  options,
  async main(_, positionals, io) {
    if (positionals.length > 0)
      throw new UserError(
        `unexpected argument "${positionals[0]}". To run some tests only: npx vitest run ${positionals[0]}`,
      );
    let passed = 0;
    let failed = 0;
    for (const { name, tool, args } of CHECKS) {
      io.out(`\n── ${name}: ${tool} ${args.join(' ')}\n`);
      if ((await spawnTool(io, tool, args)) === 0) passed++;
      else failed++;
    }
    const suite = await runVitest(io);
    passed += suite.passed;
    failed += suite.failed;
    io.out(`\n${passed} passed, ${failed} failed\n`);
    return failed > 0 ? 1 : 0;
  },
};

/** Resolves to the exit code; 1 when a signal ended it. */
function spawnTool({ cwd }: Io, tool: string, args: string[]): Promise<number> {
  const bin = path.join(cwd, 'node_modules', '.bin');
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(bin, tool), args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
    });
    child.on('error', (error) => reject(new UserError(`cannot run ${tool}: ${error.message}. Run npm ci first.`)));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The numbers come from vitest's own report; a run that ends without one counts as a failure. */
async function runVitest(io: Io): Promise<{ passed: number; failed: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ci-runbook-'));
  const report = path.join(folder, 'report.json');
  try {
    io.out('\n── unit and browser tests: vitest run\n');
    const code = await spawnTool(io, 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      await readFile(report, 'utf8'),
    ) as Record<string, number>;
    const broken = numFailedTests === 0 && (code !== 0 || (numFailedTestSuites ?? 0) > 0) ? 1 : 0;
    return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + broken };
  } catch (error) {
    io.err(`test: vitest left no report (${(error as Error).message})\n`);
    return { passed: 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
