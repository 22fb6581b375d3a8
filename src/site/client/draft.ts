/** What stands in the box outlives a reload and a step back, in this tab only. */
const KEY = 'ci-runbook:draft';

/** UTF-16 code units. Session storage holds a few megabytes in all. */
const LONGEST = 500_000;

interface Draft {
  page: string;
  text: string;
  /** False when some of it was pasted: such text is never used for full-text search. */
  typed: boolean;
}

export function keepDraft(text: string, typed: boolean): void {
  try {
    if (text === '' || text.length > LONGEST) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ page: location.pathname, text, typed } satisfies Draft));
  } catch {
    // Storage may be forbidden: the text then lives as long as the page.
  }
}

/** The draft of this page, after a reload or a step back; null when the page was opened afresh. */
export function recallDraft(): Draft | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'reload' && navigation?.type !== 'back_forward') return null;
  try {
    const draft = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Draft | null;
    return draft?.page === location.pathname ? draft : null;
  } catch {
    return null;
  }
}

const HANDED_OVER = 'ci-runbook:handed-over';

/** Passes text to the next page that has a box. */
export function handOver(text: string): void {
  sessionStorage.setItem(HANDED_OVER, text);
}

export function takeHandedOver(): string | null {
  try {
    const text = sessionStorage.getItem(HANDED_OVER);
    sessionStorage.removeItem(HANDED_OVER);
    return text;
  } catch {
    return null;
  }
}
