import { describe, expect, it } from 'vitest';
import { createTranscoder, detectEncoding } from '../../../src/engine/encoding.ts';
import { rows } from '../../support/rows.ts';

const le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

describe('the encoding', () => {
  rows(
    [
      ['of plain text', new TextEncoder().encode('error: no'), 'utf-8'],
      ['of nothing', new Uint8Array(0), 'utf-8'],
      ['of three bytes', new Uint8Array([97, 0, 98]), 'utf-8'],
      ['of text padded with NULs', new TextEncoder().encode(`error${'\0'.repeat(400)}`), 'utf-8'],
      ['of UTF-16 LE with a mark', le('\ufeffab'), 'utf-16le'],
      ['of UTF-16 BE with a mark', be('\ufeffab'), 'utf-16be'],
      ['of UTF-16 LE without a mark', le('error: no space left'), 'utf-16le'],
      ['of UTF-16 BE without a mark', be('error: no space left'), 'utf-16be'],
    ] satisfies [string, Uint8Array, string][],
    (_, bytes, encoding) => expect(detectEncoding(bytes)).toBe(encoding),
  );
});

it('chunks may end inside a character', () => {
  const bytes = le('größe 😀!');
  const transcoder = createTranscoder('utf-16le');
  const parts = [...bytes].map((byte) => transcoder.push(new Uint8Array([byte])));
  expect(Buffer.concat([...parts, transcoder.finish()]).toString()).toBe('größe 😀!');
});
