import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scanCommand } from '../../../src/cli/scan.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { say } from '../../support/io.ts';
import { rows } from '../../support/rows.ts';

const PATTERNS = 'No space left on device\nexit{ed|} with code <n:int>\r\n\nOOM\n';
const LOG = 'No space left on device, no SPACE left on device\nfine\nit exited with code 3\nexit with code x\nOOM\n';

async function folder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const cwd = await contentFolder();
  for (const [name, content] of Object.entries({ 'p.txt': PATTERNS, 'a.log': LOG, ...files }))
    await writeFile(path.join(cwd, name), content);
  return cwd;
}

describe('scan', () => {
  it('prints how many lines match any signature, short words too', async () => {
    expect(await say(scanCommand, ['--patterns', 'p.txt', 'a.log'], { cwd: await folder() })).toEqual({
      code: 0,
      out: '3\n',
      err: '',
    });
  });

  it('prints the figures of the contract', async () => {
    const { out } = await say(scanCommand, ['--patterns', 'p.txt', '--json', 'a.log'], { cwd: await folder() });
    expect(JSON.parse(out)).toEqual({
      lines: 5,
      matched: 3,
      bytes: LOG.length,
      buildMs: expect.any(Number),
      scanMs: expect.any(Number),
    });
  });

  it('reads stdin and gzip', async () => {
    expect((await say(scanCommand, ['--patterns', 'p.txt'], { cwd: await folder(), stdin: LOG })).out).toBe('3\n');
    expect(
      (await say(scanCommand, ['--patterns', 'p.txt', 'a.gz'], { cwd: await folder({ 'a.gz': gzipSync(LOG) }) })).out,
    ).toBe('3\n');
  });

  it('exits with 1 where no line matches', async () => {
    expect(await say(scanCommand, ['--patterns', 'p.txt', '-'], { cwd: await folder(), stdin: 'fine\n' })).toEqual({
      code: 1,
      out: '0\n',
      err: '',
    });
  });

  rows(
    [
      ['without signatures', ['a.log'], 'scan: no signatures to look for. Name their file: --patterns FILE\n'],
      [
        'with signatures that are not there',
        ['--patterns', 'q.txt', 'a.log'],
        'scan: cannot read "q.txt": no such file.\n',
      ],
      [
        'with two logs',
        ['--patterns', 'p.txt', 'a.log', 'b.log'],
        'scan: unexpected argument "b.log": one log is read.\n',
      ],
      [
        'with a mistake in a signature',
        ['--patterns', 'bad.txt', 'a.log'],
        'scan: bad.txt:2:6: Unexpected type "nmb" in "<n:nmb>", expected one of int, word, path.\n',
      ],
      ['without a value for its flag', ['--patterns'], "scan: Option '--patterns <value>' argument missing\n"],
    ] satisfies [string, string[], string][],
    async (_, argv, err) =>
      expect(await say(scanCommand, argv, { cwd: await folder({ 'bad.txt': 'fine\nexit <n:nmb>\n' }) })).toEqual({
        code: 2,
        out: '',
        err,
      }),
  );
});
