/** Every signature can be read, and has a run of fixed text that the scanner can look for. */
import { gramCost } from '../../engine/gram-cost.ts';
import { readPattern, windowsOf } from '../../engine/pattern.ts';
import { parseSignature, SignatureError } from '../../engine/template.ts';
import { chooseWindow } from '../../engine/window.ts';
import type { SignatureLine, Symptom } from '../../model/symptom.ts';
import type { Finding, Rule } from '../rule.ts';

export const signatures: Rule = {
  group: 'signature',
  *find({ symptoms }): Iterable<Finding> {
    for (const symptom of symptoms) {
      const seen = new Map<string, number>();
      for (const fence of symptom.signatures) {
        for (const line of fence.lines) {
          yield* readable(symptom, line, fence.kind === 'excerpt' || (fence.kind === 'unless' && fence.within === 0));
          if (fence.kind !== 'any' && fence.kind !== 'excerpt') continue;
          const before = seen.get(line.text.toLowerCase());
          if (before === undefined) seen.set(line.text.toLowerCase(), line.position.line);
          else
            yield {
              file: symptom.file,
              place: line.position,
              name: 'twice',
              message: `Unexpected second "${line.text}", expected it once.`,
              hint: `Line ${before} has it already.`,
            };
        }
      }
      if (!symptom.signatures.some(({ kind }) => kind !== 'unless')) {
        yield {
          file: symptom.file,
          place: undefined,
          name: 'none',
          message: 'Unexpected symptom without signatures, expected at least one.',
          hint: 'Put the fixed words of its message into a ```signature fence under "What you see".',
        };
      }
    }
  },
};

/** @param anyLength In a fence that is looked for in excerpts, or on lines that are found otherwise, short words will do. */
function* readable({ file }: Symptom, { text, position }: SignatureLine, anyLength: boolean): Iterable<Finding> {
  try {
    const weak = parseSignature(text).find((template) => chooseWindow(template, gramCost) === null);
    if (anyLength || weak === undefined || windowsOf(readPattern(text), gramCost).windows.length > 0) return;
    yield {
      file,
      place: position,
      name: 'too-short',
      message: `Unexpected short words in "${weak.literals.join(' … ')}", expected a word of 7 letters, or one of 5 with a space on each side.`,
      severity: 'warning',
      hint: 'It is too short for the scanner and found in pasted excerpts only. Add words that the message always has, or put it into a ```signature excerpt fence.',
    };
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    yield {
      file,
      place: { line: position.line, column: position.column + error.column - 1 },
      name: 'syntax',
      message: error.message,
      hint: error.hint,
    };
  }
}
