/** The first things to do: what each is for, what it does to the system, and the commands alone to copy. */
import type { AnswerItem } from '../../model/answer.ts';
import { COPY_ICON, h, icon } from './dom.ts';
import { RISK_SIGNS } from './signs.ts';

type Commands = Extract<AnswerItem, { kind: 'commands' }>;

export function renderItems(items: readonly AnswerItem[]): HTMLElement {
  return h(
    'ol',
    { class: 'hit-steps' },
    items.map((item) => h('li', {}, renderItem(item))),
  );
}

function renderItem(item: AnswerItem): HTMLElement[] {
  switch (item.kind) {
    case 'words':
      return item.lines.map((line) => h('p', {}, line));
    case 'snippet':
      return [
        h(
          'div',
          { class: 'command snippet' },
          h('pre', { tabindex: '0', role: 'group', 'aria-label': `${item.lang} to copy` }, h('code', {}, item.text)),
          copyButton(`this ${item.lang}`),
        ),
      ];
    case 'commands':
      return renderCommands(item);
  }
}

function renderCommands({ description, command, risk }: Commands): HTMLElement[] {
  const words = description.split('\n')[0] || 'Run';
  const code = command.map((piece) =>
    typeof piece === 'string'
      ? piece
      : h(
          'var',
          {
            class: piece.hasExample ? 'placeholder' : 'placeholder open',
            'data-placeholder': piece.name,
            title: piece.description ?? `Your ${piece.name}`,
          },
          piece.text,
        ),
  );
  const sign = h('span', { class: 'sign', 'aria-hidden': 'true' }, RISK_SIGNS[risk]);
  return [
    h(
      'div',
      { class: 'step-head' },
      h('p', { class: 'step-text' }, words),
      h('span', { class: `risk risk-${risk}` }, sign, risk),
    ),
    h('div', { class: 'command' }, h('pre', {}, h('code', {}, code)), copyButton(`commands: ${words}`)),
  ];
}

function copyButton(what: string): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'copy', 'data-copy': '', 'aria-label': `Copy ${what}` },
    icon(COPY_ICON),
    h('span', { class: 'copy-word', 'aria-hidden': 'true' }, 'Copy'),
  );
}
