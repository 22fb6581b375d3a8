/** The search dialog: opened with Ctrl+K or Cmd+K from anywhere, walked with the arrow keys. */
import { h } from './dom.ts';
import { handOver } from './draft.ts';
import { searchPages } from './full-text.ts';
import { renderPage } from './render-pages.ts';

const PAUSE = 100;
const MOST = 8;

const open = document.querySelector<HTMLButtonElement>('[data-search-open]')!;
const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]')!;
const field = dialog.querySelector<HTMLInputElement>('input')!;
const state = dialog.querySelector<HTMLElement>('[data-search-state]')!;
const list = dialog.querySelector<HTMLElement>('[role=listbox]')!;
const base = dialog.dataset.base ?? '/';
let pause: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

if (/Mac|iPhone|iPad/i.test(navigator.platform)) open.querySelector('[data-shortcut]')!.textContent = '⌘ K';

function show(): void {
  if (!dialog.open) dialog.showModal();
  field.select();
}

open.addEventListener('click', show);
dialog.querySelector('[data-search-close]')!.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    if (dialog.open) dialog.close();
    else show();
  }
});

field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => void search(), PAUSE);
});

async function search(): Promise<void> {
  const words = field.value.trim();
  const turn = ++asked;
  if (words === '') return put([], '');
  try {
    const pages = await searchPages(words.slice(0, 120), base, MOST);
    if (turn !== asked) return;
    const options = pages.map((page, index) => {
      const option = h('li', { role: 'option', id: `site-search-${index}`, 'aria-selected': 'false' }, renderPage(page));
      option.querySelector('a')!.tabIndex = -1;
      return option;
    });
    put(options, pages.length > 0 ? '' : `No page has “${words}”.`);
  } catch {
    if (turn === asked) put([], 'The search in all pages could not be loaded. It is made by the build: `npm run dev` does not have it.');
  }
}

function put(options: HTMLElement[], words: string): void {
  list.replaceChildren(...options);
  state.textContent = words;
  field.setAttribute('aria-expanded', String(options.length > 0));
  choose(options.length > 0 ? 0 : -1);
}

let chosen = -1;

function choose(index: number): void {
  const options = [...list.children];
  options[chosen]?.setAttribute('aria-selected', 'false');
  chosen = options.length === 0 ? -1 : (index + options.length) % options.length;
  const option = options[chosen];
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  if (option) field.setAttribute('aria-activedescendant', option.id);
  else field.removeAttribute('aria-activedescendant');
}

field.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') choose(chosen + 1);
  else if (event.key === 'ArrowUp') choose(chosen - 1);
  else if (event.key === 'Enter') list.children[chosen]?.querySelector('a')?.click();
  else return;
  event.preventDefault();
});

list.addEventListener('click', (event) => {
  const option = (event.target as Element).closest('[role=option]');
  const link = option?.querySelector('a');
  if (link && !(event.target as Element).closest('a')) link.click();
  if (link) dialog.close();
});

/** What was typed goes along to the lookup, in this tab and not in the address. */
dialog.querySelector('[data-search-lookup]')!.addEventListener('click', (event) => {
  if (field.value.trim() === '') return;
  event.preventDefault();
  handOver(field.value);
  location.href = (event.currentTarget as HTMLAnchorElement).href;
});

export {};
