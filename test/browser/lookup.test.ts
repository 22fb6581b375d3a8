import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadRunbook } from '../../src/build/load.ts';
import { answered, asGithub, box, codes, onPage, paste, site, useBrowser } from '../support/browser.ts';

useBrowser();

const { runbook } = await loadRunbook(process.cwd());
/** What the runbook says one sees: log text where there is some, the sentence otherwise. */
const texts = runbook!.symptoms.map(({ code, see }) => {
  const log = see.find((block) => block.kind === 'log');
  const prose = see.find((block) => block.kind === 'prose');
  return { code, text: log?.kind === 'log' ? log.text : prose?.kind === 'prose' ? prose.markdown : '' };
});

const ORDINARY = [
  "Current runner version: '2.334.0'",
  '##[group]Run actions/checkout@v4',
  'Prepare workflow directory',
  'Receiving objects: 100% (1523/1523), 1.2 MiB | 8.1 MiB/s, done.',
  'npm info using node@v22.11.0',
  'added 812 packages, and audited 813 packages in 9s',
  'Collecting requests==2.32.3',
  'Successfully installed certifi-2026.1.4 idna-3.10 urllib3-2.3.0',
  'tests/unit/test_trades.py::test_price PASSED                     [ 12%]',
  '====================== 214 passed in 31.22s ======================',
  '#9 CACHED',
  '#12 exporting to image',
  'Compiling serde v1.0.217',
  'BUILD SUCCESSFUL in 42s',
  '> Task :app:compileKotlin UP-TO-DATE',
  'Uploading artifact: report.html',
  'Cache restored from key: Linux-uv-1b2c3d',
  'Post job cleanup.',
  '[command]/usr/bin/git version',
  'All checks passed!',
];

describe('what is pasted', () => {
  test('finds each failure first by what its page says one sees, in GitHub’s wrapping', async () => {
    await onPage('/search/', async (page) => {
      for (const { code, text } of texts) {
        await page.locator(box).fill('');
        await paste(page, asGithub(text));
        await answered(page);
        expect((await codes(page))[0], text).toBe(code);
      }
      expect(texts).toHaveLength(16);
    });
  });

  test('twenty ordinary lines find nothing', async () => {
    await onPage('/search/', async (page) => {
      for (const line of ORDINARY) {
        await paste(page, line);
        await page.waitForFunction(
          (text) =>
            document.querySelector('.nothing') ? (document.querySelector('textarea')?.value ?? '') === text : false,
          line,
        );
        expect(await codes(page), line).toEqual([]);
      }
      await paste(page, ORDINARY.join('\n'));
      expect(await answered(page)).toContain('Nothing known explains this');
    });
  });

  test('is marked in its own line, with line number, captures, reasons and commands', async () => {
    await onPage('/', async (page) => {
      await paste(page, asGithub("ImportError: cannot import name 'Producer' from 'acme.ingest'"));
      await answered(page);
      expect(await page.locator('.hit.first mark').textContent()).toContain('cannot import name');
      expect(await page.locator('.hit.first .excerpt-line.found .line-number').textContent()).toBe('4');
      expect(await page.locator('.hit.first .captures').textContent()).toContain('acme.ingest');
      expect(await page.locator('.hit.first .reasons').textContent()).not.toBe('');
      expect(await page.locator('.hit.first .verdict').textContent()).toBe('●match');
      expect(await page.locator('.hit.first .risk').count()).toBeGreaterThan(0);
      expect(await page.locator('[data-rest]').isVisible()).toBe(false);
    });
  });

  test('leads to the option that it points to', async () => {
    await onPage('/search/', async (page) => {
      await paste(page, "ModuleNotFoundError: No module named 'confluent_kafka'");
      await answered(page);
      expect(await page.locator('.hit.first h3 a').getAttribute('href')).toBe(
        '/symptoms/unit-tests-import-errors/#option-a',
      );
      await page.locator('.hit.first h3 a').click();
      await page.waitForURL('**/symptoms/unit-tests-import-errors/#option-a');
      expect(await page.locator('#option-a').isVisible()).toBe(true);
    });
  });

  test('stays in the box after a step back from a symptom’s page', async () => {
    await onPage('/search/', async (page) => {
      await paste(page, 'Error: No space left on device');
      await answered(page);
      await page.locator('.hit.first h3 a').click();
      await page.waitForURL('**/symptoms/out-of-disk-space/**');
      await page.goBack();
      await answered(page);
      expect(await page.locator(box).inputValue()).toBe('Error: No space left on device');
      expect(await codes(page)).toContain('CI014');
    });
  });

  test('is shown as text, never read as markup', async () => {
    await onPage('/search/', async (page) => {
      const hostile = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script> ImportError: cannot import name '<b onclick=alert(1)>' from '"><svg onload=window.hurt=1>'`;
      await paste(page, hostile);
      await answered(page);
      expect(await page.locator('.hit.first .excerpt').textContent()).toContain('<script>window.hurt=1</script>');
      expect(await page.locator('.lookup-results').locator('img, script, b, svg[onload]').count()).toBe(0);
      expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    });
  });

  test('causes no request at all', async () => {
    await onPage('/search/', async (page) => {
      await page.waitForLoadState('networkidle');
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await paste(page, 'Error: No space left on device');
      await answered(page);
      await page.waitForTimeout(300);
      expect(requests).toEqual([]);
    });
  });

  test('may be a log far too long for a box', async () => {
    await onPage('/search/', async (page) => {
      const lines = Array.from({ length: 60_000 }, (_, i) => `step ${i} ok`);
      lines[41_000] = 'write /var/lib/docker/layer.tar: no space left on device';
      await paste(page, lines.join('\n'));
      expect(await answered(page)).toContain('60,000 lines');
      expect((await codes(page))[0]).toBe('CI014');
      expect(await page.locator('.excerpt-line.found .line-number').textContent()).toBe('41001');
      expect(await page.locator('[data-attachment]').textContent()).toContain('Pasted log');
      await page.locator('[data-clear]').click();
      expect(await page.locator(box).isVisible()).toBe(true);
      expect(await page.locator('[data-rest]').isVisible()).toBe(true);
    });
  });
});

describe('a file', () => {
  const log = asGithub('Error: No space left on device');

  test.each([
    ['plain text', { name: 'build.log', mimeType: 'text/plain', buffer: Buffer.from(log) }],
    ['gzip', { name: 'build.log.gz', mimeType: 'application/gzip', buffer: gzipSync(log) }],
    [
      'UTF-16 from Windows',
      { name: 'build.txt', mimeType: 'text/plain', buffer: Buffer.from(`\ufeff${log}`, 'utf16le') },
    ],
  ])('is read: %s', async (_, file) => {
    await onPage('/search/', async (page) => {
      await page.locator('[data-file]').setInputFiles(file);
      await answered(page);
      expect((await codes(page))[0]).toBe('CI014');
      expect(await page.locator('.excerpt-line.found code').textContent()).toContain('No space left on device');
    });
  });

  test('may be dropped on the box', async () => {
    await onPage('/', async (page) => {
      const transfer = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'build.log'));
        return data;
      }, log);
      await page.locator('.lookup-box').dispatchEvent('drop', { dataTransfer: transfer });
      await answered(page);
      expect((await codes(page))[0]).toBe('CI014');
    });
  });

  test('that is no text is refused in words', async () => {
    await onPage('/search/', async (page) => {
      await page
        .locator('[data-file]')
        .setInputFiles({ name: 'logs.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04rest') });
      expect(await page.locator('.notice').textContent()).toContain('zip archive');
    });
  });
});

describe('what is typed', () => {
  test('as a question finds the failure and the pages that speak of it', async () => {
    await onPage('/search/', async (page) => {
      await page.locator(box).pressSequentially('workflow not running on pull request', { delay: 5 });
      await page.locator('.pages li').first().waitFor();
      const everything = await page.locator('.lookup-results').textContent();
      expect(everything).toContain('Workflow Doesn');
    });
  });

  test('is taken from ?q=', async () => {
    await onPage('/search/?q=No%20space%20left%20on%20device', async (page) => {
      await answered(page);
      expect((await codes(page))[0]).toBe('CI014');
    });
  });

  test('is announced in a live region', async () => {
    await onPage('/search/', async (page) => {
      await page.locator(box).fill('No space left on device');
      await answered(page);
      expect(await page.locator('[data-state]').getAttribute('role')).toBe('status');
      expect(await page.locator('[data-state]').textContent()).toContain('1 known failure');
    });
  });
});

describe('when nothing is known', () => {
  test('says so, names the likely lines, and offers words and a new symptom', async () => {
    await onPage('/search/', async (page) => {
      await paste(page, 'starting\nerror: flux capacitor misaligned\nFATAL: cannot engage warp\ndone');
      expect(await answered(page)).toContain('Nothing known explains this');
      expect(await page.locator('.nothing').textContent()).toContain('flux capacitor');
      expect(await page.getByText('Describe a new symptom').getAttribute('href')).toContain(
        '/new/main?filename=content/symptoms/',
      );
      await page.locator('#page-words').fill('docker cache');
      await page.getByRole('button', { name: 'Search', exact: true }).last().click();
      await page.locator('.page-results .pages li').first().waitFor();
    });
  });
});

describe('when the list of failures cannot be loaded', () => {
  test.each([
    '**/data/index.*.json',
    '**/_astro/lookup.worker*',
  ])('says so, keeps the text, and Retry mends it: %s', async (address) => {
    await onPage('/about/', async (page) => {
      await page.route(address, (route) => route.abort());
      await page.goto(`${site}/search/`);
      await page.locator(box).fill('No space left on device');
      await page.locator('.notice').waitFor();
      expect(await page.locator('.notice').textContent()).toContain('could not be loaded');
      expect(await page.locator(box).inputValue()).toBe('No space left on device');
      await page.unroute(address);
      await page.getByRole('button', { name: 'Retry' }).click();
      await answered(page);
      expect((await codes(page))[0]).toBe('CI014');
    });
  });
});
