/** One symptom that explains the text: which, how sure, the line that says so, why, and what to do. */
import type { Answer } from '../../build/answers.ts';
import type { Hit, Verdict } from '../../model/result.ts';
import { h } from './dom.ts';
import type { Found } from './protocol.ts';
import { renderExcerpt } from './render-excerpt.ts';
import { renderSteps } from './render-steps.ts';
import { VERDICT_SIGNS } from './signs.ts';
import { count } from './words.ts';

export function renderVerdict(verdict: Verdict): HTMLElement {
  return h('span', { class: `verdict verdict-${verdict}` }, h('span', { class: 'sign', 'aria-hidden': 'true' }, VERDICT_SIGNS[verdict]), verdict);
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
    answer && renderFix(hit, answer, address, first),
    hit.count > 1 && h('p', { class: 'more-lines' }, `${count(hit.count, 'line')} say so: `, h('span', { class: 'code' }, listed(hit))),
    consequences.length > 0 && h('ul', { class: 'consequences', 'aria-label': 'Consequences' }, consequences.map((one) => renderConsequence(one, found, base))),
  );
}

const addressOf = (hit: Hit, answer: Answer | undefined, base: string): string => base.replace(/\/$/, '') + (answer?.path ?? `/symptoms/${hit.symptom}/`) + (hit.option ? `#${hit.option}` : '');

/** Line numbers named under a hit. */
const NAMED = 12;
const listed = ({ lines, count: total }: Hit): string => lines.slice(0, NAMED).join(', ') + (total > NAMED ? ', …' : '');

function renderCaptures({ captures }: Hit): HTMLElement | null {
  const entries = Object.entries(captures);
  if (entries.length === 0) return null;
  return h(
    'dl',
    { class: 'captures' },
    entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, h('code', {}, value)))),
  );
}

function renderFix(hit: Hit, answer: Answer, address: string, first: boolean): HTMLElement {
  const option = answer.options.find(({ id }) => id === hit.option) ?? (answer.options.length === 1 ? answer.options[0] : undefined);
  const steps = option?.steps.length ? option.steps : option ? [] : answer.diagnosis;
  const title = option ? `Option ${option.letter}: ${option.title}` : steps.length > 0 ? 'Find out which' : '';
  const body = [
    first && title !== '' && h('h4', {}, option ? h('a', { href: `${address.split('#')[0]}#${option.id}` }, title) : title),
    steps.length > 0 && renderSteps(steps),
    first && !option && answer.options.length > 1 && renderOptions(answer, address),
    h('p', { class: 'hit-link' }, h('a', { href: address }, option ? `Open ${hit.code} at option ${option.letter}` : `Open ${hit.code}`, h('span', { 'aria-hidden': 'true' }, ' →'))),
  ];
  if (first) return h('div', { class: 'fix' }, body);
  return h('details', { class: 'fix' }, h('summary', {}, title || 'What to do'), body);
}

function renderOptions({ options }: Answer, address: string): HTMLElement {
  const page = address.split('#')[0];
  return h(
    'ul',
    { class: 'option-links', 'aria-label': 'Options' },
    options.map(({ id, letter, title }) => h('li', {}, h('a', { href: `${page}#${id}` }, h('span', { class: 'option-letter' }, letter), title))),
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
