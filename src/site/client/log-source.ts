/** A log as a stream of bytes, wherever it is from. Opened twice: to look it up, and to read the lines around the hits. */
import type { LogSource } from './protocol.ts';

/** First bytes of formats that hold text in a way that is not read here. */
const REFUSED: [signature: number[], words: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is a zip archive. Unpack it and choose one of the .txt files in it.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'This file is compressed with zstd. Unpack it first.'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'This file is compressed with xz. Unpack it first.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF, not a log.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture, not a log. Paste its text instead.'],
  [[0xff, 0xd8, 0xff], 'This is a picture, not a log. Paste its text instead.'],
];

/** A message for the reader when the input is no text; null when it may be. */
export function refusal(head: Uint8Array): string | null {
  for (const [signature, words] of REFUSED) if (signature.every((byte, i) => head[i] === byte)) return words;
  return null;
}

/** @param read Told how many bytes of the input, as stored, have been read so far. */
export async function openLog(
  source: LogSource,
  read: (bytes: number) => void = () => {},
): Promise<ReadableStream<Uint8Array>> {
  if (source.kind === 'text') return new Blob([source.text]).stream();
  const head = new Uint8Array(await source.file.slice(0, 8).arrayBuffer());
  const counted = source.file.stream().pipeThrough(counter(read));
  return head[0] === 0x1f && head[1] === 0x8b
    ? counted.pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array>)
    : counted;
}

function counter(read: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let total = 0;
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.length;
      read(total);
      controller.enqueue(chunk);
    },
  });
}
