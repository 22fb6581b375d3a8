/** Runs a command: parses its flags, turns every failure into one clear line on stderr, and sets the exit code. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../build/nearest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command<O extends Options = Options> {
  name: string;
  /** Printed for `--help`. */
  help: string;
  options: O;
  /** Resolves to the exit code. */
  main(values: Values<O>, positionals: string[], io: Io): Promise<number>;
}

export type Values<O extends Options> = {
  [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string;
};

export interface Io {
  stdin: NodeJS.ReadStream;
  out(text: string): void;
  err(text: string): void;
  /** True when colour may be used on stdout. */
  color: boolean;
  cwd: string;
}

/** An error that the user can mend; its message is all that is printed. */
export class UserError extends Error {}

export async function run<O extends Options>(
  command: Command<O>,
  argv = process.argv.slice(2),
  io = processIo(),
): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  process.exitCode = await execute(command, argv, io);
}

/** Exit code 2 for anything that kept the command from running. */
export async function execute<O extends Options>(command: Command<O>, argv: string[], io: Io): Promise<number> {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseFlags(argv, options);
    if (values.help === true) {
      io.out(`${command.help.trim()}\n`);
      return 0;
    }
    return await command.main(values as Values<O>, positionals, io);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    io.err(`${command.name}: ${error.message}\n`);
    return 2;
  }
}

function parseFlags(argv: string[], options: Options) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    const flag = /Unknown option '(-[^']*)'/.exec((error as Error).message)?.[1];
    if (flag === undefined)
      throw new UserError((error as Error).message.split('\n')[0]!.replace(/\.? To specify.*$/, ''));
    const known = Object.keys(options).map((name) => `--${name}`);
    const close = nearest(flag.split('=')[0]!, known);
    throw new UserError(
      `unknown flag "${flag}". ${close ? `Did you mean "${close}"?` : `Known flags: ${known.join(', ')}.`}`,
    );
  }
}

function processIo(): Io {
  const { env, stdin, stdout, stderr } = process;
  return {
    stdin: stdin as NodeJS.ReadStream,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color: env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' ? true : !env.NO_COLOR && stdout.isTTY === true,
    cwd: process.cwd(),
  };
}
