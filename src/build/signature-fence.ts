/** Reads a ```signature fence: its kind from the words after the language, its lines with their places. */
import type { Code } from 'mdast';
import type { Place } from '../model/ids.ts';
import { SEQUENCE_WITHIN } from '../model/limits.ts';
import type { SignatureFence, SignatureLine } from '../model/symptom.ts';
import { positionOf, type Reporter } from './reporter.ts';

const META = /^(?:excerpt|(?:(?:sequence|unless)(?:\s+within=\d{1,4})?))?$/;

export function readSignatureFence(node: Code, place: Place, reporter: Reporter): SignatureFence | null {
  const position = positionOf(node);
  const meta = (node.meta ?? '').trim();
  if (!META.test(meta)) {
    reporter.error(
      node,
      'signature/fence',
      `Unexpected words "${node.meta}" after "signature", expected "sequence within=20", "unless", "excerpt" or nothing.`,
      'docs/content-format.md lists the kinds of fences.',
    );
    return null;
  }
  const kind = (/^\w+/.exec(meta)?.[0] ?? 'any') as SignatureFence['kind'];
  const reach = /within=(\d+)/.exec(meta)?.[1];
  const within = reach !== undefined ? Number(reach) : kind === 'sequence' ? SEQUENCE_WITHIN : 0;
  const lines: SignatureLine[] = node.value.split('\n').flatMap((text, index) =>
    text.trim() === ''
      ? []
      : [
          {
            text: text.trim(),
            position: {
              line: position.line + 1 + index,
              column: position.column + text.length - text.trimStart().length,
            },
          },
        ],
  );
  if (lines.length === 0) {
    reporter.error(
      node,
      'signature/fence',
      'Unexpected empty signature fence, expected one signature a line.',
      'Fill the fence or take it out.',
    );
    return null;
  }
  if (kind === 'sequence' && lines.length < 2) {
    reporter.error(
      node,
      'signature/fence',
      'Unexpected sequence of one line, expected at least two.',
      'Leave out "sequence" when one line is enough.',
    );
    return null;
  }
  return { kind, place, within, lines, position };
}
