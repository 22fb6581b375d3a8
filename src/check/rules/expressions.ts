/** A regular expression is accepted only when it is proven to run in linear time. */
import { checkSync } from 'recheck';
import { expressionSource } from '../../engine/expression.ts';
import type { Finding, Rule } from '../rule.ts';

/** Milliseconds for one expression; what is not proven by then counts as not safe. */
const TIMEOUT = 3000;

export const expressions: Rule = {
  group: 'expression',
  *find({ symptoms }): Iterable<Finding> {
    for (const { file, signatures } of symptoms) {
      for (const { text, position } of signatures.flatMap(({ lines }) => lines)) {
        const source = expressionSource(text);
        if (source === null || !compiles(source)) continue;
        const verdict = checkSync(source, 'i', { timeout: TIMEOUT });
        if (verdict.status === 'safe') continue;
        yield {
          file,
          place: position,
          name: 'not-linear',
          message:
            verdict.status === 'vulnerable'
              ? `Unexpected ${verdict.complexity.summary} running time of "${text}", expected a linear one.`
              : `Unexpected "${text}", expected an expression that can be proven linear within ${TIMEOUT / 1000} s.`,
          hint: 'A template with <...> for the parts that vary does the same and is always linear.',
        };
      }
    }
  },
};

/** What does not compile is reported by the rule for signatures. */
function compiles(source: string): boolean {
  try {
    new RegExp(source, 'i');
    return true;
  } catch {
    return false;
  }
}
