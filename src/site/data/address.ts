/** Addresses under the base path that the site is served from. */
import { resolveLink } from '../../build/addresses.ts';
import type { ResolveLink } from '../../build/prose.ts';
import { getRunbook } from './runbook.ts';

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** `/symptoms/x/` → `/base/symptoms/x/`. */
export const withBase = (path: string): string => BASE + path;

/** Resolves the links of one content file. */
export async function linksOf(file: string): Promise<ResolveLink> {
  const runbook = await getRunbook();
  return (href) => {
    const target = resolveLink(href, file, runbook);
    return target?.startsWith('/') ? withBase(target) : target;
  };
}
