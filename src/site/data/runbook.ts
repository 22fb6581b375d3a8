/** The whole runbook, put together again from its collections: what the pages and the data files are made of. */
import { getCollection, getEntry } from 'astro:content';
import { gitDates } from '../../build/git-dates.ts';
import type { Runbook } from '../../build/load.ts';
import type { Page, PageKind } from '../../model/page.ts';
import type { Symptom } from '../../model/symptom.ts';

let kept: Promise<Runbook> | null = null;
let dates: Promise<Map<string, Date>> | null = null;

/** Read once for a build; afresh for every request while developing. */
export function getRunbook(): Promise<Runbook> {
  if (kept === null || import.meta.env.DEV) kept = assemble();
  return kept;
}

/** When a content file was last committed. */
export async function lastUpdated(file: string): Promise<Date | undefined> {
  dates ??= gitDates(process.cwd());
  return (await dates).get(file);
}

async function assemble(): Promise<Runbook> {
  const head = await getEntry('head', 'runbook');
  if (!head) throw new Error('content/runbook.yaml could not be read; `npm run check` says why.');
  const symptoms = (await getCollection('symptoms')).map(({ data }) => data as Symptom);
  const pages = (await getCollection('pages')).map(({ data }) => data as Page);
  const ofKind = (kind: PageKind) =>
    pages.filter((page) => page.kind === kind).sort((a, b) => a.order - b.order || (a.title < b.title ? -1 : 1));
  return {
    ...head.data,
    symptoms: symptoms.sort(
      (a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }) || (a.slug < b.slug ? -1 : 1),
    ),
    guides: ofKind('guides'),
    checklists: ofKind('checklists'),
    commands: ofKind('commands'),
    escalation: ofKind('escalation')[0] ?? null,
  } as Runbook;
}
