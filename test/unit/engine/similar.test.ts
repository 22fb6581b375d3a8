import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/engine/known-words.ts';
import { chatter, engineOf, lookupText } from '../../support/index.ts';
import { rows } from '../../support/rows.ts';

describe('the words of a text', () => {
  rows(
    [
      ['are in lower case, each once', 'Broker refused the BROKER', ['broker', 'refused']],
      ['leave out what is shorter than three letters', 'is it an ox broker', ['broker']],
      ['leave out numbers and hashes', 'broker 9092 a1b2c3d4 v2', ['broker']],
      ['leave out paths', 'broker /var/lib/kafka src\\main refused', ['broker', 'refused']],
      [
        'leave out what stands in quotes',
        'broker \'my topic\' "your topic" `our topic` refused',
        ['broker', 'refused'],
      ],
      ['leave out words of any failure', 'error: the file could not open', []],
    ] satisfies [string, string, string[]][],
    (_, text, words) => expect(wordsOf(text)).toEqual(words),
  );
});

const known = [
  ['broker', 'rejected', 'handshake', 'certificate'],
  ['quota', 'exhausted', 'bucket', 'billing'],
];
const engine = engineOf(
  { slug: 'tls', texts: [known[0]!], lines: ['signature that stands nowhere'] },
  { slug: 'quota', texts: [known[1]!], fences: [{ kind: 'unless', lines: ['dry run only'] }] },
  { slug: 'zoo', texts: [['zebra', 'walrus']] },
);

describe('similar', () => {
  it('is said where nothing matches and most words are those of a known text', () => {
    const { verdict, hits } = lookupText(engine, 'error: handshake with broker: certificate was rejected');
    expect(verdict).toBe('similar');
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ symptom: 'tls', verdict: 'similar', line: 1, signature: '', option: null });
  });

  it('says which words counted', () => {
    const [reason] = lookupText(engine, 'error: handshake with broker: certificate was rejected').hits[0]!.reasons;
    for (const word of known[0]!) expect(reason).toContain(`“${word}”`);
  });

  rows(
    [
      [
        'a line that speaks of no failure',
        'handshake with broker: certificate accepted and rejected'.replace('rejected', 'renewed'),
      ],
      ['half of the words', 'error: broker rejected'],
      ['all of two words, which may be chance', 'error: zebra walrus'],
      [
        'many other words',
        'error: broker rejected handshake while zebu yak weasel vulture unicorn tiger snake rabbit quail panda',
      ],
      ['an informational line', 'INFO handshake with broker failed: certificate rejected'],
      ['a line with a veto', 'error: quota exhausted for bucket billing, dry run only'],
      ['nothing at all', ''],
    ] satisfies [string, string][],
    (_, text) => expect(lookupText(engine, text).verdict).toBe('none'),
  );

  it('is not said beside a match', () => {
    const { hits } = lookupText(
      engine,
      'signature that stands nowhere\nerror: handshake with broker: certificate rejected',
    );
    expect(hits.map(({ verdict }) => verdict)).toEqual(['match']);
  });

  it('is not said of any line of a whole log, but of those that failed', () => {
    const line = 'error: handshake with broker: certificate rejected\n';
    expect(lookupText(engine, `${line}${chatter(100)}##[error]Process completed with exit code 1.\n`).verdict).toBe(
      'none',
    );
    expect(lookupText(engine, `${chatter(100)}${line}##[error]Process completed with exit code 1.\n`).verdict).toBe(
      'similar',
    );
  });
});
