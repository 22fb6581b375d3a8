/** A seeded generator: every run of a benchmark reads the same bytes. */

/** mulberry32: 32 bits of state, good enough to shuffle text. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed: number): { below(limit: number): number; pick<T>(list: readonly T[]): T } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)]! };
}
