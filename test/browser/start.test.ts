import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from '../../src/cli/listen.ts';

/** Runs `npm start`'s program; `ready` resolves with what it printed once it serves or has ended. */
function start(args: string[]) {
  const child = spawn(process.execPath, ['scripts/start.ts', ...args], {
    env: { ...process.env, PORT: '', BASE_PATH: '' },
  });
  let output = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<string>((resolve) => {
    const more = (text: string) => {
      output += text;
      if (output.includes('Ctrl+C stops it')) resolve(output);
    };
    child.stdout.setEncoding('utf8').on('data', more);
    child.stderr.setEncoding('utf8').on('data', more);
    void ended.then(() => resolve(output));
  });
  return { child, ready, ended };
}

test('npm start builds, names a taken port and the next one, serves, and ends cleanly on Ctrl+C', async () => {
  const other = createServer();
  const taken = await listen(other, 45_410);
  const { child, ready, ended } = start(['--port', String(taken)]);
  const output = await ready;
  other.close();
  expect(output).toContain(`port ${taken} is taken`);
  const address = /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '';
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('What broke?');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test.each([
  [['--port', 'x'], 'unexpected --port "x"'],
  [['--prot', '1'], 'Did you mean "--port"?'],
])('npm start %j says what is wrong and ends with 2', async (args, words) => {
  const { ready, ended } = start(args);
  expect(await ready).toContain(words);
  expect(await ended).toBe(2);
});
