/** Builds the site once, serves it, and starts one Chromium for all browser tests. SITE_DIST names a site that is built already. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { listen } from '../../src/cli/listen.ts';
import { createStaticServer } from '../../src/cli/static-server.ts';
import { findChromium } from '../support/chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served site, without a final `/`. */
    site: string;
    /** Where the shared Chromium listens. */
    browser: string;
  }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** First port tried; the next free one is taken. */
const PORT = 4390;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  const server = createStaticServer(process.env.SITE_DIST ?? build(process.cwd()));
  const port = await listen(server, PORT);
  const browser = await chromium.launchServer({ executablePath, args: FLAGS });
  project.provide('site', `http://localhost:${port}`);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
}

function build(root: string): string {
  const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  execFileSync(process.execPath, [astro, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return path.join(root, 'dist');
}
