/** `/runbook.md`: the whole runbook as one Markdown file. */
import type { APIRoute } from 'astro';
import { exportRunbook } from '../../build/export.ts';
import { getRunbook } from '../data/runbook.ts';

export const GET: APIRoute = async () =>
  new Response(exportRunbook(await getRunbook()), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
