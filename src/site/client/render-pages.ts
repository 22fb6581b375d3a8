/** Pages found by full-text search. */
import { h } from './dom.ts';
import type { PageFound } from './full-text.ts';

export function renderPage({ url, title, part, excerpt }: PageFound): HTMLElement[] {
  return [
    h('a', { href: url }, title, part && h('span', { class: 'page-part' }, ` › ${part}`)),
    h(
      'p',
      {},
      excerpt.map(([text, marked]) => (marked ? h('mark', {}, text) : text)),
    ),
  ];
}

export function renderPages(pages: readonly PageFound[]): HTMLElement {
  return h(
    'ul',
    { class: 'pages' },
    pages.map((page) => h('li', {}, renderPage(page))),
  );
}
