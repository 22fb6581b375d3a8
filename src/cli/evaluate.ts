/** `npm run -s evaluate`: how often the engine is right on labelled text. */
import path from 'node:path';
import { answerLines, answerLogs, LabelError, lineSchema, logSchema, readLabels } from '../build/labels.ts';
import { type LineAnswer, type LogAnswer, type Rate, type Scores, score } from '../build/scores.ts';
import { loadEngine } from './catalogue.ts';
import { type Command, UserError } from './run.ts';

const HELP = `
Scores the engine on labelled text.

Usage: npm run -s evaluate -- LINES.jsonl [--logs LOGS.jsonl] [--json]

  LINES.jsonl   {"id","text","expect":"<slug>"|null,"also":["<slug>"],"kind":"positive|hard-negative|negative"}
  --logs FILE   {"file","expect","also","evidence_lines":[..]}, file relative to FILE
  --json        the figures as one object, with every wrong answer

Exit code: 0 scored, 2 could not run.
`;

const options = { json: { type: 'boolean' }, logs: { type: 'string' } } as const;

export const evaluateCommand: Command<typeof options> = {
  name: 'evaluate',
  help: HELP,
  options,
  async main({ json, logs }, positionals, io) {
    const [name, surplus] = positionals;
    if (surplus !== undefined)
      throw new UserError(`unexpected argument "${surplus}": one file of labelled lines is read.`);
    if (name === undefined && logs === undefined) {
      throw new UserError(
        'nothing to score. Name a file of labelled lines, e.g. test/corpus/held.jsonl, or --logs FILE.',
      );
    }
    const { scores, wrong } = await answerAll(name, logs, io);
    io.out(json ? `${JSON.stringify({ ...scores, wrong }, null, 2)}\n` : formatScores(scores));
    return 0;
  },
};

async function answerAll(name: string | undefined, logs: string | undefined, io: Parameters<typeof loadEngine>[0]) {
  const { engine } = await loadEngine(io);
  const full = (file: string) => path.resolve(io.cwd, file);
  try {
    const lines: LineAnswer[] =
      name === undefined ? [] : answerLines(await readLabels(name, full(name), lineSchema), engine);
    const logAnswers: LogAnswer[] =
      logs === undefined
        ? []
        : await answerLogs(await readLabels(logs, full(logs), logSchema), path.dirname(full(logs)), engine);
    return score(lines, logAnswers);
  } catch (error) {
    throw error instanceof LabelError ? new UserError(error.message) : error;
  }
}

function formatScores(scores: Scores): string {
  const rows = Object.entries(scores).flatMap(([name, value]: [string, Scores[keyof Scores]]): [string, string][] =>
    'of' in value
      ? [[name, formatRate(value)]]
      : Object.entries(value as Record<string, Rate>).map(([key, part]): [string, string] => [
          `${name} ${key}`,
          formatRate(part),
        ]),
  );
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n`;
}

function formatRate({ rate, count, of }: Rate): string {
  return `${rate === null ? '   –  ' : `${(rate * 100).toFixed(1).padStart(5)}%`}  (${count} of ${of})`;
}
