/** The index made ready: signatures read, windows chosen, the scanner's tables built. */

import type { EngineIndex, IndexedFence } from './index-format.ts';
import { type KnownWords, readKnownWords } from './known-words.ts';
import { MARKERS, type Marker, type MarkerKind } from './markers.ts';
import { type Pattern, readPattern, windowsOf } from './pattern.ts';
import { createScanner, type Scanner } from './scanner.ts';
import type { GramCost, Window } from './window.ts';

/** What a template stands for once it is verified. */
export type Role =
  | { kind: 'signature'; signature: number }
  | { kind: 'member'; sequence: number; position: number }
  | { kind: 'veto'; fence: number }
  | { kind: 'marker'; marker: MarkerKind };

/** One line of a fence, and what it stands for. */
export interface Entry {
  pattern: Pattern;
  role: Role;
  /** Not for whole logs: left to the line by line search of excerpts. */
  excerptOnly?: boolean;
}

export interface Signature {
  symptom: number;
  /** `option-b`, or null for the symptom as a whole. */
  option: string | null;
  /** As written; the lines of a sequence joined by a line break. */
  text: string;
  /** 0 to 1: how much fixed text it demands. */
  strength: number;
}

export interface Sequence {
  signature: number;
  within: number;
  length: number;
}

/** A veto of its own line is tried on the lines where its symptom has evidence; one with a reach is scanned for. */
export interface Veto {
  symptom: number;
  /** Null vetoes the whole symptom, else that option's signatures. */
  option: string | null;
  /** Lines. */
  within: number;
  patterns: Pattern[];
}

export interface Catalogue {
  index: EngineIndex;
  entries: Entry[];
  signatures: Signature[];
  sequences: Sequence[];
  vetoes: Veto[];
  scanner: Scanner;
  /** The entries that a window may stand for, by the scanner's number of it. */
  byWindow: { entry: number; window: Window }[][];
  /** Entries for excerpts only, by their fence or because they are too short for the scanner: tried on each line. */
  windowless: number[];
  /** Made when first asked for: most lookups match and never need them. */
  known(): KnownWords;
}

/** @param markers What CI systems print; none to look for signatures alone. */
export function buildCatalogue(index: EngineIndex, cost: GramCost, markers: readonly Marker[] = MARKERS): Catalogue {
  const entries: Entry[] = markers.map(({ text, kind }) => ({
    pattern: readPattern(text),
    role: { kind: 'marker', marker: kind },
  }));
  const signatures: Signature[] = [];
  const sequences: Sequence[] = [];
  const vetoes: Veto[] = [];
  for (const fence of index.fences) {
    if (fence.kind === 'any' || fence.kind === 'excerpt') addSignatures(fence, entries, signatures);
    else if (fence.kind === 'sequence') addSequence(fence, entries, signatures, sequences);
    else addVeto(fence, entries, vetoes);
  }
  const { windows, byWindow, windowless } = groupByWindow(entries, cost);
  let words: KnownWords | null = null;
  const known = (): KnownWords => {
    words ??= readKnownWords(index);
    return words;
  };
  return {
    index,
    entries,
    signatures,
    sequences,
    vetoes,
    scanner: createScanner(windows),
    byWindow,
    windowless,
    known,
  };
}

const optionOf = ({ place }: IndexedFence): string | null => (place === 'symptom' ? null : place);

function addSignatures(fence: IndexedFence, entries: Entry[], signatures: Signature[]): void {
  for (const text of fence.lines) {
    const pattern = readPattern(text);
    const signature =
      signatures.push({ symptom: fence.symptom, option: optionOf(fence), text, strength: strengthOf([pattern]) }) - 1;
    entries.push({ pattern, role: { kind: 'signature', signature }, excerptOnly: fence.kind === 'excerpt' });
  }
}

function addSequence(fence: IndexedFence, entries: Entry[], signatures: Signature[], sequences: Sequence[]): void {
  const members = fence.lines.map(readPattern);
  const text = fence.lines.join('\n');
  const signature =
    signatures.push({ symptom: fence.symptom, option: optionOf(fence), text, strength: strengthOf(members) }) - 1;
  const sequence = sequences.push({ signature, within: fence.within, length: members.length }) - 1;
  for (const [position, pattern] of members.entries())
    entries.push({ pattern, role: { kind: 'member', sequence, position } });
}

function addVeto(fence: IndexedFence, entries: Entry[], vetoes: Veto[]): void {
  const patterns = fence.lines.map(readPattern);
  const veto = vetoes.push({ symptom: fence.symptom, option: optionOf(fence), within: fence.within, patterns }) - 1;
  if (fence.within === 0) return;
  for (const pattern of patterns) entries.push({ pattern, role: { kind: 'veto', fence: veto } });
}

/** Letters and digits of fixed text at which a signature counts as saying all there is to say. */
const FULL_STRENGTH = 36;

function strengthOf(patterns: readonly Pattern[]): number {
  return Math.min(1, patterns.reduce((sum, { size }) => sum + size, 0) / FULL_STRENGTH);
}

const NONE = { windows: [], complete: false };

function groupByWindow(entries: readonly Entry[], cost: GramCost) {
  const windows: Uint8Array[] = [];
  const byWindow: Catalogue['byWindow'] = [];
  const windowless: number[] = [];
  const known = new Map<string, number>();
  for (const [entry, { pattern, excerptOnly }] of entries.entries()) {
    const chosen = excerptOnly ? NONE : windowsOf(pattern, cost);
    if (!chosen.complete) windowless.push(entry);
    for (const window of chosen.windows) {
      const key = String.fromCharCode(...window.bytes);
      let at = known.get(key);
      if (at === undefined) {
        at = windows.push(window.bytes) - 1;
        byWindow.push([]);
        known.set(key, at);
      }
      byWindow[at]!.push({ entry, window });
    }
  }
  return { windows, byWindow, windowless };
}
