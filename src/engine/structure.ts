/** How the log is built: its steps, which of them failed, how it ended. Fed with markers in the order they stand. */
import type { Outcome } from '../model/result.ts';
import type { MarkerKind } from './markers.ts';

export interface MarkerEvent {
  kind: MarkerKind;
  /** 1-based. */
  line: number;
  step: string | null;
  /** Exit code, where the marker gives one. */
  code: number | null;
}

export interface Structure {
  outcome: Outcome;
  /** Lines on which something ended badly, ascending. */
  failures: number[];
  failedSteps: string[];
  /** The first line of the clean-up, or null. */
  cleanup: number | null;
}

/** Lines that may follow the end of the last step in a log that is whole. */
const LAST_WORDS = 15;
/** Kept of each kind; a log with more of them is judged by the first and the last. */
const MAX_EVENTS = 5000;

export interface StructureReader {
  /** The step that began last, for lines that do not name theirs. */
  step: string | null;
  add(event: MarkerEvent): void;
  /** @param lines Of the whole log. */
  read(lines: number): Structure;
}

export function createStructureReader(): StructureReader {
  const events: MarkerEvent[] = [];
  let complete = false;
  /** The last line on which a command or step ended, and nothing bad was said of it. */
  let endedWell = Number.NEGATIVE_INFINITY;
  return {
    step: null,
    add(event) {
      if (event.kind === 'step') {
        this.step = event.step;
        return;
      }
      if (event.kind === 'step-end' || event.kind === 'cleanup') this.step = null;
      if (event.kind === 'step-end') return;
      if (event.kind === 'complete') complete = true;
      if (event.kind === 'ended' || (event.kind === 'exit' && event.code === 0)) {
        endedWell = event.line;
        return;
      }
      if (events.length === MAX_EVENTS) events.splice(MAX_EVENTS >> 1, 1);
      events.push(event);
    },
    read(lines) {
      const of = (...kinds: MarkerKind[]) => events.filter(({ kind }) => kinds.includes(kind));
      const bad = of('error', 'exit', 'failed');
      const cleanup = of('cleanup', 'complete')[0]?.line ?? null;
      const outcome: Outcome =
        bad.length > 0
          ? 'failed'
          : of('passed').length > 0 || complete || lines - endedWell <= LAST_WORDS || cleanup !== null
            ? 'passed'
            : 'unknown';
      const failedSteps = [
        ...new Set(
          of('exit')
            .concat(of('error'))
            .map(({ step }) => step)
            .filter((step) => step !== null),
        ),
      ];
      return { outcome, failures: bad.map(({ line }) => line), failedSteps, cleanup };
    },
  };
}

/** The step column of `gh run view --log`, whose columns are parted by tabs: job, step, time and text; the job's where it knows no step. */
export function stepColumn(raw: string): string | null {
  const first = raw.indexOf('\t');
  if (first <= 0 || first > 120) return null;
  const second = raw.indexOf('\t', first + 1);
  if (second < 0 || second > 300 || !/^\ufeff?\d{4}-\d{2}-\d{2}T/.test(raw.slice(second + 1, second + 13))) return null;
  const step = raw.slice(first + 1, second);
  return step === 'UNKNOWN STEP' ? raw.slice(0, first).replace(/^\ufeff/, '') : step;
}
