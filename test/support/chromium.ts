/** Finds a Chromium for the browser tests, and on Debian as root installs one when there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a program, or one clear line how to get one. */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH is "${given}", where there is no file.`);
  }
  const found = present() ?? (install() ? present() : null);
  if (found !== null) return found;
  throw new Error(
    'The browser tests need a Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

function present(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const usual = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...usual, ...PLACES, chromium.executablePath()].find((file) => file !== '' && existsSync(file)) ?? null;
}

function install(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
    return true;
  } catch {
    return false;
  }
}
