/** Follows signatures of several lines: their members, in order, on different lines, within so many. */
import type { Sequence } from './catalogue.ts';

export interface SequenceTracker {
  /** True when this member, on this line, completes its sequence. Members of one line are given last position first. */
  advance(sequence: number, position: number, line: number): boolean;
}

export function createSequenceTracker(sequences: readonly Sequence[]): SequenceTracker {
  /** For each member: the latest line on which a run that has come this far began. */
  const began = sequences.map(({ length }) => new Array<number>(length).fill(Number.NEGATIVE_INFINITY));
  return {
    advance(sequence, position, line) {
      const { within, length } = sequences[sequence]!;
      const starts = began[sequence]!;
      const start = position === 0 ? line : starts[position - 1]!;
      if (line - start > within) return false;
      starts[position] = Math.max(starts[position]!, start);
      return position === length - 1;
    },
  };
}
