/** How common a four-byte gram is in logs: the scanner looks for the rarest window of each signature. */
import { GRAM_FREQUENCIES } from './gram-frequencies.ts';
import { fold4 } from './scanner.ts';
import type { GramCost } from './window.ts';

/** The table has 2^13 entries: 4 KB, and few enough collisions to tell rare from common. */
export const GRAM_BITS = 13;

export const gramHash = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - GRAM_BITS);

const packed = Uint8Array.from(atob(GRAM_FREQUENCIES), (char) => char.charCodeAt(0));

/** Times in a megabyte, roughly. */
export const gramCost: GramCost = (bytes, at) => {
  const hash = gramHash(fold4(bytes, at));
  return 1 << ((packed[hash >>> 1]! >>> ((hash & 1) * 4)) & 15);
};
