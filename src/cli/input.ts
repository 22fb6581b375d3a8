/** Logs from files and from stdin, as chunks of bytes: plain, gzip, and the entries of a zip archive. */
import { createReadStream, openAsBlob, type Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BlobReader, type Entry, ERR_ENCRYPTED, ZipReader } from '@zip.js/zip.js';
import { nearest } from '../build/nearest.ts';
import { type Io, UserError } from './run.ts';

/** One log. */
export interface Input {
  /** As the user named it; an archive's entries as `archive.zip!entry.txt`. */
  name: string;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes of one unpacked file. Past it the rest is left out: archives can claim to hold far more than any log has. */
const MAX_UNPACKED = 4 * 2 ** 30;
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];

/** What cannot be opened is an input too, whose chunks throw the UserError: the others are still read. */
export async function* openInputs(names: readonly string[], io: Io): AsyncIterable<Input> {
  if (names.length === 0 && io.stdin.isTTY)
    throw new UserError('nothing to read. Name a file, or pipe a log in: npm run -s lookup -- build.log');
  for (const name of names.length === 0 ? ['-'] : names) {
    if (name === '-') yield { name: '-', chunks: () => fromStream(io.stdin, 'stdin') };
    else yield* openOrFail(name, path.resolve(io.cwd, name));
  }
}

async function* openOrFail(name: string, file: string): AsyncIterable<Input> {
  try {
    yield* openFile(name, file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    yield { name, chunks: () => rejecting(error) };
  }
}

// biome-ignore lint/correctness/useYield: it ends before there is anything to give
async function* rejecting(error: Error): AsyncGenerator<Uint8Array> {
  throw error;
}

async function* openFile(name: string, file: string): AsyncIterable<Input> {
  const stats = await statOrExplain(name, file);
  if (stats.isDirectory())
    throw new UserError(`cannot read "${name}": it is a folder. Name the log files in it, e.g. ${name}/*.log`);
  const head = await readHead(name, file);
  if (startsWith(head, ZIP)) yield* openZip(name, file);
  else if (startsWith(head, GZIP))
    yield { name, chunks: () => fromStream(createReadStream(file).pipe(createGunzip()), name) };
  else yield { name, chunks: () => fromStream(createReadStream(file, { highWaterMark: 1 << 20 }), name) };
}

async function statOrExplain(name: string, file: string): Promise<Stats> {
  try {
    return await stat(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new UserError(`cannot read "${name}": ${(error as Error).message}`);
    const close = nearest(path.basename(name), await readdir(path.dirname(file)).catch(() => []));
    throw new UserError(
      `cannot read "${name}": no such file.${close === null ? '' : ` Did you mean "${path.join(path.dirname(name), close)}"?`}`,
    );
  }
}

async function readHead(name: string, file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new UserError(
      `cannot read "${name}": ${(error as NodeJS.ErrnoException).code === 'EACCES' ? 'permission denied.' : (error as Error).message}`,
    );
  }
}

const startsWith = (bytes: Uint8Array, magic: number[]): boolean =>
  bytes.length >= 4 && magic.every((byte, i) => bytes[i] === byte);

async function* fromStream(stream: Readable, name: string): AsyncIterable<Uint8Array> {
  let total = 0;
  try {
    for await (const chunk of stream) {
      total += (chunk as Uint8Array).length;
      if (total > MAX_UNPACKED)
        throw new UserError(`cannot read "${name}" whole: it unpacks to more than ${MAX_UNPACKED / 2 ** 30} GiB.`);
      yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR')
      throw new UserError(`cannot read "${name}" whole: the gzip data ends too early. Download it again.`);
    if (code?.startsWith('Z_')) throw new UserError(`cannot unpack "${name}": damaged gzip data (${message}).`);
    throw new UserError(`cannot read "${name}": ${message}`);
  }
}

async function* openZip(name: string, file: string): AsyncIterable<Input> {
  const reader = new ZipReader(new BlobReader(await openAsBlob(file)));
  let entries: Entry[];
  try {
    entries = await reader.getEntries();
  } catch (error) {
    throw new UserError(
      `cannot read "${name}": not a whole zip archive (${(error as Error).message}). Download it again.`,
    );
  }
  const logs = entries
    .filter((entry) => !entry.directory && isLogName(entry.filename))
    .sort((a, b) => (a.filename < b.filename ? -1 : 1));
  if (logs.length === 0) throw new UserError(`cannot find a log in "${name}": it holds no .txt or .log file.`);
  for (const entry of topLevelFirst(logs))
    yield { name: `${name}!${entry.filename}`, chunks: () => fromEntry(entry, `${name}!${entry.filename}`) };
  await reader.close();
}

const isLogName = (name: string): boolean => /\.(?:txt|log|out)$/i.test(name) || !/\.[A-Za-z0-9]{1,5}$/.test(name);

/** GitHub's archive has each job whole at the top level and again step by step in folders: the whole ones suffice. */
function topLevelFirst(entries: Entry[]): Entry[] {
  const top = entries.filter(({ filename }) => !filename.includes('/'));
  return top.length > 0 ? top : entries;
}

async function* fromEntry(entry: Entry, name: string): AsyncIterable<Uint8Array> {
  if (entry.directory) return;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  let failure: Error | null = null;
  const unpack = async (): Promise<void> => {
    try {
      await entry.getData(writable, { checkSignature: true });
    } catch (error) {
      failure = error as Error;
      // Refused before anything was written: nobody else ends the stream.
      await writable.abort(failure).catch(() => {});
    }
  };
  const done = unpack();
  let total = 0;
  try {
    for await (const chunk of readable) {
      total += chunk.length;
      if (total > MAX_UNPACKED)
        throw new UserError(`cannot read "${name}" whole: it unpacks to more than ${MAX_UNPACKED / 2 ** 30} GiB.`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    failure ??= error as Error;
  }
  await done;
  if (failure !== null) {
    const { message } = failure as Error;
    throw new UserError(
      message === ERR_ENCRYPTED
        ? `cannot read "${name}": it is encrypted. Unpack the archive first.`
        : `cannot unpack "${name}": ${message}.`,
    );
  }
}
