/** A part of a long list: what stands around one entry, so that no page carries the whole list. */

/** Entries shown of one group. A menu of a thousand links adds 200 KB to every page. */
const SHOWN = 20;

/** @param at Index of the entry to keep in the middle; negative for the beginning of the list. */
export function windowAround<T>(list: readonly T[], at: number, shown = SHOWN): T[] {
  const from = Math.max(0, Math.min(at - Math.floor(shown / 2), list.length - shown));
  return list.slice(from, from + shown);
}
