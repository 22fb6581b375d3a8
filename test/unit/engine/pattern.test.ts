/** How the scanner finds a signature of several alternatives. */
import { describe, expect, it } from 'vitest';
import { gramCost } from '../../../src/engine/gram-cost.ts';
import { readPattern, windowsOf } from '../../../src/engine/pattern.ts';
import { parseSignature } from '../../../src/engine/template.ts';
import { bytesOf, chatter, engineOf } from '../../support/index.ts';
import { rows } from '../../support/rows.ts';

const found = (signature: string) => {
  const { windows, complete } = windowsOf(readPattern(signature), gramCost);
  return { windows: windows.length, complete };
};

describe('a signature is found by', () => {
  rows(
    [
      ['one window of text that all its alternatives share', '{npm|yarn|pnpm} could not resolve', 1, true],
      ['a window of each where they share too little', '{terminated|disconnected} at 1', 2, true],
      ['the windows there are where one has none', '{hit|terminated|disconnected} at 1', 2, false],
      ['nothing where none has one', '{a|b} c', 0, false],
    ] satisfies [string, string, number, boolean][],
    (_, signature, windows, complete) => expect(found(signature)).toEqual({ windows, complete }),
  );
});

it('an alternative that is too short keeps no other from being found in a whole log', () => {
  const log = bytesOf(`${chatter(60)}error: terminated at 1\nProcess exited with 1\n`);
  expect(engineOf({ lines: ['error: {hit|terminated} at 1'] }).lookup(log).hits).toMatchObject([{ line: 61 }]);
});

it('a pattern has the templates that its signature expands to', () => {
  for (const signature of ['a <n:int> b', '{a|b}{c|d}', '/exit code (?<code>\\d+)/']) {
    expect(readPattern(signature).templates()).toEqual(parseSignature(signature));
  }
});
