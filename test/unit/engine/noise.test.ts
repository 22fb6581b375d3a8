import { describe, expect } from 'vitest';
import { contentStart } from '../../../src/engine/noise.ts';
import { rows } from '../../support/rows.ts';

const TIME = '2026-01-15T09:12:33.1234567Z';

describe('the message begins behind', () => {
  rows(
    [
      ['GitHub’s timestamp', `${TIME} No space left`],
      ['GitHub’s timestamp and mark', `${TIME} ##[error]No space left`],
      ['a workflow command', '::error file=a.py,line=3::No space left'],
      ['the columns of gh run view --log', `test (3.12) Run tests ${TIME} No space left`],
      ['gh’s columns without a step', `build UNKNOWN STEP ${TIME} ##[error]No space left`],
      ['gh’s columns with a byte-order mark', `build Run tests \ufeff${TIME} No space left`],
      ['GitLab’s timestamped stream', '2026-01-15T09:12:33.123456Z 01O No space left'],
      ['GitLab’s continued stream', '2026-01-15T09:12:33.123456Z 00E+No space left'],
      ['Azure’s mark', `${TIME} ##[section]No space left`],
      ['Jenkins’ timestamper', '[2026-01-15T09:12:33.123Z] No space left'],
      ['Jenkins’ clock', '09:12:33 No space left'],
      ['Buildkite’s timestamp', '_bk;t=1736932353123 No space left'],
      ['CircleCI’s clock in brackets', '[09:12:33] No space left'],
      ['BuildKit’s step and time', '#12 0.345 No space left'],
      ['BuildKit’s step and stage', '#12 [builder 4/7] No space left'],
      ['pytest’s error column', 'E No space left'],
      ['npm’s mark', 'npm ERR! No space left'],
      ['npm’s newer mark', 'npm error No space left'],
      ['a level in brackets', '[ERROR] No space left'],
      ['a logger’s date', '2026-01-15 09:12:33,123 No space left'],
      ['compose’s service', 'kafka-1 | No space left'],
      ['git’s remote', 'remote: No space left'],
      ['ninja’s count', '[12/340] No space left'],
      ['prefixes in prefixes', `${TIME} #9 1.2 npm ERR! No space left`],
      ['nothing, where there is none', 'No space left'],
    ] satisfies [string, string][],
    (_, shown) => expect(shown.slice(contentStart(shown))).toBe('No space left'),
  );
});

describe('is no prefix', () => {
  rows(
    [
      ['a sentence with a colon', 'Error: no'],
      ['a word that begins with E', 'Every test failed'],
      ['a hash and words', '#hashtag is not a step'],
      ['a timestamp alone', TIME],
    ] satisfies [string, string][],
    (_, shown) => expect(contentStart(shown)).toBe(0),
  );
});
