/** `npm run -s evaluate`: how often the engine is right on labelled text. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { loadEngine } from './catalogue.ts';
import { type Command, type Io, UserError } from './run.ts';
import {
  type LabelledLine,
  type LabelledLog,
  type LineAnswer,
  type LogAnswer,
  type Rate,
  type Scores,
  score,
} from './scores.ts';

const HELP = `
Scores the engine on labelled text.

Usage: npm run -s evaluate -- LINES.jsonl [--logs LOGS.jsonl] [--json]

  LINES.jsonl   {"id","text","expect":"<slug>"|null,"also":["<slug>"],"kind":"positive|hard-negative|negative"}
  --logs FILE   {"file","expect","also","evidence_lines":[..]}, file relative to FILE
  --json        the figures as one object, with every wrong answer

Exit code: 0 scored, 2 could not run.
`;

const options = { json: { type: 'boolean' }, logs: { type: 'string' } } as const;

const labels = {
  expect: z.string().nullable(),
  also: z.array(z.string()).default([]),
  null_ok: z.boolean().default(false),
};
const lineSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(['positive', 'hard-negative', 'negative']),
  ...labels,
});
const logSchema = z.object({
  file: z.string(),
  evidence_lines: z.array(z.number().int().positive()).default([]),
  outcome: z.string().optional(),
  ...labels,
});

export const evaluateCommand: Command<typeof options> = {
  name: 'evaluate',
  help: HELP,
  options,
  async main({ json, logs }, positionals, io) {
    if (positionals.length > 1)
      throw new UserError(`unexpected argument "${positionals[1]}": one file of labelled lines is read.`);
    if (positionals.length === 0 && logs === undefined)
      throw new UserError(
        'nothing to score. Name a file of labelled lines, e.g. test/corpus/held.jsonl, or --logs FILE.',
      );
    const { engine } = await loadEngine(io);
    const lines =
      positionals[0] === undefined ? [] : answerLines(await readJsonl(positionals[0], lineSchema, io), engine);
    const logAnswers =
      logs === undefined
        ? []
        : await answerLogs(await readJsonl(logs, logSchema, io), path.dirname(path.resolve(io.cwd, logs)), engine);
    const { scores, wrong } = score(lines, logAnswers);
    io.out(json ? `${JSON.stringify({ ...scores, wrong }, null, 2)}\n` : formatScores(scores));
    return 0;
  },
};

async function readJsonl<S extends z.ZodType>(name: string, schema: S, io: Io): Promise<z.infer<S>[]> {
  const text = await readFile(path.resolve(io.cwd, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`cannot read "${name}": ${error.code === 'ENOENT' ? 'no such file.' : error.message}`);
  });
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new UserError(`${name}:${i + 1}: not JSON (${(error as Error).message}).`);
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0]!;
    throw new UserError(`${name}:${i + 1}: ${issue.path.join('.') || 'the object'}: ${issue.message}.`);
  });
}

const encoder = new TextEncoder();

function answerLines(lines: LabelledLine[], engine: Engine): LineAnswer[] {
  return lines.map((label) => ({ label, hits: engine.lookup(encoder.encode(label.text)).hits }));
}

async function answerLogs(logs: LabelledLog[], folder: string, engine: Engine): Promise<LogAnswer[]> {
  const answers: LogAnswer[] = [];
  for (const label of logs) {
    const bytes = await readFile(path.join(folder, label.file)).catch(() => {
      throw new UserError(`cannot read the log "${label.file}" beside the list of logs.`);
    });
    answers.push({ label, hits: engine.lookup(bytes).hits });
  }
  return answers;
}

function formatScores(scores: Scores): string {
  const rows = Object.entries(scores).flatMap(([name, value]: [string, Scores[keyof Scores]]): [string, string][] => {
    if (!('of' in value))
      return Object.entries(value as Record<string, Rate>).map(([key, part]): [string, string] => [
        `${name} ${key}`,
        formatRate(part),
      ]);
    return [[name, formatRate(value)]];
  });
  const width = Math.max(...rows.map(([name]) => name.length));
  return `${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n`;
}

function formatRate({ rate, count, of }: Rate): string {
  return `${rate === null ? '   –  ' : `${(rate * 100).toFixed(1).padStart(5)}%`}  (${count} of ${of})`;
}
