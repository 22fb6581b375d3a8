/** Reads the lines around some places of a log: one pass that keeps nothing else and ends at the last line wanted. */
import { createTranscoder, detectEncoding } from '../../engine/encoding.ts';
import type { ExcerptLine } from './protocol.ts';

/** Lines shown before and after the one that matched. */
const AROUND = 2;
/** UTF-16 code units of a line around the match. */
const MAX_TEXT = 600;
/** Bytes kept of one line: four for each unit shown, at most. */
const MAX_BYTES = MAX_TEXT * 4;

const LF = 10;

export async function readExcerpts(
  log: ReadableStream<Uint8Array>,
  places: readonly number[],
): Promise<Record<number, ExcerptLine[]>> {
  const wanted = new Set(
    places.flatMap((place) => Array.from({ length: 2 * AROUND + 1 }, (_, i) => place - AROUND + i)),
  );
  const texts = await readLines(log, wanted);
  return Object.fromEntries(
    places.map((place) => [
      place,
      Array.from({ length: 2 * AROUND + 1 }, (_, i) => place - AROUND + i).flatMap((line) => {
        const text = texts.get(line);
        return text === undefined ? [] : [{ line, text }];
      }),
    ]),
  );
}

async function readLines(log: ReadableStream<Uint8Array>, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  const last = Math.max(...wanted);
  let line = 1;
  let kept: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array): void => {
    if (!wanted.has(line) || length >= MAX_BYTES) return;
    kept.push(part.slice(0, MAX_BYTES - length));
    length += part.length;
  };
  const close = (): void => {
    if (wanted.has(line)) texts.set(line, textOf(kept));
    kept = [];
    length = 0;
    line++;
  };
  for await (const chunk of utf8(log)) {
    for (let at = 0; at < chunk.length; ) {
      const end = chunk.indexOf(LF, at);
      keep(chunk.subarray(at, end === -1 ? chunk.length : end));
      if (end === -1) break;
      close();
      if (line > last) return texts;
      at = end + 1;
    }
  }
  if (length > 0) close();
  return texts;
}

async function* utf8(log: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = log.getReader();
  let transcoder: ReturnType<typeof createTranscoder> | null | undefined;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (transcoder === undefined) {
        const encoding = detectEncoding(next.value);
        transcoder = encoding === 'utf-8' ? null : createTranscoder(encoding);
      }
      yield transcoder === null ? next.value : transcoder.push(next.value);
    }
    if (transcoder) yield transcoder.finish();
  } finally {
    void reader.cancel().catch(() => {});
  }
}

function textOf(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  const text = parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
  return text.replace(/\r$/, '').slice(0, MAX_TEXT);
}
