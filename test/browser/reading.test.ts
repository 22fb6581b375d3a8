import { describe, expect, test } from 'vitest';
import { answered, box, clipboard, onPage, paste, useBrowser } from '../support/browser.ts';
import { SYMPTOM_PAGE } from '../support/page-kinds.ts';

useBrowser();

describe('copying', () => {
  test('gives the commands alone, with the examples in them', async () => {
    await onPage(SYMPTOM_PAGE, async (page) => {
      await page.locator('#diagnosis-1 [data-copy]').click();
      await page.getByText('Copied').first().waitFor();
      expect(await clipboard(page)).toBe('uv run python -c "from k2.ingestion.producer import MarketDataProducer"');
    });
  });

  test('gives no comment from any step of any kind of page', async () => {
    for (const path of [SYMPTOM_PAGE, '/commands/', '/guides/test-locally-with-act/']) {
      await onPage(path, async (page) => {
        const copied = await page.locator('.step .command code').allTextContents();
        expect(copied.length).toBeGreaterThan(1);
        for (const text of copied) expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([]);
      });
    }
  });

  test('works in a result', async () => {
    await onPage('/', async (page) => {
      await paste(page, 'Error: No space left on device');
      await answered(page);
      const shown = await page.locator('.hit.first .command code').first().textContent();
      await page.locator('.hit.first [data-copy]').first().click();
      await page.getByText('Copied').first().waitFor();
      expect(await clipboard(page)).toBe(shown);
    });
  });
});

describe('by keyboard alone', () => {
  test('type, walk to the result, copy, open', async () => {
    await onPage('/', async (page) => {
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('lookup-text');
      await page.keyboard.type("ImportError: cannot import name 'a' from 'b.c'");
      await answered(page);
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Import Errors');
      for (let i = 0; i < 6 && !(await page.evaluate(() => document.activeElement?.hasAttribute('data-copy'))); i++)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Copied').first().waitFor();
      expect(await clipboard(page)).toContain('uv run');
      for (let i = 0; i < 6 && !(await page.evaluate(() => document.activeElement?.hasAttribute('data-hit'))); i++)
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/symptoms/unit-tests-import-errors/**');
    });
  });

  test('Escape goes back to the box', async () => {
    await onPage('/', async (page) => {
      await page.keyboard.type('No space left on device');
      await answered(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      expect(await page.locator(box).evaluate((area) => area === document.activeElement)).toBe(true);
    });
  });

  test('the first Tab stop skips to the content', async () => {
    await onPage('/about/', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    });
  });
});

describe('Ctrl+K', () => {
  test('opens the search, finds a page, Enter goes there', async () => {
    await onPage('/about/', async (page) => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.type('flaky');
      await page.locator('[data-search-results] li').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/symptoms/flaky-tests/**');
    });
  });

  test('hands the words over to the lookup', async () => {
    await onPage('/about/', async (page) => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.type('No space left on device');
      await page.locator('[data-search-lookup]').click();
      await page.waitForURL('**/search/');
      await answered(page);
      expect(await page.locator(box).inputValue()).toBe('No space left on device');
    });
  });

  test('Escape closes it and gives the focus back', async () => {
    await onPage('/about/', async (page) => {
      await page.locator('[data-search-open]').click();
      await page.keyboard.press('Escape');
      expect(await page.locator('[data-search-dialog]').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-search-open'))).toBe(true);
    });
  });
});

describe('light and dark', () => {
  const theme = () => document.documentElement.dataset.theme;

  test('follow the system until one is chosen, and the choice stays', async () => {
    await onPage(
      '/about/',
      async (page) => {
        expect(await page.evaluate(theme)).toBe('dark');
        await page.emulateMedia({ colorScheme: 'light' });
        await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
        await page.locator('[data-theme-toggle]').click();
        expect(await page.evaluate(theme)).toBe('dark');
        await page.reload();
        expect(await page.evaluate(theme)).toBe('dark');
      },
      { colorScheme: 'dark' },
    );
  });
});

describe('the quick reference', () => {
  const shown = '.quick-reference tbody tr:not([hidden]) .code';

  test('begins with the rows that the runbook puts first and has all failures', async () => {
    await onPage('/quick-reference/', async (page) => {
      const all = await page.locator(shown).allTextContents();
      expect(all[0]).toBe('CI003');
      expect(new Set(all).size).toBe(16);
      expect(await page.locator('tbody .lead-sign').count()).toBe(7);
    });
  });

  test('filters by workflow', async () => {
    await onPage('/quick-reference/', async (page) => {
      await page.getByLabel('PR Full Check').check({ force: true });
      expect((await page.locator(shown).allTextContents()).sort()).toEqual(['CI005', 'CI006', 'CI007']);
      expect(await page.locator('[data-count]').textContent()).toBe('3 failures');
    });
  });

  test('is ordered by a column, backwards, and as it was', async () => {
    await onPage('/quick-reference/', async (page) => {
      const head = page.getByRole('button', { name: 'Code' });
      await head.click();
      expect((await page.locator(shown).allTextContents())[0]).toBe('CI001');
      await head.click();
      expect((await page.locator(shown).allTextContents())[0]).toBe('CI016');
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
      await head.click();
      expect((await page.locator(shown).allTextContents())[0]).toBe('CI003');
    });
  });
});

describe('the checklist', () => {
  test('keeps its ticks in this browser until they are reset', async () => {
    await onPage('/checklist/', async (page) => {
      await page.locator('input[data-item]').nth(1).check();
      expect(await page.locator('[data-progress]').textContent()).toBe('1 of 12 done');
      await page.reload();
      expect(await page.locator('input[data-item]').nth(1).isChecked()).toBe(true);
      await page.locator('[data-reset]').click();
      expect(await page.locator('input:checked[data-item]').count()).toBe(0);
      await page.reload();
      expect(await page.locator('input:checked[data-item]').count()).toBe(0);
    });
  });
});
