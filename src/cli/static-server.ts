/** Serves a built site from a folder: right types, `404.html` for what is not there, and nothing outside the folder. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Files whose names carry a hash of their content may be kept for ever. */
const HASHED = /^\/(?:_astro|data)\//;

/** @param base Path the site is served under, e.g. `/runbook`; empty for the root. */
export function createStaticServer(folder: string, base = ''): Server {
  const root = path.resolve(folder);
  return createServer((request, response) => {
    respond(root, base, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function respond(root: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const asked = pathOf(request.url ?? '/');
  if (asked === null) {
    response.writeHead(400).end();
    return;
  }
  const inSite = asked === base ? '/' : asked.startsWith(`${base}/`) ? asked.slice(base.length) : null;
  const found = inSite === null ? null : await find(root, inSite);
  if (found?.moved) {
    response.writeHead(301, { location: `${base}${inSite}/`.replace(/^\/+/, '/') }).end();
    return;
  }
  const file = found?.file ?? path.join(root, '404.html');
  const size = (await stat(file).catch(() => null))?.size;
  if (size === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(found ? 200 : 404, {
    'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': found && HASHED.test(inSite ?? '') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The decoded path of a request, or null when it is malformed or tries to climb. */
function pathOf(url: string): string | null {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
    if (
      !decoded.startsWith('/') ||
      decoded.includes('\0') ||
      decoded.includes('\\') ||
      decoded.split('/').includes('..')
    )
      return null;
    return decoded;
  } catch {
    return null;
  }
}

/** The file for a path, `index.html` for a folder. `moved`: a folder asked for without its final `/`. */
async function find(root: string, asked: string): Promise<{ file: string; moved: boolean } | null> {
  const target = path.join(root, asked);
  const info = await stat(target).catch(() => null);
  if (info?.isFile()) return asked.endsWith('/') ? null : { file: target, moved: false };
  if (!info?.isDirectory()) return null;
  const index = path.join(target, 'index.html');
  if (!(await stat(index).catch(() => null))?.isFile()) return null;
  return { file: index, moved: !asked.endsWith('/') };
}
