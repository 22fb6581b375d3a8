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
const list = dialog.querySelector<HTMLElement>('[data-search-results]')!;
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
    put(
      pages.map((page) => h('li', {}, renderPage(page))),
      pages.length > 0 ? `${pages.length} pages` : `No page has “${words}”.`,
    );
  } catch {
    if (turn === asked)
      put([], 'The search in all pages could not be loaded. The build makes it: `npm run dev` has none.');
  }
}

function put(items: HTMLElement[], words: string): void {
  list.replaceChildren(...items);
  state.textContent = words;
}

/** Down and Up walk from the field through the pages and back; Enter in the field opens the first. */
dialog.addEventListener('keydown', (event) => {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const inField = document.activeElement === field;
  if (event.key === 'ArrowDown' && (inField || at >= 0)) (links[at + 1] ?? links[at])?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus();
  else if (event.key === 'Enter' && inField) links[0]?.click();
  else return;
  event.preventDefault();
});

list.addEventListener('click', (event) => {
  const item = (event.target as Element).closest('li');
  const link = item?.querySelector('a');
  if (!link) return;
  if (!(event.target as Element).closest('a')) link.click();
  else dialog.close();
});

/** What was typed goes along to the lookup, in this tab and not in the address. */
dialog.querySelector('[data-search-lookup]')!.addEventListener('click', (event) => {
  if (field.value.trim() === '') return;
  event.preventDefault();
  handOver(field.value);
  location.href = (event.currentTarget as HTMLAnchorElement).href;
});
