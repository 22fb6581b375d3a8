/** A page of the built site for a test, and what a reader does with it. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

export const site = inject('site');

let browser: Browser;

/** Call once in a test file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => {
    await browser.close();
  });
}

/** Opens a page in a fresh profile and closes it after the test. */
export async function onPage<T>(
  path: string,
  test: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site });
  const page = await context.newPage();
  try {
    await page.goto(site + path);
    return await test(page);
  } finally {
    await context.close();
  }
}

export const box = '#lookup-text';

/** Through the clipboard and the keyboard, as a person does it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.locator(box).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Waits until the state line speaks of the newest text. */
export async function answered(page: Page): Promise<string> {
  await page.waitForFunction(() =>
    /known|similar|Nothing|error text/.test(document.querySelector('[data-state]')?.textContent ?? ''),
  );
  return (await page.locator('[data-state]').textContent()) ?? '';
}

/** Codes of the hits, in order. */
export const codes = (page: Page): Promise<string[]> => page.locator('.hit > header .code').allTextContents();

/** Lines as GitHub prints them. */
export function asGithub(text: string): string {
  const stamp = (i: number) => `2026-01-15T10:12:0${i % 10}.1234567Z `;
  const lines = [
    '##[group]Run the step',
    'Preparing',
    '##[endgroup]',
    ...text.split('\n').map((line) => `##[error]${line}`),
    '##[error]Process completed with exit code 1.',
  ];
  return lines.map((line, i) => stamp(i) + line).join('\n');
}
