import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/engine/by-name.ts';
import { engineOf, lookupText } from '../../support/index.ts';

const engine = engineOf({ slug: 'disk', lines: ['volume is full to the brim'] }, { slug: 'memory' });

describe('a name', () => {
  it('is the words of it, without case and punctuation', () => {
    expect(nameOf('  Out-of  Disk: Space!')).toBe('out of disk space');
  });
});

describe('a symptom asked for by name', () => {
  it.each(['Title of memory', 'title of MEMORY.', 'T001', 't001'])('is found by %s', (query) => {
    const { verdict, hits } = lookupText(engine, query);
    expect(verdict).toBe('match');
    expect(hits).toMatchObject([{ symptom: 'memory', reasons: ['It is what this failure is called.'] }]);
  });

  it.each(['title', 'the title of memory', 'title of memory and more', 'T0011', ''])('is not found by %j', (query) => {
    expect(lookupText(engine, query).verdict).toBe('none');
  });

  it('is not looked for in a text of several lines', () => {
    expect(lookupText(engine, 'Title of memory\nT001').verdict).toBe('none');
  });

  it('does not come beside a match', () => {
    expect(lookupText(engine, 'volume is full to the brim').hits).toHaveLength(1);
  });
});
