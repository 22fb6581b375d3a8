/** How common a four-byte gram is in ordinary logs: the scanner looks for the rarest window of each signature. */
import type { GramCost } from './window.ts';

/** Letters of English text and log noise by frequency, most common first; a byte not listed is rare. */
const COMMON = ' e0tao1ins2rl3dc4u5pm6h7-8.9gf:/bwy_v(k)"[]=,x\'jqz';
const weights = new Float64Array(256).fill(1);
for (const [rank, char] of [...COMMON].entries()) weights[char.charCodeAt(0) | 0x20] = 60 / (rank + 2);

export const gramCost: GramCost = (bytes, at) =>
  weights[bytes[at]!]! * weights[bytes[at + 1]!]! * weights[bytes[at + 2]!]! * weights[bytes[at + 3]!]!;
