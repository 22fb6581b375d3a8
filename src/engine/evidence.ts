/** Verified matches, kept per symptom: the first ones and the latest ones, since either may be the cause. */
import { MAX_EVIDENCE } from '../model/limits.ts';

/** A signature that stands in the log. */
export interface Evidence {
  signature: number;
  symptom: number;
  option: string | null;
  /** 1-based. */
  line: number;
  /** 1-based, UTF-16 code units of the raw line; `endColumn` is exclusive. */
  column: number;
  endColumn: number;
  /** The raw line, cut when very long; `textStart` is where the evidence begins in it. */
  text: string;
  textStart: number;
  /** The line as people read it, from where its message begins. */
  message: string;
  captures: Record<string, string>;
  /** The line says of itself that it is an error; that it is a warning or a try that will be repeated. */
  loud: boolean;
  soft: 'warning' | 'retry' | null;
  /** From `gh run view --log` columns, or the last marker that began a step. */
  step: string | null;
}

const KEEP_FIRST = Math.floor(MAX_EVIDENCE * 0.4);
const KEEP_LAST = MAX_EVIDENCE - KEEP_FIRST;

export interface EvidenceList {
  add(evidence: Evidence): void;
  /** In the order they were added. */
  items(): Evidence[];
  /** All that were added, kept or not. */
  count: number;
  /** The lines they stand on. */
  lines: number;
}

export function createEvidenceList(): EvidenceList {
  const first: Evidence[] = [];
  const last: Evidence[] = [];
  let latest = 0;
  return {
    count: 0,
    lines: 0,
    add(evidence) {
      if (first.length < KEEP_FIRST) first.push(evidence);
      else last[(this.count - KEEP_FIRST) % KEEP_LAST] = evidence;
      this.count++;
      if (evidence.line !== latest) this.lines++;
      latest = evidence.line;
    },
    items() {
      return [...first, ...last].sort((a, b) => a.line - b.line || a.column - b.column);
    },
  };
}
