/** Gathers chunks of any size and encoding into runs of whole lines of UTF-8, in memory that the scanner can read. */
import { createTranscoder, detectEncoding, PROBE } from './encoding.ts';
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
  /** The first bytes, held back until there are enough to tell the encoding; null from then on. */
  let head: Uint8Array | null = new Uint8Array(0);
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
    const end = last ? used : lineEnd > 0 ? lineEnd : wholeCharacters(buffer, used);
    onRun(buffer, words, end, last && runs === 0);
    runs++;
    buffer.copyWithin(0, end, used);
    used -= end;
  }

  function begin(bytes: Uint8Array): void {
    head = null;
    const encoding = detectEncoding(bytes);
    if (encoding !== 'utf-8') transcoder = createTranscoder(encoding);
    take(isMarked(bytes) ? bytes.subarray(3) : bytes);
  }

  const take = (bytes: Uint8Array): void => store(transcoder === null ? bytes : transcoder.push(bytes));

  return {
    push(chunk) {
      if (head === null) take(chunk);
      else if (head.length + chunk.length >= PROBE) begin(joined(head, chunk));
      else head = joined(head, chunk.slice());
    },
    finish() {
      if (head !== null) begin(head);
      if (transcoder !== null) store(transcoder.finish());
      drain(true);
    },
  };
}

/** UTF-8 with a byte-order mark, which is no character of the first line. */
const isMarked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** The end of `[0, end)` without a character of UTF-8 that is not whole yet. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  let start = end - 1;
  while (start > end - 4 && start > 0 && (bytes[start]! & 0xc0) === 0x80) start--;
  const lead = bytes[start]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start > 0 && start + length > end ? start : end;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
