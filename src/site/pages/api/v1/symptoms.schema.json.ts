/** `/api/v1/symptoms.schema.json`: the JSON Schema of the document beside it. */
import type { APIRoute } from 'astro';
import { apiJsonSchema } from '../../../../build/api.ts';

export const GET: APIRoute = () => Response.json(apiJsonSchema());
