/** One symptom that explains the text: which, how sure, the line that says so, why, and what to do. */
import type { Answer } from '../../model/answer.ts';
import type { Hit, Verdict } from '../../model/result.ts';
import { h } from './dom.ts';
import type { Found } from './protocol.ts';
import { renderExcerpt } from './render-excerpt.ts';
import { renderItems } from './render-items.ts';
import { VERDICT_SIGNS } from './signs.ts';

export function renderVerdict(verdict: Verdict): HTMLElement {
  return h(
    'span',
    { class: `verdict verdict-${verdict}` },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, VERDICT_SIGNS[verdict]),
    verdict,
  );
}

/** @param first The answer is shown whole; further ones keep their commands folded. */
export function renderHit(hit: Hit, found: Found, base: string, first: boolean): HTMLElement {
  const answer = found.answers[hit.symptom];
  const address = addressOf(hit, answer, base);
  const consequences = found.result.hits.filter((other) => other.consequenceOf === hit.symptom);
  const id = `hit-${hit.symptom}`;
  return h(
    'article',
    { class: `hit ${first ? 'first' : 'further'} is-${hit.verdict}`, 'aria-labelledby': id },
    h(
      'header',
      {},
      h('span', { class: 'code' }, hit.code),
      h('h3', { id }, h('a', { href: address, 'data-hit': '' }, hit.title)),
      renderVerdict(hit.verdict),
    ),
    renderExcerpt(hit, found.excerpts[hit.line] ?? [], first),
    renderCaptures(hit),
    hit.reasons.length > 0 && h('p', { class: 'reasons' }, h('span', { class: 'label' }, 'Why'), hit.reasons.join(' ')),
    hit.count > 1 &&
      h('p', { class: 'reasons' }, h('span', { class: 'label' }, 'Lines'), h('span', { class: 'code' }, listed(hit))),
    answer && renderFix(hit, answer, address, first),
    consequences.length > 0 &&
      h(
        'ul',
        { class: 'consequences', 'aria-label': 'Consequences' },
        consequences.map((one) => renderConsequence(one, found, base)),
      ),
  );
}

const addressOf = (hit: Hit, answer: Answer | undefined, base: string): string =>
  base.replace(/\/$/, '') + (answer?.path ?? `/symptoms/${hit.symptom}/`) + (hit.option ? `#${hit.option}` : '');

/** Line numbers named under a hit. */
const NAMED = 12;
const listed = ({ lines, count: total }: Hit): string =>
  lines.slice(0, NAMED).join(', ') + (total > NAMED ? ', …' : '');

function renderCaptures({ captures }: Hit): HTMLElement | null {
  const entries = Object.entries(captures);
  if (entries.length === 0) return null;
  return h(
    'dl',
    { class: 'captures' },
    entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, h('code', {}, value)))),
  );
}

/** The option that the evidence points to; without one, how to find out which, or the one way there is. */
function renderFix(hit: Hit, answer: Answer, address: string, first: boolean): HTMLElement {
  const page = address.split('#')[0];
  const option =
    answer.options.find(({ id }) => id === hit.option) ?? (answer.options.length === 1 ? answer.options[0] : undefined);
  const choice = !option && answer.options.length > 1;
  const items = option?.items ?? (choice ? answer.diagnosis : answer.resolution);
  const title = option ? `Option ${option.letter}: ${option.title}` : choice ? 'Find out which' : 'What mends it';
  const link = option ? `Open ${hit.code} at option ${option.letter}` : `Open ${hit.code}`;
  const body = [
    first && items.length > 0 && h('h4', {}, option ? h('a', { href: `${page}#${option.id}` }, title) : title),
    items.length > 0 && renderItems(items),
    first &&
      choice && [
        h('h4', {}, items.length > 0 ? 'Then one of these' : 'One of these mends it'),
        renderOptions(answer, page ?? ''),
      ],
    h('p', { class: 'hit-link' }, h('a', { href: address }, link, h('span', { 'aria-hidden': 'true' }, ' →'))),
  ];
  if (first) return h('div', { class: 'fix' }, body);
  return h('details', { class: 'fix' }, h('summary', {}, title), body);
}

function renderOptions({ options }: Answer, page: string): HTMLElement {
  return h(
    'ul',
    { class: 'option-links', 'aria-label': 'Options' },
    options.map(({ id, letter, title }) =>
      h('li', {}, h('a', { href: `${page}#${id}` }, h('span', { class: 'option-letter' }, letter), title)),
    ),
  );
}

function renderConsequence(hit: Hit, found: Found, base: string): HTMLElement {
  return h(
    'li',
    {},
    h('span', { class: 'label' }, 'Follows from it'),
    h('span', { class: 'code' }, hit.code),
    h('a', { href: addressOf(hit, found.answers[hit.symptom], base), 'data-hit': '' }, hit.title),
    h('span', { class: 'muted' }, `line ${hit.line}`),
    renderVerdict(hit.verdict),
    h('code', { class: 'consequence-line' }, hit.text.trim()),
  );
}
