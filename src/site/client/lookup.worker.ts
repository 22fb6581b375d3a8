/** Runs the engine beside the page, so that typing stays smooth however long the log is. */

import { createEngine, type Engine } from '../../engine/engine.ts';
import type { Answers } from '../../model/answer.ts';
import type { LookupResult } from '../../model/result.ts';
import { readExcerpts } from './excerpt.ts';
import { openLog, refusal } from './log-source.ts';
import type { FromWorker, LogSource, ToWorker } from './protocol.ts';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 120;

let engine: Engine;
let answers: Answers;
/** Number of the newest lookup: older ones are given up. */
let newest = 0;

const say = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'setup') void setUp(data.index, data.answers);
  else {
    newest = data.id;
    void look(data.id, data.source);
  }
});

async function setUp(index: string, answersAddress: string): Promise<void> {
  try {
    const [loadedIndex, loadedAnswers] = await Promise.all([load(index), load(answersAddress)]);
    engine = createEngine(loadedIndex as Parameters<typeof createEngine>[0]);
    answers = loadedAnswers as Answers;
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', message: (error as Error).message });
  }
}

async function load(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

async function look(id: number, source: LogSource): Promise<void> {
  try {
    const result = await read(id, source);
    if (result === null || id !== newest) return;
    const places = [...new Set(result.hits.map(({ line }) => line))];
    const excerpts = places.length > 0 ? await readExcerpts(await openLog(source), places) : {};
    if (id !== newest) return;
    const named = result.hits.flatMap(({ symptom }) => (answers[symptom] ? [[symptom, answers[symptom]]] : []));
    say({ kind: 'found', id, result, excerpts, answers: Object.fromEntries(named) as Answers });
  } catch (error) {
    if (id === newest) say({ kind: 'unreadable', id, message: readable(error as Error) });
  }
}

const readable = ({ name, message }: Error): string =>
  name === 'Refused'
    ? message
    : name === 'NotReadableError' || name === 'NotFoundError'
      ? 'The file could not be read. If it is still being written, or was moved, choose it again.'
      : /compress|gzip|deflate|decode/i.test(message)
        ? 'The file is damaged: it could not be unpacked.'
        : `The text could not be read: ${message}`;

/** Null when a newer lookup has begun. */
async function read(id: number, source: LogSource): Promise<LookupResult | null> {
  const total = source.kind === 'file' ? source.file.size : source.text.length;
  let done = 0;
  let reported = performance.now();
  const reader = (await openLog(source, (bytes) => (done = bytes))).getReader();
  const session = engine.session();
  let first = true;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (id !== newest) {
      void reader.cancel().catch(() => {});
      return null;
    }
    if (first && source.kind === 'file') {
      const words = refusal(next.value);
      if (words !== null) throw Object.assign(new Error(words), { name: 'Refused' });
    }
    first = false;
    session.push(next.value);
    if (performance.now() - reported > REPORT_EVERY) {
      reported = performance.now();
      say({ kind: 'progress', id, share: total === 0 ? 0 : Math.min(1, done / total) });
      // Lets a newer lookup's message in.
      await new Promise((resume) => setTimeout(resume));
    }
  }
  return session.finish();
}
