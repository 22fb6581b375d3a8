/** Gathers chunks of any size and encoding into runs of whole lines of UTF-8, in memory that the scanner can read. */
import { createTranscoder, detectEncoding } from './encoding.ts';
import { LF } from './units.ts';

export interface LineBuffer {
  /** Takes the bytes over at once; the caller may reuse its memory. */
  push(chunk: Uint8Array): void;
  finish(): void;
}

/**
 * `words` is the memory of `bytes`; `[0, end)` holds whole lines but for the last run, and for a line larger than the
 * buffer. `whole` says that this run is all there is.
 */
export type OnRun = (bytes: Uint8Array, words: Int32Array, end: number, whole: boolean) => void;

/** @param capacity Bytes handed over at a time. */
export function createBuffer(capacity: number, onRun: OnRun): LineBuffer {
  const buffer = new Uint8Array((capacity + 3) & ~3);
  const words = new Int32Array(buffer.buffer);
  let used = 0;
  let transcoder: ReturnType<typeof createTranscoder> | null = null;
  let started = false;
  let runs = 0;

  function store(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + buffer.length - used);
      buffer.set(part, used);
      used += part.length;
      at += part.length;
      if (used === buffer.length) drain(false);
    }
  }

  function drain(last: boolean): void {
    const lineEnd = buffer.subarray(0, used).lastIndexOf(LF) + 1;
    const end = last || lineEnd === 0 ? used : lineEnd;
    onRun(buffer, words, end, last && runs === 0);
    runs++;
    buffer.copyWithin(0, end, used);
    used -= end;
  }

  return {
    push(chunk) {
      if (!started && chunk.length > 0) {
        started = true;
        const encoding = detectEncoding(chunk);
        if (encoding !== 'utf-8') transcoder = createTranscoder(encoding);
      }
      store(transcoder === null ? chunk : transcoder.push(chunk));
    },
    finish() {
      if (transcoder !== null) store(transcoder.finish());
      drain(true);
    },
  };
}
