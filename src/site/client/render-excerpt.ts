/** Lines of the pasted log, numbered as its reader's editor numbers them, with what matched marked. */
import type { Hit } from '../../model/result.ts';
import { h } from './dom.ts';
import type { ExcerptLine } from './protocol.ts';

export function renderExcerpt(hit: Hit, around: readonly ExcerptLine[], context: boolean): HTMLElement {
  const others = context ? around.filter(({ line }) => line !== hit.line) : [];
  const rows = [
    ...others.filter(({ line }) => line < hit.line).map(({ line, text }) => row(line, [text], false)),
    row(hit.line, marked(hit), true),
    ...others.filter(({ line }) => line > hit.line).map(({ line, text }) => row(line, [text], false)),
  ];
  return h('div', { class: 'excerpt', role: 'group', 'aria-label': `Line ${hit.line} of your text` }, rows);
}

function row(line: number, text: (Node | string)[], found: boolean): HTMLElement {
  return h(
    'div',
    { class: found ? 'excerpt-line found' : 'excerpt-line' },
    h('span', { class: 'line-number' }, String(line)),
    h('code', {}, text),
  );
}

/** UTF-16 code units shown before and after what matched. */
const BESIDE = 240;

function marked({ text, textStart, column, endColumn, verdict }: Hit): (Node | string)[] {
  const end = Math.min(text.length, textStart + Math.max(0, endColumn - column));
  const from = Math.max(0, textStart - BESIDE);
  const to = Math.min(text.length, end + BESIDE);
  const before = (from > 0 ? '…' : '') + text.slice(from, textStart);
  const found = text.slice(textStart, end);
  const after = text.slice(end, to) + (to < text.length ? '…' : '');
  return verdict === 'similar' || found === '' ? [before + found + after] : [before, h('mark', {}, found), after];
}
