/** Logs saved by Windows tools are UTF-16; everything else is read as UTF-8. */

/** Bytes looked at. */
export const PROBE = 1024;
/** Share of NULs in every other byte above which text without a byte-order mark counts as UTF-16. */
const NUL_SHARE = 0.4;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** @param head The first bytes of the input, the more the better. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const probe = head.subarray(0, PROBE);
  if (probe.length < 4) return 'utf-8';
  const nuls = [0, 0];
  for (const [i, byte] of probe.entries()) if (byte === 0) nuls[i & 1]!++;
  const half = probe.length / 2;
  if (nuls[1]! > half * NUL_SHARE && nuls[0]! < half * 0.1) return 'utf-16le';
  if (nuls[0]! > half * NUL_SHARE && nuls[1]! < half * 0.1) return 'utf-16be';
  return 'utf-8';
}

/** Turns chunks of UTF-16 into chunks of UTF-8. A chunk may end inside a character. */
export function createTranscoder(encoding: Encoding): { push(chunk: Uint8Array): Uint8Array; finish(): Uint8Array } {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder(encoding);
  return {
    push: (chunk) => encoder.encode(decoder.decode(chunk, { stream: true })),
    finish: () => encoder.encode(decoder.decode()),
  };
}
