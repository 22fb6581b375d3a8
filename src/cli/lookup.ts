/** `npm run -s lookup`: which known problem a log shows. */
import type { LookupResult } from '../model/result.ts';
import { loadEngine } from './catalogue.ts';
import { openInputs } from './input.ts';
import { formatResult } from './lookup-text.ts';
import { type Command, UserError } from './run.ts';

const HELP = `
Reads CI logs and says which known problem they show, which line says so, and what to do.

Usage: npm run -s lookup -- [FILE...|-] [--json] [--all]

  FILE     a log: plain text, .gz, or a .zip archive of logs; - or nothing: stdin
  --json   one JSON object an input, one a line
  --all    every symptom found, with its first commands, not the three most likely

Exit code: 0 something found, 1 nothing found, 2 could not run.
`;

const options = { json: { type: 'boolean' }, all: { type: 'boolean' } } as const;

export const lookupCommand: Command<typeof options> = {
  name: 'lookup',
  help: HELP,
  options,
  async main({ json, all }, names, io) {
    const { runbook, engine } = await loadEngine(io);
    let found = false;
    let failed = false;
    for await (const input of openInputs(names, io)) {
      try {
        const started = performance.now();
        const session = engine.session();
        let size = 0;
        for await (const chunk of input.chunks()) {
          if (size === 0 && looksBinary(chunk))
            throw new UserError(`cannot read "${input.name}": it looks like a binary file, not a log.`);
          size += chunk.length;
          session.push(chunk);
        }
        if (size === 0) throw new UserError(`nothing to read in "${input.name}": it is empty.`);
        const result = session.finish();
        const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
        found ||= result.verdict !== 'none';
        io.out(
          json
            ? `${JSON.stringify(toJson(input.name, result, elapsedMs, all === true))}\n`
            : formatResult({
                input: input.name,
                named: names.length > 1 || input.name.includes('!'),
                result,
                runbook,
                all: all === true,
                color: io.color,
              }),
        );
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        io.err(`lookup: ${error.message}\n`);
        failed = true;
      }
    }
    return failed ? 2 : found ? 0 : 1;
  },
};

/** Bytes looked at. */
const PROBE = 4096;
/** UTF-16 text has a NUL in every other byte; what has many elsewhere, or many other controls, is no text. */
function looksBinary(chunk: Uint8Array): boolean {
  const head = chunk.subarray(0, PROBE);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) return false;
  const magic = String.fromCharCode(...head.subarray(0, 4));
  if (magic === '\x7fELF' || magic === '\x89PNG' || magic === '%PDF') return true;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls++;
  const zeros = head.filter((byte) => byte === 0).length;
  return controls > head.length * 0.1 && !(zeros > head.length * 0.3 && zeros < head.length * 0.55);
}

/** The contract's object: docs/command-line.md. */
function toJson(
  input: string,
  { verdict, hits, outcome, failedSteps, failing, lines, bytes }: LookupResult,
  elapsedMs: number,
  all: boolean,
): object {
  const listed = hits.map(({ count, lines: at, ...hit }) => ({ ...hit, count, ...(all ? { lines: at } : {}) }));
  return { input, verdict, hits: listed, outcome, failedSteps, failing, lines, bytes, elapsedMs };
}
