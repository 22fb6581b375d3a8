/** Bytes in, hits out: where the evidence is said to stand, in every encoding, and what stands in the result. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { CHUNK_BYTES, MAX_EVIDENCE, MAX_LINE_TEXT } from '../../../src/model/limits.ts';
import type { Hit } from '../../../src/model/result.ts';
import { bytesOf, chatter, engineOf, indexOf, lookupText } from '../../support/index.ts';
import { rows } from '../../support/rows.ts';

const engine = engineOf(
  { slug: 'disk', lines: ['No space left on <where>'] },
  { slug: 'import', lines: ["No module named '<module>'"] },
);

/** What a hit marks: its columns on the raw line as an editor counts them. */
function marked(text: string, { line, column, endColumn }: Hit): string {
  return text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1);
}

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return bytesOf(text);
  if (encoding === 'utf-8 with mark') return bytesOf(`\ufeff${text}`);
  const le = Buffer.from(encoding.endsWith('with mark') ? `\ufeff${text}` : text, 'utf16le');
  return encoding.startsWith('utf-16be') ? le.swap16() : le;
}

describe('the line and the columns of a hit', () => {
  const texts: [name: string, text: string, line: number, marked: string][] = [
    ['at the start', "No module named 'x'\nrest", 1, "No module named 'x'"],
    ['behind other lines', "one\ntwo\nsee: No module named 'x' here", 3, "No module named 'x'"],
    ['behind CRLF', "one\r\ntwo\r\nsee No module named 'x'\r\n", 3, "No module named 'x'"],
    [
      'behind progress with lone carriage returns',
      "one\n10%\r20%\rNo module named 'x'\r\nlast",
      2,
      "No module named 'x'",
    ],
    ['behind wide characters', "größe 日本語 😀: No module named 'x'", 1, "No module named 'x'"],
    [
      'around colours',
      "\u001b[31merr\u001b[0m No mod\u001b[1mule named 'x'\u001b[0m",
      1,
      "No mod\u001b[1mule named 'x'",
    ],
    ['around tabs', "\t\tNo \t module\tnamed 'x'\t", 1, "No \t module\tnamed 'x'"],
    ['of a capture to the end of the line', 'df: No space left on /dev/sda1  \n', 1, 'No space left on /dev/sda1'],
    [
      'far into a very long line',
      `first\n${'ä'.repeat(30_001)} No module named 'x' ${'b'.repeat(9000)}`,
      2,
      "No module named 'x'",
    ],
    [
      'far into a very long line of wide characters',
      `${'日'.repeat(20_000)}😀 No module named 'x'`,
      1,
      "No module named 'x'",
    ],
  ];
  for (const encoding of [
    'utf-8',
    'utf-8 with mark',
    'utf-16le',
    'utf-16be',
    'utf-16le with mark',
    'utf-16be with mark',
  ]) {
    describe(encoding, () => {
      rows(texts, (name, text, line, expected) => {
        // Without a mark UTF-16 is told by the NULs of ASCII text.
        if (encoding.startsWith('utf-16') && !encoding.endsWith('mark') && name.includes('wide')) return;
        const hit = engine.lookup(encoded(text, encoding)).hits[0]!;
        expect({ line: hit.line, marked: marked(text, hit) }).toEqual({ line, marked: expected });
        expect(hit.text.slice(hit.textStart, hit.textStart + hit.endColumn - hit.column)).toBe(expected);
      });
    });
  }

  it('stand on the raw text of a line longer than the memory it is read in', () => {
    const text = `${'é日😀'.repeat(600_000)} No module named 'x'\nend`;
    const hit = engine.lookup(bytesOf(text)).hits[0]!;
    expect(marked(text, hit)).toBe("No module named 'x'");
  });
});

describe('a result', () => {
  it('counts lines as editors do, and bytes', () => {
    const count = (text: string) => {
      const { lines, bytes } = lookupText(engine, text);
      return [lines, bytes];
    };
    expect([count(''), count('a'), count('a\n'), count('a\nb'), count('a\r\nb\rc\n'), count('\n\n')]).toEqual([
      [0, 0],
      [1, 1],
      [1, 2],
      [2, 3],
      [2, 7],
      [2, 2],
    ]);
  });

  it('is none where nothing is known', () => {
    expect(lookupText(engine, 'hello\nworld\n')).toEqual({
      verdict: 'none',
      hits: [],
      outcome: 'unknown',
      failedSteps: [],
      failing: [],
      lines: 2,
      bytes: 12,
    });
  });

  it('says everything that a hit has to say', () => {
    const { verdict, hits } = lookupText(engine, "x\nImportError: No module named 'numpy'\n");
    expect(verdict).toBe('match');
    expect(hits).toEqual([
      {
        symptom: 'import',
        code: 'T001',
        title: 'Title of import',
        option: null,
        verdict: 'match',
        score: expect.any(Number),
        line: 2,
        column: 14,
        endColumn: 37,
        text: "ImportError: No module named 'numpy'",
        textStart: 13,
        captures: { module: 'numpy' },
        signature: "No module named '<module>'",
        reasons: expect.arrayContaining([expect.any(String)]),
        count: 1,
        lines: [2],
        step: null,
        consequenceOf: null,
      },
    ]);
    expect(hits[0]!.score).toBeGreaterThan(0);
    expect(hits[0]!.score).toBeLessThanOrEqual(1);
  });

  it('names the option that the signature stands under', () => {
    const two = engineOf({ fences: [{ place: 'option-b', lines: ['quota exceeded today'] }] });
    expect(lookupText(two, 'quota exceeded today').hits[0]).toMatchObject({ option: 'option-b' });
  });

  it('keeps both hits when two symptoms share a line', () => {
    const both = engineOf({ slug: 'a', lines: ['connection refused'] }, { slug: 'b', lines: ['refused by broker'] });
    expect(
      lookupText(both, 'connection refused by broker')
        .hits.map(({ symptom }) => symptom)
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('cuts a very long line around the evidence', () => {
    const { text, textStart } = lookupText(engine, `${'x'.repeat(7000)} No module named 'y'`).hits[0]!;
    expect(text.length).toBeLessThanOrEqual(MAX_LINE_TEXT);
    expect(text.slice(textStart)).toBe("No module named 'y'");
  });

  it('counts each line of evidence once, however many there are', () => {
    const many = engineOf({ lines: ['connection refused', 'refused by broker'] });
    const hit = lookupText(many, 'connection refused by broker, connection refused\n'.repeat(MAX_EVIDENCE * 2))
      .hits[0]!;
    expect(hit.count).toBe(MAX_EVIDENCE * 2);
    expect(hit.lines).toEqual([...hit.lines].sort((a, b) => a - b));
    expect(new Set(hit.lines).size).toBe(hit.lines.length);
  });

  it('refuses an index of another format, and says what to do', () => {
    expect(() => createEngine({ ...indexOf([]), format: 99 })).toThrow(
      'This engine reads index format 1 but was given format 99. Load both from the same build.',
    );
    expect(() => createEngine(null as never)).toThrow('This engine reads index format 1 but was given something else.');
  });
});

describe('short words', () => {
  const short = engineOf({ lines: ['OOM hit'] });
  it('are found in what a person pasted', () => {
    expect(lookupText(short, 'x\nOOM hit\n').verdict).toBe('match');
  });
  it('are found in a paste of UTF-16 that grows as UTF-8', () => {
    expect(short.lookup(encoded(`${'日'.repeat(500)}\nOOM hit\n`, 'utf-16le with mark')).verdict).toBe('match');
  });
  it('are not looked for in whole logs', () => {
    expect(lookupText(short, `${chatter(41)}OOM hit\n`).verdict).toBe('none');
  });
});

describe('a signature for excerpts', () => {
  const shy = engineOf({ fences: [{ kind: 'excerpt', lines: ['workflow is stuck'] }] });
  it('is found in what a person pasted', () => {
    expect(lookupText(shy, 'the workflow is stuck').verdict).toBe('match');
  });
  it('is not looked for in whole logs, though it is long enough', () => {
    expect(lookupText(shy, `${chatter(60)}error: workflow is stuck\n`).verdict).toBe('none');
    expect(
      lookupText(engineOf({ lines: ['workflow is stuck'] }), `${chatter(60)}error: workflow is stuck\n`).verdict,
    ).toBe('match');
  });
});

describe('a session', () => {
  it('answers before its end with what was read so far', () => {
    const session = engine.session();
    session.push(bytesOf(chatter(400_000)));
    const soFar = session.snapshot();
    session.push(bytesOf("error: No module named 'x'\n"));
    const whole = session.finish();
    expect(soFar).toMatchObject({ hits: [], bytes: chatter(400_000).length });
    expect(soFar.lines).toBeGreaterThan(100_000);
    expect(whole).toMatchObject({ lines: 400_001, hits: [{ line: 400_001 }] });
  });

  it('takes the bytes over: the caller may reuse them', () => {
    const session = engine.session();
    const memory = bytesOf("No module named 'x'\n");
    session.push(memory);
    memory.fill(0);
    expect(session.finish().hits.length).toBe(1);
  });

  it('keeps the last lines when the log ends where its memory does', () => {
    const end = 'fatal: the thing broke\n';
    for (const size of [CHUNK_BYTES, CHUNK_BYTES + 1]) {
      const body = `${'y'.repeat(63)}\n`.repeat(CHUNK_BYTES / 64).slice(0, size - end.length - 1);
      const { failing, bytes } = lookupText(engine, `${body}\n${end}`);
      expect(bytes).toBe(size);
      expect(failing.map(({ text }) => text)).toEqual(['fatal: the thing broke']);
    }
  });
});

it('reads a line of many megabytes with a match in every word', () => {
  const text = (unit: string) => bytesOf(unit.repeat(Math.ceil(2_000_000 / unit.length)));
  for (const unit of ["No module named 'x', ", "No module named 'x'\r", "No module named 'x'\u001b[0m "]) {
    const started = performance.now();
    expect(engine.lookup(text(unit)).hits[0]).toMatchObject({ line: 1, count: 1 });
    expect(performance.now() - started).toBeLessThan(5000);
  }
});
