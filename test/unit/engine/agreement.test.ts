/** Whatever is searched for in whatever text: the engine finds what the obvious slow engine finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuffer } from '../../../src/engine/buffer.ts';
import { buildCatalogue } from '../../../src/engine/catalogue.ts';
import { gramCost } from '../../../src/engine/gram-cost.ts';
import { createLineWalker } from '../../../src/engine/lines.ts';
import { createSession } from '../../../src/engine/session.ts';
import { isShort } from '../../../src/engine/units.ts';
import { CHUNK_BYTES } from '../../../src/model/limits.ts';
import { indexOf } from '../../support/index.ts';
import { type NaiveMatch, naiveLookup } from '../../support/naive-lookup.ts';

const SEED = 20260115;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pairs of line and signature as the session's own stages find them. */
function engineLookup(signatures: readonly string[], bytes: Uint8Array, capacity = bytes.length + 4): NaiveMatch[] {
  const catalogue = buildCatalogue(indexOf([{ lines: [...signatures] }]), gramCost, []);
  const walker = createLineWalker(catalogue);
  const pairs = new Map<string, NaiveMatch>();
  const buffer = createBuffer(capacity, (run, words, end, whole) =>
    walker.walk({ bytes: run, words, end, thorough: whole && isShort(run, end) }, ({ line, found }) => {
      for (const { entry } of found) {
        const { role } = catalogue.entries[entry]!;
        if (role.kind === 'signature') pairs.set(`${line}:${role.signature}`, { line, signature: role.signature });
      }
    }),
  );
  buffer.push(bytes);
  buffer.finish();
  return [...pairs.values()].sort((a, b) => a.line - b.line || a.signature - b.signature);
}

/** Few words that share beginnings and ends, so that signatures and lines collide often. */
const WORDS = [
  'err',
  'error',
  'errorerr',
  'Error:',
  'cannot',
  'cannotx',
  'of',
  'file',
  '12',
  '-7',
  '+3',
  '404',
  '"q"',
  'a/b.c',
  'ä',
  'größe',
  '日本語',
  '😀',
  '*** [all]',
  '--flag',
  'x',
  'connection',
  'ConnectionError',
  '\\x',
  '}',
  '|',
];
const word = fc.constantFrom(...WORDS);
const gap = fc.constantFrom('<...>', '<name>', '<n:int>', '<w:word>', '<p:path>');
const space = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t');

interface Piece {
  signature: string;
  /** What stands for it in a line that ought to match. */
  text: string;
}

const escaped = (text: string): string => text.replace(/[\\<{]/g, '\\$&');
const wordPiece = word.map((text): Piece => ({ signature: escaped(text), text }));
const choicePiece = fc.array(word, { minLength: 1, maxLength: 3 }).chain((words) =>
  fc.boolean().chain((optional) => {
    const texts = optional ? [...words, ''] : [...words, 'other'];
    return fc
      .constantFrom(...texts)
      .map(
        (text): Piece => ({ signature: `{${texts.map((one) => one.replace(/[\\<{}|]/g, '\\$&')).join('|')}}`, text }),
      );
  }),
);
const gapPiece = fc
  .tuple(
    gap,
    fc.array(word, { maxLength: 2 }).map((words) => words.join(' ')),
  )
  .map(([signature, text]): Piece => ({ signature, text }));

/** Text at both sides of a gap: two gaps side by side are refused by the language. */
const pieces = fc
  .tuple(
    fc.option(gapPiece, { nil: null }),
    fc.array(
      fc.tuple(
        fc.oneof({ weight: 5, arbitrary: wordPiece }, { weight: 1, arbitrary: choicePiece }),
        space,
        fc.option(gapPiece, { nil: null, freq: 2 }),
        space,
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([first, rest]) => {
    const all: Piece[] = first === null ? [] : [first];
    for (const [text, before, between, after] of rest) {
      const mark = { signature: before, text: before };
      all.push(mark, { signature: `${text.signature}.`, text: `${text.text}.` }, { signature: after, text: after });
      if (between !== null) all.push(between);
    }
    return { signature: all.map(({ signature }) => signature).join(''), text: all.map(({ text }) => text).join('') };
  })
  .filter(({ signature }) => /[^\s]/.test(signature));

const COLOURS = [
  '\u001b[31m',
  '\u001b[0m',
  '\u001b[1;38:5:196m',
  '\u001b[K',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://x.y\u001b\\',
  '\u0000',
  '\u0000\u0000',
];

/** A line near to matching: as meant, with other white space, other case, controls inside words, or a hole. */
const spoil = fc.record({
  kind: fc.constantFrom('as it is', 'as it is', 'wide', 'upper', 'control', 'control', 'hole', 'twice', 'tail'),
  at: fc.nat({ max: 60 }),
  control: fc.constantFrom(...COLOURS),
  extra: fc.array(word, { maxLength: 3 }),
});

function spoiled(
  text: string,
  { kind, at, control, extra }: { kind: string; at: number; control: string; extra: string[] },
): string {
  const place = text.length === 0 ? 0 : at % text.length;
  if (kind === 'wide') return text.replace(/ /g, (_, index: number) => (index % 2 === at % 2 ? '\t' : '   '));
  if (kind === 'upper') return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (kind === 'control')
    return [...text].map((char, i) => (i === place || i === place + 2 ? control + char : char)).join('');
  if (kind === 'hole') return [...text].filter((_, i) => i !== place).join('');
  if (kind === 'twice') return `${text} ${extra.join('')} ${text}`;
  if (kind === 'tail') return `${extra.join(' ')} ${text}${extra.join('')}`;
  return text;
}

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\r\r\n', '\n\n');

function caseOf(minLines: number, maxLines: number) {
  return fc.array(pieces, { minLength: 1, maxLength: 5 }).chain((known) =>
    fc
      .array(fc.tuple(fc.nat({ max: known.length - 1 }), spoil, lineEnd), { minLength: minLines, maxLength: maxLines })
      .map((rows) => ({
        signatures: known.map(({ signature }) => signature),
        lines: rows.map(([which, how, end]) => spoiled(known[which]!.text, how) + end),
      })),
  );
}

/** Bytes that are no UTF-8, put where they cut a character or stand alone. */
function broken(bytes: Uint8Array, places: readonly number[]): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (const place of places) {
    const at = place % Math.max(1, out.length);
    if (out[at]! > 0x7f) out[at] = 0xff;
  }
  return out;
}

describe('the engine and the naive engine', () => {
  it('agree on pasted excerpts, whatever stands in them', () => {
    let matched = 0;
    fc.assert(
      fc.property(caseOf(1, 6), fc.array(fc.nat({ max: 500 }), { maxLength: 3 }), ({ signatures, lines }, places) => {
        const bytes = broken(bytesOf(lines.join('')), places);
        const naive = naiveLookup(signatures, bytes);
        matched += naive.length;
        expect(engineLookup(signatures, bytes)).toEqual(naive);
      }),
      { seed: SEED, numRuns: 2500 },
    );
    expect(matched).toBeGreaterThan(2500);
  });

  it('agree on logs read in parts that end anywhere', () => {
    let matched = 0;
    fc.assert(
      fc.property(caseOf(20, 60), fc.constantFrom(600, 777, 2048, CHUNK_BYTES), ({ signatures, lines }, capacity) => {
        const filler = Array.from({ length: 45 }, (_, i) => `line ${i}\n`);
        const bytes = bytesOf([...lines, '\n', ...filler].join(''));
        const longest = Math.max(
          ...lines
            .join('')
            .split('\n')
            .map((line) => Buffer.byteLength(line)),
        );
        fc.pre(longest < capacity);
        const naive = naiveLookup(signatures, bytes);
        matched += naive.length;
        // An alternative too short for the scanner may be found where a longer one of its signature was looked for.
        const found = engineLookup(signatures, bytes, capacity);
        expect(found).toEqual(expect.arrayContaining(naive));
        expect(naiveLookup(signatures, bytes, true)).toEqual(expect.arrayContaining(found));
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(matched).toBeGreaterThan(2000);
  });

  it('agree on very long lines, wherever a short match stands in them', () => {
    let matched = 0;
    const place = fc.oneof(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: -90, max: 90 }).map((offset) => 6144 + offset),
      fc.integer({ min: -90, max: 90 }).map((offset) => 8192 + offset),
      fc.integer({ min: -90, max: 90 }).map((offset) => 12_288 + offset),
    );
    fc.assert(
      fc.property(
        caseOf(1, 1),
        place,
        fc.constantFrom('.', '~', 'ß', '語'),
        fc.nat({ max: 20_000 }),
        ({ signatures, lines }, before, filler, after) => {
          const pad = (bytes: number) => filler.repeat(Math.ceil(bytes / Buffer.byteLength(filler)));
          const bytes = bytesOf(
            `first\n${pad(before)} ${lines[0]!.trimEnd().replaceAll('\n', ' ')} ${pad(after)}\nlast`,
          );
          const naive = naiveLookup(signatures, bytes);
          matched += naive.length;
          expect(engineLookup(signatures, bytes)).toEqual(naive);
        },
      ),
      { seed: SEED, numRuns: 400 },
    );
    expect(matched).toBeGreaterThan(150);
  });

  it('reads a log the same in one piece and in many', () => {
    fc.assert(
      fc.property(
        caseOf(1, 50),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(512, 4096, CHUNK_BYTES),
        fc.constantFrom('utf8', 'utf16le'),
        ({ signatures, lines }, sizes, capacity, encoding) => {
          const catalogue = buildCatalogue(
            indexOf([{ lines: signatures.slice(0, 2) }, { lines: signatures.slice(2) }]),
            gramCost,
          );
          const whole = Buffer.from(
            `${encoding === 'utf16le' ? '\ufeff' : ''}##[group]Run it\n${lines.join('')}\n##[error]Process completed with exit code 1.\n`,
            encoding as BufferEncoding,
          );
          const once = createSession(catalogue, capacity);
          once.push(whole);
          const inParts = createSession(catalogue, capacity);
          for (let at = 0, i = 0; at < whole.length; i++) {
            const size = sizes[i % sizes.length]!;
            inParts.push(Uint8Array.from(whole.subarray(at, at + size)));
            at += size;
          }
          expect(inParts.finish()).toEqual(once.finish());
        },
      ),
      { seed: SEED, numRuns: 250 },
    );
  });
});
