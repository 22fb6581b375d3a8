/** `/api/v1/symptoms.json`: the content for machines. */
import type { APIRoute } from 'astro';
import { apiDocument } from '../../../../build/api.ts';
import { getRunbook } from '../../../data/runbook.ts';

export const GET: APIRoute = async () => Response.json(apiDocument(await getRunbook()));
