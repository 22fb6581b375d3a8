/** `npm run bench`: speed as ratios to baselines of the same run. */
import { type Command, run, UserError } from '../src/cli/run.ts';
import { benchScan } from '../test/bench/scan.ts';

const HELP = `
Measures how fast signatures are found in log text, against a loop of JavaScript regular expressions and, where it is
installed, ripgrep. All get the same signatures and the same bytes in the same run: read the ratios, not the seconds.

Usage: npm run bench [-- --megabytes 100] [--signatures 75,5000]
`;

const options = { megabytes: { type: 'string' }, signatures: { type: 'string' } } as const;

function positive(text: string, flag: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UserError(`unexpected value "${text}" for ${flag}, expected a whole number above 0.`);
}

const command: Command<typeof options> = {
  name: 'bench',
  help: HELP,
  options,
  async main({ megabytes = '100', signatures = '75,5000' }, _, io) {
    const sizes = signatures.split(',').map((size) => positive(size, '--signatures'));
    await benchScan({ megabytes: positive(megabytes, '--megabytes'), signatures: sizes }, (line) =>
      io.out(`${line}\n`),
    );
    return 0;
  },
};

await run(command);
