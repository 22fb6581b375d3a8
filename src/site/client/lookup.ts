/** `<look-up>`: joins the box, the worker and what is shown. */

import { h } from './dom.ts';
import { keepDraft, recallDraft, takeHandedOver } from './draft.ts';
import { isQuestion, searchPages } from './full-text.ts';
import { createLookupInput, type LookupInput } from './lookup-input.ts';
import { createLookupService, type LookupService } from './lookup-service.ts';
import type { Found } from './protocol.ts';
import { renderPages } from './render-pages.ts';
import { renderResult, sayResult } from './render-result.ts';

/** Milliseconds after the last key press until the text is looked up. */
const PAUSE = 120;
/** Milliseconds after which a reader is told that work is under way. */
const SLOW = 300;
/** Pages listed below an answer. */
const PAGES = 6;

class LookUp extends HTMLElement {
  #input!: LookupInput;
  #service!: LookupService;
  #area!: HTMLTextAreaElement;
  #state!: HTMLElement;
  #results!: HTMLElement;
  #rest!: HTMLElement;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  /** Number of the newest change: late answers of full-text search are dropped. */
  #change = 0;

  connectedCallback(): void {
    const part = <T extends HTMLElement>(selector: string): T => this.querySelector<T>(selector)!;
    this.#area = part('textarea');
    this.#state = part('[data-state]');
    this.#results = part('[data-results]');
    this.#rest = part('[data-rest]');
    const form = part<HTMLFormElement>('form');
    this.#service = createLookupService(
      { index: this.dataset.index ?? '', answers: this.dataset.answers ?? '' },
      {
        found: (found) => this.#show(found),
        progress: (share) => this.#say(`Reading, ${Math.round(share * 100)} %`),
        unreadable: (message) => this.#complain(message),
        failed: (message) =>
          this.#complain(`The list of known failures could not be loaded (${message}). Your text is still here.`, true),
      },
    );
    this.#input = createLookupInput(
      {
        area: this.#area,
        file: part('[data-file]'),
        attachment: part('[data-attachment]'),
        clear: part('[data-clear]'),
        zone: form,
      },
      (atOnce) => this.#changed(atOnce),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('keydown', (event) => this.#walk(event));
    this.#begin();
  }

  /** Text that is there already: from the address, from before a reload, or typed before this script was loaded. */
  #begin(): void {
    const asked = new URLSearchParams(location.search).get('q');
    const draft = recallDraft();
    const handed = takeHandedOver();
    if (handed !== null) this.#input.fill(handed);
    else if (draft !== null) this.#input.fill(draft.text, draft.typed);
    else if (asked) this.#input.fill(asked);
    else if (this.#area.value !== '') this.#changed(true);
    const warm = (): void => this.#service.warm();
    if ('requestIdleCallback' in window) requestIdleCallback(warm, { timeout: 2000 });
    else setTimeout(warm, 300);
  }

  #changed(atOnce: boolean): void {
    this.#change++;
    clearTimeout(this.#pause);
    clearTimeout(this.#slow);
    keepDraft(this.#area.value, this.#input.typed() !== null);
    if (this.#input.source() === null) {
      this.#service.cancel();
      this.#showRest(true);
      this.#say('');
      return;
    }
    this.#pause = setTimeout(() => this.#look(), atOnce ? 0 : PAUSE);
  }

  #look(): void {
    const source = this.#input.source();
    if (source === null) return;
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.#say('Looking …'), SLOW);
    this.#service.look(source);
  }

  #show(found: Found): void {
    this.#showRest(false);
    const typed = this.#input.typed();
    const question = typed !== null && isQuestion(typed);
    const describe = this.dataset.describe ?? null;
    const base = this.dataset.base ?? '/';
    const pages = h('section', { class: 'page-results' });
    this.#results.replaceChildren(...renderResult(found, { base, describe, question }), pages);
    const { found: words, more } = sayResult(found, question);
    // Where the answer has a heading that says the same, the words are for those who listen.
    this.#say(words, more, found.result.verdict === 'none' && !question);
    if (question) void this.#searchPages(typed, pages, found);
    else if (found.result.verdict !== 'match') pages.append(this.#pageSearch(pages));
  }

  /** For text that was not typed: the reader chooses the words. */
  #pageSearch(target: HTMLElement): HTMLElement {
    const field = h('input', { type: 'search', id: 'page-words', autocomplete: 'off' });
    const form = h(
      'form',
      { class: 'page-search' },
      h('label', { for: 'page-words' }, 'Search all pages for a few words'),
      field,
      h('button', { class: 'button' }, 'Search'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      const list = h('div');
      target.replaceChildren(form, list);
      if (isQuestion(field.value)) void this.#searchPages(field.value, list);
    });
    return form;
  }

  /** @param found The answer above the pages, if there is one: its symptoms are not named twice. */
  async #searchPages(words: string, target: HTMLElement, found?: Found): Promise<void> {
    const change = this.#change;
    const named = (found?.result.hits ?? []).map(({ symptom }) => `/symptoms/${symptom}/`);
    const only = named.length === 0;
    let nodes: HTMLElement[];
    try {
      const pages = (await searchPages(words, this.dataset.base ?? '/', PAGES)).filter(
        ({ url }) => !named.some((path) => url.includes(path)),
      );
      nodes =
        pages.length > 0
          ? [h('h2', {}, only ? 'Pages with these words' : 'Also on these pages'), renderPages(pages)]
          : only
            ? [h('p', {}, 'No page has these words.'), this.#describe()]
            : [];
    } catch {
      nodes = [h('p', { class: 'muted' }, 'The search in all pages could not be loaded.')];
    }
    if (change === this.#change) target.replaceChildren(...nodes);
  }

  #describe(): HTMLElement {
    const { describe } = this.dataset;
    return h(
      'p',
      { class: 'describe' },
      describe ? h('a', { class: 'button', href: describe }, 'Describe a new symptom') : '',
    );
  }

  #complain(message: string, retry = false): void {
    const again = h('button', { type: 'button', class: 'button' }, 'Retry');
    again.addEventListener('click', () => {
      this.#say('Loading again');
      this.#results.replaceChildren();
      this.#service.retry();
      this.#input.focus();
    });
    this.#say('');
    this.#results.replaceChildren(h('div', { class: 'notice', role: 'alert' }, h('p', {}, message), retry && again));
    this.#showRest(false);
  }

  #say(words: string, more = '', unseen = false): void {
    clearTimeout(this.#slow);
    this.#state.replaceChildren(
      h('span', { class: unseen ? 'sr-only' : false }, words),
      more && `${words && !unseen ? ' · ' : ' '}${more}`,
    );
  }

  #showRest(rest: boolean): void {
    this.#rest.hidden = !rest;
    this.#results.hidden = rest;
    if (rest) this.#results.replaceChildren();
  }

  /** Down from the end of the box to the first result, on to the next ones, and back with Up or Escape. */
  #walk(event: KeyboardEvent): void {
    const links = [...this.#results.querySelectorAll<HTMLAnchorElement>('[data-hit], .pages a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inBox = document.activeElement === this.#area;
    if (event.key === 'ArrowDown' && ((inBox && this.#area.selectionStart === this.#area.value.length) || at >= 0)) {
      links[at + 1]?.focus();
      if (links[at + 1]) event.preventDefault();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      (links[at - 1] ?? this.#area).focus();
      event.preventDefault();
    } else if (event.key === 'Escape' && at >= 0) this.#input.focus();
  }
}

customElements.define('look-up', LookUp);
