/** A terminal for commands under test: what they are given, and what they say. */
import { Readable } from 'node:stream';
import type { ParseArgsConfig } from 'node:util';
import { type Command, execute, type Io } from '../../src/cli/run.ts';

export interface Said {
  code: number;
  out: string;
  err: string;
}

export interface Given {
  cwd: string;
  /** Text or bytes piped in; without it stdin is a terminal. */
  stdin?: string | Uint8Array;
  color?: boolean;
}

export async function say<O extends NonNullable<ParseArgsConfig['options']>>(
  command: Command<O>,
  argv: string[],
  { cwd, stdin, color = false }: Given,
): Promise<Said> {
  const said: Said = { code: -1, out: '', err: '' };
  const stream = Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]) as unknown as NodeJS.ReadStream;
  stream.isTTY = stdin === undefined;
  const io: Io = {
    stdin: stream,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    color,
    cwd,
  };
  said.code = await execute(command, argv, io);
  return said;
}
