/** The lines in front of a place: what a failure most likely printed. */

/** Bytes looked back. */
const REACH = 6000;

export interface ContextLine {
  /** 1-based. */
  line: number;
  /** Raw, cut to a readable length. */
  text: string;
}

const LF = 10;
const MAX_TEXT = 600;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Up to `count` lines that end before byte `end`, the last of which is number `line`. */
export function linesBefore(bytes: Uint8Array, end: number, line: number, count: number): ContextLine[] {
  const from = Math.max(0, end - REACH);
  const head = from === 0 ? 0 : bytes.indexOf(LF, from) + 1;
  if (head > end || (from > 0 && head === 0)) return [];
  const texts = decoder.decode(bytes.subarray(head, end)).split('\n');
  if (texts.at(-1) === '') texts.pop();
  const kept = texts.slice(-count);
  return kept.map((text, i) => ({ line: line - kept.length + 1 + i, text: text.slice(0, MAX_TEXT) }));
}
