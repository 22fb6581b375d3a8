import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../../src/cli/listen.ts';
import { createStaticServer } from '../../../src/cli/static-server.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'a site '));
  const dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'about'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(dist, 'index.html'), 'home');
  await writeFile(path.join(dist, 'about', 'index.html'), 'about');
  await writeFile(path.join(dist, '404.html'), 'not here');
  await writeFile(path.join(dist, 'a b.css'), 'css');
  server = createStaticServer(dist);
  port = await listen(server, 45_310);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** Sends the path as it is: fetch would tidy it. */
function get(
  raw: string,
  method = 'GET',
): Promise<{ status: number; type: string; body: string; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    request({ port, path: raw, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
          location: response.headers.location,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the static server', () => {
  test('serves a page, a folder’s page and a file with its type', async () => {
    expect(await get('/')).toMatchObject({ status: 200, body: 'home', type: 'text/html; charset=utf-8' });
    expect(await get('/about/?q=1')).toMatchObject({ status: 200, body: 'about' });
    expect(await get('/a%20b.css')).toMatchObject({ status: 200, body: 'css', type: 'text/css; charset=utf-8' });
  });

  test('sends a folder without its final slash on', async () => {
    expect(await get('/about')).toMatchObject({ status: 301, location: '/about/' });
  });

  test('answers 404.html for what is not there', async () => {
    expect(await get('/nope')).toMatchObject({ status: 404, body: 'not here' });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/about/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
  ])('never leaves the folder: %s', async (raw) => {
    expect(await get(raw)).toMatchObject({ status: 400, body: '' });
  });

  test('refuses to be written to', async () => {
    expect((await get('/', 'POST')).status).toBe(405);
  });
});

test('a taken port gives the next free one', async () => {
  const other = createServer();
  const opened = await listen(other, port);
  expect(opened).toBeGreaterThan(port);
  other.close();
});
