/** Filters the quick-reference table by workflow and orders it by a column; a third press restores the runbook's order. */
type Direction = 'ascending' | 'descending';

class QuickReference extends HTMLElement {
  connectedCallback(): void {
    const body = this.querySelector('tbody')!;
    const rows = [...body.rows];
    const heads = [...this.querySelectorAll<HTMLTableCellElement>('thead th')];
    const count = this.querySelector('[data-count]')!;

    this.addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement;
      for (const row of rows) row.hidden = value !== '' && row.dataset.workflow !== value;
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = `${shown} failure${shown === 1 ? '' : 's'}`;
    });

    for (const [index, head] of heads.entries()) {
      head.querySelector('button')?.addEventListener('click', () => {
        const direction = nextDirection(head.getAttribute('aria-sort'));
        for (const other of heads) other.removeAttribute('aria-sort');
        if (direction !== null) head.setAttribute('aria-sort', direction);
        body.append(...(direction === null ? rows : sorted(rows, index, direction)));
      });
    }
  }
}

function nextDirection(current: string | null): Direction | null {
  if (current === null) return 'ascending';
  return current === 'ascending' ? 'descending' : null;
}

function sorted(rows: readonly HTMLTableRowElement[], column: number, direction: Direction): HTMLTableRowElement[] {
  const text = (row: HTMLTableRowElement): string => row.cells[column]?.textContent?.trim() ?? '';
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => sign * text(a).localeCompare(text(b), 'en', { numeric: true }));
}

customElements.define('quick-reference', QuickReference);

export {};
