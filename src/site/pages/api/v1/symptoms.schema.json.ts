/** `/api/v1/symptoms.schema.json`: what `/api/v1/symptoms.json` looks like, as JSON Schema. */
import type { APIRoute } from 'astro';
import { apiJsonSchema } from '../../../../build/api.ts';

export const GET: APIRoute = () => Response.json(apiJsonSchema());
