/** `npm start`: checks the content, builds the production site and serves it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { checkContent } from '../check/check.ts';
import { formatDiagnostics } from '../model/report.ts';
import { listen } from './listen.ts';
import { type Command, type Io, UserError } from './run.ts';
import { createStaticServer } from './static-server.ts';

const DEFAULT_PORT = 4321;

const HELP = `
Checks content/, builds the site into dist/ and serves it until Ctrl+C.

Usage: npm start [-- --port N]

  --port N   port to serve on (default: $PORT, else ${DEFAULT_PORT}); when it is taken, the next free one

Exit code: 0 stopped, 1 mistakes in the content or a failed build, 2 could not run.
`;

const options = { port: { type: 'string' } } as const;

export const startCommand: Command<typeof options> = {
  name: 'start',
  help: HELP,
  options,
  async main({ port }, positionals, io) {
    if (positionals.length > 0) throw new UserError(`unexpected argument "${positionals[0]}".`);
    const wanted = readPort(port, process.env.PORT);
    const { diagnostics } = await checkContent(io.cwd);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      io.err(`${formatDiagnostics(errors)}\n`);
      return 1;
    }
    if (diagnostics.length > 0)
      io.out(
        `${diagnostics.length === 1 ? '1 warning' : `${diagnostics.length} warnings`} in content/; npm run check lists them.\n`,
      );
    const built = await build(io);
    return built === 0 ? serve(io, wanted) : built;
  },
};

function readPort(flag: string | undefined, variable: string | undefined): number {
  const [text, source] = flag !== undefined ? [flag, '--port'] : [variable || String(DEFAULT_PORT), 'PORT'];
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new UserError(`unexpected ${source} "${text}", expected a number from 1 to 65535.`);
  return port;
}

/** Astro's output is shown only when the build fails. Resolves to the exit code. */
async function build({ cwd, out, err }: Io): Promise<number> {
  out('Building the site …\n');
  const astro = path.join(cwd, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const stop = () => child.kill();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (signal !== null) return 0;
  if (code !== 0) err(output);
  return code === 0 ? 0 : 1;
}

async function serve({ cwd, out, err }: Io, wanted: number): Promise<number> {
  const base = `/${process.env.BASE_PATH ?? ''}`.replace(/\/+/g, '/').replace(/\/$/, '');
  const server = createStaticServer(path.join(cwd, 'dist'), base);
  const port = await listen(server, wanted);
  if (port !== wanted) err(`start: port ${wanted} is taken; using ${port}.\n`);
  out(`\n  CI Runbook  http://localhost:${port}${base}/\n\n  Ctrl+C stops it.\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  server.closeAllConnections();
  return 0;
}
