import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BlobWriter, TextReader, ZipWriter, type ZipWriterConstructorOptions } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { lookupCommand } from '../../../src/cli/lookup.ts';
import { BODY, contentFolder, HEAD } from '../../support/content-folder.ts';
import { say } from '../../support/io.ts';
import { rows } from '../../support/rows.ts';

const LOG = 'first line\ntar: No space left on device\n';

async function folderWith(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const cwd = await contentFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(cwd, name), content);
  return cwd;
}

async function zipOf(entries: Record<string, string>, options: ZipWriterConstructorOptions = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), options);
  for (const [name, text] of Object.entries(entries)) await writer.add(name, new TextReader(text));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

const json = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('lookup --json', () => {
  it('says what the contract promises, an object a line', async () => {
    const { code, out, err } = await say(lookupCommand, ['build.log', '--json'], {
      cwd: await folderWith({ 'build.log': LOG }),
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [answer, ...rest] = json(out);
    expect(rest).toEqual([]);
    expect(answer).toMatchObject({
      input: 'build.log',
      verdict: 'match',
      lines: 2,
      bytes: LOG.length,
      elapsedMs: expect.any(Number),
    });
    expect(answer!.hits).toEqual([
      expect.objectContaining({
        symptom: 'disk-full',
        code: 'CI001',
        option: null,
        verdict: 'match',
        score: expect.any(Number),
        line: 2,
        column: 6,
        text: 'tar: No space left on device',
        captures: {},
        signature: 'No space left on device',
        reasons: expect.arrayContaining([expect.any(String)]),
      }),
    ]);
  });

  it('says the option and what its signature captured', async () => {
    const { out } = await say(lookupCommand, ['--json'], {
      cwd: await folderWith(),
      stdin: 'x: cannot write /var/a.db: disk full',
    });
    expect(json(out)[0]!.hits).toMatchObject([{ option: 'option-a', captures: { file: '/var/a.db' } }]);
  });

  it('answers for each input in the order given', async () => {
    const cwd = await folderWith({ 'a.log': LOG, 'b.log': 'nothing\n' });
    const { code, out } = await say(lookupCommand, ['b.log', 'a.log', '--json'], { cwd });
    expect(code).toBe(0);
    expect(json(out).map(({ input, verdict }) => [input, verdict])).toEqual([
      ['b.log', 'none'],
      ['a.log', 'match'],
    ]);
  });

  it('answers with no hits where nothing is known, and exits with 1', async () => {
    const { code, out, err } = await say(lookupCommand, ['-', '--json'], {
      cwd: await folderWith(),
      stdin: 'all is well\n',
    });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(json(out)).toMatchObject([{ input: '-', verdict: 'none', hits: [], lines: 1, bytes: 12 }]);
  });
});

describe('lookup reads', () => {
  const reads = async (name: string, content: string | Uint8Array) => {
    const { code, out, err } = await say(lookupCommand, [name, '--json'], {
      cwd: await folderWith({ [name]: content }),
    });
    return { code, err, inputs: json(out).map(({ input, verdict, lines }) => `${input} ${verdict} ${lines}`) };
  };

  it('stdin when no file is named', async () => {
    expect(json((await say(lookupCommand, ['--json'], { cwd: await folderWith(), stdin: LOG })).out)).toMatchObject([
      { input: '-', verdict: 'match' },
    ]);
  });
  it('gzip, whatever the name', async () => {
    expect(await reads('log.bin', gzipSync(LOG))).toEqual({ code: 0, err: '', inputs: ['log.bin match 2'] });
  });
  it('UTF-16 with and without a mark', async () => {
    expect(await reads('a.log', Buffer.from(`\ufeff${LOG}`, 'utf16le'))).toMatchObject({
      code: 0,
      inputs: ['a.log match 2'],
    });
    expect(await reads('a.log', Buffer.from(LOG.repeat(50), 'utf16le'))).toMatchObject({
      err: '',
      inputs: ['a.log match 100'],
    });
  });
  it('each log of a zip archive, and no other file of it', async () => {
    expect(await reads('logs.zip', await zipOf({ 'b.txt': LOG, 'a.txt': 'fine\n', 'image.png': 'x' }))).toEqual({
      code: 0,
      err: '',
      inputs: ['logs.zip!a.txt none 1', 'logs.zip!b.txt match 2'],
    });
  });
  it('of GitHub’s archive each job once', async () => {
    expect(
      (
        await reads(
          'logs.zip',
          await zipOf({ '0_build.txt': LOG, 'build/1_Set up job.txt': 'fine\n', 'build/2_Run.txt': LOG }),
        )
      ).inputs,
    ).toEqual(['logs.zip!0_build.txt match 2']);
  });
  it('the logs in an archive’s folders where none stands at its top', async () => {
    expect(
      (await reads('logs.zip', await zipOf({ 'build/1_Set up job.txt': 'fine\n', 'build/2_Run.txt': LOG }))).inputs,
    ).toEqual(['logs.zip!build/1_Set up job.txt none 1', 'logs.zip!build/2_Run.txt match 2']);
  });
});

describe('lookup says in one line why it could not run', () => {
  const gz = gzipSync(Buffer.from(Array.from({ length: 3000 }, (_, i) => `line ${i * 7919}\n`).join('')));
  const damagedGz = Uint8Array.from(gz);
  damagedGz.fill(0xff, 200, 260);

  rows(
    [
      ['a file that is not there', {}, ['nothing.txt'], 'lookup: cannot read "nothing.txt": no such file.'],
      [
        'a file with a misspelt name',
        { 'build.log': LOG },
        ['biuld.log'],
        'lookup: cannot read "biuld.log": no such file. Did you mean "build.log"?',
      ],
      [
        'a folder',
        {},
        ['content'],
        'lookup: cannot read "content": it is a folder. Name the log files in it, e.g. content/*.log',
      ],
      [
        'a binary file',
        { 'a.out': Uint8Array.from({ length: 600 }, (_, i) => (i * 7) % 32) },
        ['a.out'],
        'lookup: cannot read "a.out": it looks like a binary file, not a log.',
      ],
      [
        'a program',
        { prog: Buffer.from('\x7fELF\x02\x01\x01 text and text and text') },
        ['prog'],
        'lookup: cannot read "prog": it looks like a binary file, not a log.',
      ],
      ['an empty file', { 'e.log': '' }, ['e.log'], 'lookup: nothing to read in "e.log": it is empty.'],
      [
        'gzip data that ends too early',
        { 'a.gz': gz.subarray(0, gz.length - 900) },
        ['a.gz'],
        'lookup: cannot read "a.gz" whole: the gzip data ends too early. Download it again.',
      ],
      [
        'damaged gzip data',
        { 'a.gz': damagedGz },
        ['a.gz'],
        expect.stringMatching(/^lookup: cannot unpack "a\.gz": damaged gzip data \(.+\)\.$/),
      ],
      ['an unknown flag', {}, ['--jsno'], 'lookup: unknown flag "--jsno". Did you mean "--json"?'],
      [
        'an unknown flag far from any',
        {},
        ['--verbose-output'],
        'lookup: unknown flag "--verbose-output". Known flags: --json, --all, --help.',
      ],
      ['a value for a flag that takes none', {}, ['--json=yes'], "lookup: Option '--json' does not take an argument"],
      [
        'nothing named at a terminal',
        {},
        [],
        'lookup: nothing to read. Name a file, or pipe a log in: npm run -s lookup -- build.log',
      ],
    ] as [string, Record<string, string | Uint8Array>, string[], string][],
    async (_, files, argv, expected) => {
      const { code, out, err } = await say(lookupCommand, argv, { cwd: await folderWith(files) });
      expect(err.endsWith('\n')).toBe(true);
      expect(err.trimEnd()).toEqual(expected);
      expect(err.trimEnd()).not.toContain('\n');
      expect({ code, out }).toEqual({ code: 2, out: '' });
    },
  );

  it('an empty stdin', async () => {
    expect(await say(lookupCommand, [], { cwd: await folderWith(), stdin: '' })).toEqual({
      code: 2,
      out: '',
      err: 'lookup: nothing to read in "-": it is empty.\n',
    });
  });

  it('an encrypted archive', async () => {
    const archive = await zipOf({ 'a.txt': LOG }, { password: 'secret' });
    expect(await say(lookupCommand, ['a.zip'], { cwd: await folderWith({ 'a.zip': archive }) })).toEqual({
      code: 2,
      out: '',
      err: 'lookup: cannot read "a.zip!a.txt": it is encrypted. Unpack the archive first.\n',
    });
  });

  it('an archive that was cut off', async () => {
    const archive = await zipOf({ 'a.txt': LOG.repeat(100) });
    const { code, out, err } = await say(lookupCommand, ['a.zip'], {
      cwd: await folderWith({ 'a.zip': archive.subarray(0, 80) }),
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^lookup: cannot read "a\.zip": not a whole zip archive \(.+\)\. Download it again\.\n$/);
  });

  it('an archive whose data is damaged', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => `line ${i * 7919}\n`).join('');
    const archive = await zipOf({ 'a.txt': text });
    archive.fill(0xff, 100, 400);
    const { code, out, err } = await say(lookupCommand, ['a.zip'], { cwd: await folderWith({ 'a.zip': archive }) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^lookup: cannot unpack "a\.zip!a\.txt": .+\n$/);
  });

  it('an archive without a log', async () => {
    const archive = await zipOf({ 'image.png': 'x' });
    expect(await say(lookupCommand, ['a.zip'], { cwd: await folderWith({ 'a.zip': archive }) })).toEqual({
      code: 2,
      out: '',
      err: 'lookup: cannot find a log in "a.zip": it holds no .txt or .log file.\n',
    });
  });

  it('and still answers for the other inputs', async () => {
    const cwd = await folderWith({ 'a.log': LOG, 'e.log': '' });
    const { code, out, err } = await say(lookupCommand, ['e.log', 'missing-file', 'a.log', '--json'], { cwd });
    expect(err).toBe(
      'lookup: nothing to read in "e.log": it is empty.\nlookup: cannot read "missing-file": no such file.\n',
    );
    expect(json(out)).toMatchObject([{ input: 'a.log', verdict: 'match' }]);
    expect(code).toBe(2);
  });

  it('a signature that cannot be read', async () => {
    const body = BODY.replace('No space left on device\n```\n\n## D', 'x <n:nmb>\n```\n\n## D');
    const cwd = await contentFolder({ 'symptoms/disk-full/symptom.md': HEAD + body });
    const { code, err } = await say(lookupCommand, ['-'], { cwd, stdin: LOG });
    expect(code).toBe(2);
    expect(err).toContain('content/symptoms/disk-full/symptom.md:17:3  signature/syntax  Unexpected type "nmb"');
  });

  it('content that has mistakes', async () => {
    const cwd = await contentFolder({ 'runbook.yaml': null });
    const { code, err } = await say(lookupCommand, ['-'], { cwd, stdin: LOG });
    expect(code).toBe(2);
    expect(err).toMatch(/^lookup: the content has mistakes:\ncontent\/runbook\.yaml:1:1 {2}runbook\/missing/);
  });
});

describe('lookup for people', () => {
  it('names the problem, the line, the reason and the first commands', async () => {
    const { out } = await say(lookupCommand, ['build.log'], { cwd: await folderWith({ 'build.log': LOG }) });
    for (const words of [
      'CI001  Disk Is Full',
      '● match',
      '2 │ tar: No space left on device',
      '‾‾‾‾',
      'Why: ',
      'Diagnosis',
      'Look at the disk',
      'df -h',
      '2 lines read.',
    ])
      expect(out).toContain(words);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('build.log');
  });

  it('draws the rule under what matched', async () => {
    const { out } = await say(lookupCommand, ['build.log'], { cwd: await folderWith({ 'build.log': LOG }) });
    const [line, rule] = out.split('\n').slice(1, 3);
    expect(rule!.indexOf('‾')).toBe(line!.indexOf('No space'));
    expect(rule!.match(/‾+/)![0].length).toBe('No space left on device'.length);
  });

  it('names the inputs when there are several', async () => {
    const { out } = await say(lookupCommand, ['a.log', 'b.log'], {
      cwd: await folderWith({ 'a.log': LOG, 'b.log': 'x\n' }),
    });
    expect(out).toMatch(/^a\.log\n[\s\S]*\nb\.log\n○ No known problem found\./);
  });

  it('uses colour only where it may', async () => {
    expect((await say(lookupCommand, [], { cwd: await folderWith(), stdin: LOG, color: true })).out).toContain(
      '\u001b[1m',
    );
  });

  it('lets no control sequence of the log reach the terminal', async () => {
    const { out } = await say(lookupCommand, [], {
      cwd: await folderWith(),
      stdin: 'a\u001b[2J\u001b]0;owned\u0007b\u009b31m No space left on device\u0007\n',
    });
    expect(out).toContain('No space left on device');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('prints its help', async () => {
    const { code, out } = await say(lookupCommand, ['--help'], { cwd: '/' });
    expect(code).toBe(0);
    expect(out).toMatch(/^Reads CI logs[\s\S]*Exit code: 0 something found, 1 nothing found, 2 could not run\.\n$/);
  });
});
