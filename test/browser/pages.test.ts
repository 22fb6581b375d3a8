import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findings } from '../support/axe.ts';
import { answered, box, codes, onPage, paste, site, useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';

useBrowser();

const kinds = Object.entries(PAGE_KINDS);

/** In the colours and widths that a page is read in; only the style sheet tells them apart. */
async function everyLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [look, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, look);
    found.push(...(await findings(page)).map((finding) => `${look}, ${width} wide: ${finding}`));
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) found.push(`${width} wide: needs ${needed}`);
  }
  return found;
}

describe('in light, in dark and on a phone', () => {
  test.each(kinds)('%s has no accessibility findings and fits the width', async (_, path) => {
    await onPage(path, async (page) => expect(await everyLook(page)).toEqual([]));
  });

  test('so does a result', async () => {
    await onPage('/search/', async (page) => {
      await paste(
        page,
        "ImportError: cannot import name 'a' from 'b.c'\nwrite /x: no space left on device\nError: failed to solve: failed to compute cache key",
      );
      await answered(page);
      expect((await codes(page)).length).toBeGreaterThan(1);
      expect(await everyLook(page)).toEqual([]);
    });
  });

  test('so do no answer and the search dialog', async () => {
    await onPage('/search/', async (page) => {
      await paste(page, 'error: flux capacitor misaligned\nFATAL: cannot engage warp');
      await answered(page);
      expect(await everyLook(page)).toEqual([]);
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.type('docker');
      await page.locator('[data-search-results] li').first().waitFor();
      expect(await everyLook(page)).toEqual([]);
    });
  });
});

describe('on a phone', () => {
  const options = { viewport: { width: 390, height: 844 }, hasTouch: true };

  test('a result fits the width', async () => {
    await onPage(
      '/',
      async (page) => {
        await paste(
          page,
          `2026-01-15T10:12:01.1234567Z ##[error]write /${'very-long-folder/'.repeat(20)}layer.tar: no space left on device`,
        );
        await answered(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      },
      options,
    );
  });

  test('the menu opens and leads somewhere', async () => {
    await onPage(
      '/',
      async (page) => {
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('link', { name: 'Prevention checklist' }).click();
        await page.waitForURL('**/checklist/');
      },
      options,
    );
  });
});

describe('addresses', () => {
  test('a short link leads to its symptom', async () => {
    await onPage('/s/CI002', async (page) => {
      await page.waitForURL('**/symptoms/unit-tests-import-errors/');
    });
  });

  test('an unknown address says so and offers the search box', async () => {
    const response = await fetch(`${site}/no/such/page`);
    expect(response.status).toBe(404);
    await onPage('/no/such/page', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('There is no such page');
      await page.locator(box).fill('No space left on device');
      await answered(page);
      expect((await codes(page))[0]).toBe('CI014');
    });
  });

  test('every link and anchor of the site leads somewhere', async () => {
    const seen = new Map<string, string>();
    const queue = ['/', '/404.html'];
    const anchors: [from: string, to: string, id: string][] = [];
    const broken: string[] = [];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path)) continue;
      const response = await fetch(site + path);
      if (!response.ok) broken.push(`${path} answers ${response.status}`);
      const html = (response.headers.get('content-type') ?? '').includes('html') ? await response.text() : '';
      seen.set(path, html);
      for (const [, href] of html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g)) {
        const url = new URL(href!.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), site + path);
        if (url.origin !== site) continue;
        queue.push(url.pathname);
        if (url.hash) anchors.push([path, url.pathname, decodeURIComponent(url.hash.slice(1))]);
      }
    }
    for (const [from, to, id] of anchors)
      if (!seen.get(to)?.includes(`id="${id}"`)) broken.push(`${from} → ${to}#${id}`);
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
  });

  test('no page asks another origin for anything', async () => {
    await onPage('/about/', async (page) => {
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site) && !/^(?:data|blob):/.test(request.url())) elsewhere.push(request.url());
      });
      for (const path of Object.values(PAGE_KINDS)) await page.goto(site + path, { waitUntil: 'load' });
      await page.waitForLoadState('networkidle');
      expect(elsewhere).toEqual([]);
    });
  });

  test('our own markup has no inline styles and no inline handlers', async () => {
    for (const path of Object.values(PAGE_KINDS)) {
      const html = await (await fetch(site + path)).text();
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
      expect(main.match(/<[a-z][^>]*\s(?:style|on[a-z]+)=/gi), path).toBeNull();
    }
  });

  test('the data files are there: runbook.md, the API and its schema', async () => {
    expect(await (await fetch(`${site}/runbook.md`)).text()).toMatch(/^# Runbook: /);
    const api = await (await fetch(`${site}/api/v1/symptoms.json`)).json();
    expect(api.symptoms).toHaveLength(16);
    expect((await fetch(`${site}/api/v1/symptoms.schema.json`)).status).toBe(200);
  });
});
