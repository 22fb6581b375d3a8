/** The site: Starlight, in src/site. SITE_URL and BASE_PATH say where it will be served from. */
import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { loadRunbook } from './src/build/load.ts';
import { contentGate } from './src/site/content-gate.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { runbook } = await loadRunbook(root);
const component = (name) => [name, `./src/site/layout/${name}.astro`];

export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  // Unknown until it is published: without it there are no canonical addresses and no sitemap.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'ignore',
  // A fetch on hover would tell the server which answer is being considered.
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    contentGate(),
    starlight({
      title: runbook?.title ?? 'CI Runbook',
      description: runbook?.overview ?? '',
      favicon: '/favicon.svg',
      customCss: ['./src/site/styles/site.css'],
      credits: false,
      disable404Route: true,
      // Log text and commands are set by our own components: no inline styles, and a copy button that leaves comments out.
      expressiveCode: false,
      components: Object.fromEntries(
        [
          'Head',
          'Header',
          'Search',
          'Sidebar',
          'SiteTitle',
          'ThemeSelect',
          'PageTitle',
          'PageSidebar',
          'MobileMenuFooter',
          'Footer',
          'SkipLink',
        ].map(component),
      ),
    }),
  ],
});
