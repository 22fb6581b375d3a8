/** The first commands of an answer: what each is for, what it does to the system, and the command alone to copy. */
import type { AnswerStep } from '../../build/answers.ts';
import { COPY_ICON, h, icon } from './dom.ts';
import { RISK_SIGNS } from './signs.ts';

export function renderSteps(steps: readonly AnswerStep[]): HTMLElement {
  return h('ol', { class: 'hit-steps' }, steps.map(renderStep));
}

function renderStep({ description, command, risk }: AnswerStep): HTMLElement {
  const words = description.split('\n')[0] ?? '';
  const code = command.map((piece) =>
    typeof piece === 'string'
      ? piece
      : h('var', { class: piece.hasExample ? 'placeholder' : 'placeholder open', 'data-placeholder': piece.name, title: piece.description ?? `Your ${piece.name}` }, piece.text),
  );
  return h(
    'li',
    {},
    h('div', { class: 'step-head' }, h('p', { class: 'step-text' }, words), h('span', { class: `risk risk-${risk}` }, h('span', { class: 'sign', 'aria-hidden': 'true' }, RISK_SIGNS[risk]), risk)),
    h(
      'div',
      { class: 'command' },
      h('pre', {}, h('code', {}, code)),
      h('button', { type: 'button', class: 'copy', 'data-copy': '', 'aria-label': `Copy commands${words ? `: ${words}` : ''}` }, icon(COPY_ICON), h('span', { class: 'copy-word', 'aria-hidden': 'true' }, 'Copy')),
    ),
  );
}
