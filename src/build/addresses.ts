/** Where things stand on the site, as paths from its root: the one place that spells an address. */
import path from 'node:path';
import type { Runbook } from './load.ts';

export const symptomPath = (slug: string): string => `/symptoms/${slug}/`;
export const workflowPath = (id: string): string => `/workflows/${id}/`;
export const guidePath = (slug: string): string => `/guides/${slug}/`;

/** The page that shows a content file, or null when none does. */
export function pathOfFile(file: string, runbook: Pick<Runbook, 'symptoms' | 'guides'>): string | null {
  const symptom = runbook.symptoms.find((one) => one.file === file || `content/symptoms/${one.slug}` === file);
  if (symptom) return symptomPath(symptom.slug);
  const guide = runbook.guides.find((one) => one.file === file);
  if (guide) return guidePath(guide.slug);
  if (file === 'content/escalation.md') return '/escalation/';
  if (file.startsWith('content/checklists')) return '/checklist/';
  if (file.startsWith('content/commands')) return '/commands/';
  return null;
}

/**
 * What a link in `file` leads to: a web or mail address as it is, a path from the site's root for a content file that has a
 * page, an anchor of the same page, or null.
 */
export function resolveLink(href: string, file: string, runbook: Pick<Runbook, 'symptoms' | 'guides'>): string | null {
  if (/^(?:https?:|mailto:)/i.test(href) || href.startsWith('#')) return href;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('/')) return null;
  const [target = '', anchor] = href.split('#', 2);
  const page = pathOfFile(path.posix.join(path.posix.dirname(file), target).replace(/\/$/, ''), runbook);
  return page === null ? null : page + (anchor ? `#${anchor}` : '');
}

/** The address at which a file of the repository is edited; null without a repository. */
export function editAddress(
  file: string,
  { repository, branch }: Pick<Runbook, 'repository' | 'branch'>,
): string | null {
  return repository ? `${repository.replace(/\/$/, '')}/edit/${branch}/${file}` : null;
}

/** The address of a page that begins a new file for a symptom; null without a repository. */
export function newSymptomAddress({ repository, branch }: Pick<Runbook, 'repository' | 'branch'>): string | null {
  return repository
    ? `${repository.replace(/\/$/, '')}/new/${branch}?filename=content/symptoms/new-symptom/symptom.md`
    : null;
}
