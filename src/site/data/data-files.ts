/** The two files a lookup loads. Their names carry a hash of their content, so that they can be kept for ever. */
import { createHash } from 'node:crypto';
import { buildAnswers } from '../../build/answers.ts';
import { buildIndex } from '../../build/index-file.ts';
import { createEngine } from '../../engine/engine.ts';
import { getRunbook } from './runbook.ts';

export interface DataFile {
  /** From the site's root, without the base path. */
  path: string;
  body: string;
}

let kept: Promise<{ index: DataFile; answers: DataFile }> | null = null;

export function dataFiles(): Promise<{ index: DataFile; answers: DataFile }> {
  if (kept === null || import.meta.env.DEV) kept = make();
  return kept;
}

async function make() {
  const runbook = await getRunbook();
  const index = buildIndex(runbook);
  if (import.meta.env.PROD) assertReadable(index);
  return { index: fileOf('index', index), answers: fileOf('answers', buildAnswers(runbook)) };
}

/** An index that no browser could read stops the build here, and not a reader later. */
function assertReadable(index: ReturnType<typeof buildIndex>): void {
  try {
    createEngine(index);
  } catch (error) {
    const words = `The index of signatures cannot be read: ${(error as Error).message} npm run check says where.`;
    throw Object.assign(new Error(words), { stack: '' });
  }
}

function fileOf(name: string, data: unknown): DataFile {
  const body = JSON.stringify(data);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/data/${name}.${hash}.json`, body };
}
