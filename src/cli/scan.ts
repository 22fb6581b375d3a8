/** `npm run -s scan`: how many lines of a log match any of a list of signatures, for comparison with other tools. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countMatchingLines } from '../engine/count.ts';
import { parseSignature, SignatureError } from '../engine/template.ts';
import { openInputs } from './input.ts';
import { type Command, UserError } from './run.ts';

const HELP = `
Counts the lines of a log that match any of a list of signatures.

Usage: npm run -s scan -- --patterns FILE [--json] LOG

  --patterns FILE   one signature a line, in the language of docs/content-format.md
  --json            {"lines","matched","bytes","buildMs","scanMs"}
  LOG               plain text, .gz or .zip; - or nothing: stdin

Exit code: 0 some line matches, 1 none does, 2 could not run.
`;

const options = { patterns: { type: 'string' }, json: { type: 'boolean' } } as const;

export const scanCommand: Command<typeof options> = {
  name: 'scan',
  help: HELP,
  options,
  async main({ patterns, json }, names, io) {
    if (patterns === undefined) throw new UserError('no signatures to look for. Name their file: --patterns FILE');
    if (names.length > 1) throw new UserError(`unexpected argument "${names[1]}": one log is read.`);
    const text = await readFile(path.resolve(io.cwd, patterns), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new UserError(`cannot read "${patterns}": ${error.code === 'ENOENT' ? 'no such file.' : error.message}`);
    });
    const started = performance.now();
    const counter = compile(text, patterns);
    const built = performance.now();
    let bytes = 0;
    for await (const input of openInputs(names, io)) {
      for await (const chunk of input.chunks()) {
        bytes += chunk.length;
        counter.push(chunk);
      }
    }
    const { lines, matched } = counter.finish();
    const figures = {
      lines,
      matched,
      bytes,
      buildMs: round(built - started),
      scanMs: round(performance.now() - built),
    };
    io.out(json ? `${JSON.stringify(figures)}\n` : `${matched}\n`);
    return matched > 0 ? 0 : 1;
  },
};

function compile(text: string, file: string): ReturnType<typeof countMatchingLines> {
  const signatures = text
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ text: line.replace(/\r$/, ''), line: i + 1 }]));
  for (const { text: signature, line } of signatures) {
    try {
      parseSignature(signature);
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      throw new UserError(`${file}:${line}:${error.column}: ${error.message}`);
    }
  }
  return countMatchingLines(signatures.map(({ text: signature }) => signature));
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
