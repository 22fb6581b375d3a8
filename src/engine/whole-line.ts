/** A hit whose evidence is a line as a whole, not a place in it. */
import type { Hit } from '../model/result.ts';
import type { IndexedSymptom } from './index-format.ts';

export interface WholeLine {
  /** 1-based. */
  line: number;
  text: string;
  verdict: Hit['verdict'];
  score: number;
  reasons: string[];
}

export function wholeLineHit({ slug, code, title }: IndexedSymptom, { line, text, ...answer }: WholeLine): Hit {
  return {
    symptom: slug,
    code,
    title,
    option: null,
    ...answer,
    line,
    column: 1,
    endColumn: text.length + 1,
    text,
    textStart: 0,
    captures: {},
    signature: '',
    count: 1,
    lines: [line],
    step: null,
    consequenceOf: null,
  };
}
