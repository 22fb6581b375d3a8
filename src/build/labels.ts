/** Labelled text: JSON Lines of short texts, and lists of whole logs. The formats are in test/corpus/README.md. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import type { LabelledLine, LabelledLog, LineAnswer, LogAnswer } from './scores.ts';

const labels = {
  expect: z.string().nullable(),
  also: z.array(z.string()).default([]),
  null_ok: z.boolean().default(false),
};

export const lineSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(['positive', 'hard-negative', 'negative']),
  ...labels,
});

export const logSchema = z.object({
  file: z.string(),
  evidence_lines: z.array(z.number().int().positive()).default([]),
  outcome: z.string().optional(),
  ...labels,
});

/** A row that cannot be used, or a file that cannot be read; the message says where. */
export class LabelError extends Error {}

/** @param name As the user wrote it, for messages. @throws LabelError */
export async function readLabels<S extends z.ZodType>(name: string, file: string, schema: S): Promise<z.infer<S>[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new LabelError(`cannot read "${name}": ${error.code === 'ENOENT' ? 'no such file.' : error.message}`);
  });
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(line, `${name}:${i + 1}`));
    if (parsed.success) return [parsed.data];
    const issue = parsed.error.issues[0]!;
    throw new LabelError(`${name}:${i + 1}: ${issue.path.join('.') || 'the object'}: ${issue.message}.`);
  });
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LabelError(`${place}: not JSON (${(error as Error).message}).`);
  }
}

const encoder = new TextEncoder();

export function answerLines(lines: readonly LabelledLine[], engine: Engine): LineAnswer[] {
  return lines.map((label) => ({ label, hits: engine.lookup(encoder.encode(label.text)).hits }));
}

/** @param folder What the logs' paths are relative to. @throws LabelError */
export async function answerLogs(logs: readonly LabelledLog[], folder: string, engine: Engine): Promise<LogAnswer[]> {
  const answers: LogAnswer[] = [];
  for (const label of logs) {
    const bytes = await readFile(path.join(folder, label.file)).catch((error: NodeJS.ErrnoException) => {
      throw new LabelError(
        `cannot read the log "${label.file}": ${error.code === 'ENOENT' ? 'no such file beside the list.' : error.message}`,
      );
    });
    answers.push({ label, hits: engine.lookup(bytes).hits });
  }
  return answers;
}
