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
  return h('div', { class: found ? 'excerpt-line found' : 'excerpt-line' }, h('span', { class: 'line-number' }, String(line)), h('code', {}, text));
}

function marked({ text, textStart, column, endColumn, verdict }: Hit): (Node | string)[] {
  const end = Math.min(text.length, textStart + Math.max(0, endColumn - column));
  if (verdict === 'similar' || end <= textStart) return [text];
  return [text.slice(0, textStart), h('mark', {}, text.slice(textStart, end)), text.slice(end)];
}
