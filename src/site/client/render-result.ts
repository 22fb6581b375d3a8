/** A whole answer: the hits in order, or that nothing is known and where to look then. */
import { h } from './dom.ts';
import type { Found } from './protocol.ts';
import { renderHit, renderVerdict } from './render-hit.ts';
import { count, size } from './words.ts';

export interface ResultContext {
  /** The site's base path, ending in `/`. */
  base: string;
  /** Where a new symptom is begun; null without a repository. */
  describe: string | null;
  /** One line that a reader typed, and no log. */
  question: boolean;
}

/** For the live region: what came out, and what was read. */
export function sayResult({ result }: Found, question: boolean): { found: string; more: string } {
  const { hits, lines, bytes, verdict, failedSteps } = result;
  const read = lines > 1 ? `${count(lines, 'line')}${bytes > 1e6 ? `, ${size(bytes)}` : ''}` : '';
  const found =
    verdict === 'none'
      ? question
        ? 'No known error text in this'
        : 'Nothing known explains this'
      : verdict === 'similar'
        ? `${count(hits.length, 'similar failure')}, no exact match`
        : count(hits.length, 'known failure');
  const failed =
    failedSteps.length > 0
      ? `${failedSteps.length === 1 ? 'failed step' : 'failed steps'}: ${failedSteps.slice(0, 2).join(', ')}`
      : '';
  return { found, more: [read, failed].filter(Boolean).join(' · ') };
}

export function renderResult(found: Found, context: ResultContext): HTMLElement[] {
  const causes = found.result.hits.filter(
    ({ consequenceOf }) =>
      consequenceOf === null || !found.result.hits.some(({ symptom }) => symptom === consequenceOf),
  );
  if (causes.length > 0) {
    return [
      h('h2', { class: 'sr-only' }, 'Known failures that explain it'),
      ...causes.map((hit, index) => renderHit(hit, found, context.base, index === 0)),
    ];
  }
  return context.question ? [] : [renderNothing(found, context)];
}

function renderNothing({ result }: Found, { describe }: ResultContext): HTMLElement {
  return h(
    'section',
    { class: 'nothing', 'aria-labelledby': 'nothing' },
    h('header', {}, h('h2', { id: 'nothing' }, 'Nothing known explains this'), renderVerdict('none')),
    h('p', {}, 'No signature stands in the text, and no known failure has similar words.'),
    result.failing.length > 0 && [
      h('h3', {}, 'Likely failing lines'),
      h(
        'div',
        { class: 'excerpt' },
        result.failing.map(({ line, text }) =>
          h('div', { class: 'excerpt-line' }, h('span', { class: 'line-number' }, String(line)), h('code', {}, text)),
        ),
      ),
    ],
    h(
      'p',
      { class: 'describe' },
      describe
        ? h('a', { class: 'button', href: describe }, 'Describe a new symptom')
        : 'Describe it as a new folder in content/symptoms, and the next one will find it.',
    ),
  );
}
