/** How often the engine is right on labelled text that no signature was written from. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createEngine } from '../engine/engine.ts';
import { buildIndex } from './index-file.ts';
import { answerLines, answerLogs, lineSchema, logSchema, readLabels } from './labels.ts';
import type { Runbook } from './load.ts';
import { type Scores, score } from './scores.ts';

export interface Accuracy {
  scores: Scores;
  /** Labelled texts, and the different places they are from. */
  texts: number;
  sources: number;
  logs: number;
}

const LINES = 'test/corpus/held.jsonl';
const LOGS = 'test/corpus/logs-held.jsonl';

/** Null where the project has no labelled text: a team's own runbook need not have any. */
export async function measureAccuracy(root: string, runbook: Runbook): Promise<Accuracy | null> {
  if (!existsSync(path.join(root, LINES))) return null;
  const engine = createEngine(buildIndex(runbook));
  const lines = await readLabels(LINES, path.join(root, LINES), lineSchema.loose());
  const logs = existsSync(path.join(root, LOGS)) ? await readLabels(LOGS, path.join(root, LOGS), logSchema) : [];
  const { scores } = score(
    answerLines(lines, engine),
    await answerLogs(logs, path.join(root, path.dirname(LOGS)), engine),
  );
  const sources = new Set(
    lines.map((line) => String((line as { source?: unknown }).source ?? line.id).replace(/[?#].*$/, '')),
  );
  return { scores, texts: lines.length, sources: sources.size, logs: logs.length };
}
