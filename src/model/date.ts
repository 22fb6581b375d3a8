/** A calendar day as content files write it: `2026-01-15`. */
import { z } from 'zod';

export const dateSchema = z.iso.date('expected a calendar date such as 2026-01-15');
