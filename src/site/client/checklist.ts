/** The checklist's ticks: kept in this browser, by the item's own words, so that an edited item is asked again. */
const KEY = 'ci-runbook:checklist';

class CheckList extends HTMLElement {
  connectedCallback(): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[data-item]')];
    const progress = this.querySelector('[data-progress]')!;
    const show = (): void => {
      progress.textContent = `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} done`;
    };
    const ticked = load();
    for (const box of boxes) box.checked = ticked.has(box.dataset.item ?? '');
    show();
    this.addEventListener('change', () => {
      save(boxes.filter(({ checked }) => checked).map((box) => box.dataset.item ?? ''));
      show();
    });
    this.querySelector('[data-reset]')?.addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      save([]);
      show();
    });
  }
}

function load(): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : []);
  } catch {
    return new Set();
  }
}

function save(items: string[]): void {
  try {
    if (items.length > 0) localStorage.setItem(KEY, JSON.stringify(items));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be full or forbidden: the ticks then last as long as the page.
  }
}

customElements.define('check-list', CheckList);

export {};
