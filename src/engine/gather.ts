/** Sorts what the walker found on a line: evidence, vetoes, sequences, markers. */
import { MAX_LINE_TEXT } from '../model/limits.ts';
import type { Catalogue } from './catalogue.ts';
import { type ContextLine, linesBefore } from './context.ts';
import { createEvidenceList, type Evidence, type EvidenceList } from './evidence.ts';
import { isHarmless, isLoud, softness } from './harmless.ts';
import type { Found, FoundLine } from './lines.ts';
import { createSequenceTracker } from './sequences.ts';
import { createStructureReader, type StructureReader, stepColumn } from './structure.ts';
import { isVetoed } from './vetoes.ts';

/** All that ranking needs to know of a log. */
export interface Gathered {
  catalogue: Catalogue;
  /** By symptom. */
  evidence: Map<number, EvidenceList>;
  /** Lines on which a veto with a reach stands, by veto. */
  vetoLines: Map<number, number[]>;
  structure: StructureReader;
  /** The lines in front of the last failure marker, and the last lines read. */
  beforeFailure: ContextLine[];
  tail: ContextLine[];
  lines: number;
  bytes: number;
}

/** Lines kept in front of a failure. */
const CONTEXT = 25;

export interface Gatherer {
  gathered: Gathered;
  take(line: FoundLine): void;
}

export function createGatherer(catalogue: Catalogue): Gatherer {
  const sequences = createSequenceTracker(catalogue.sequences);
  const gathered: Gathered = {
    catalogue,
    evidence: new Map(),
    vetoLines: new Map(),
    structure: createStructureReader(),
    beforeFailure: [],
    tail: [],
    lines: 0,
    bytes: 0,
  };

  function vetoed(signature: number, { text }: Found): boolean {
    const { symptom, option } = catalogue.signatures[signature]!;
    return isVetoed(catalogue, symptom, option, text);
  }

  function noteVeto(veto: number, line: number): void {
    const lines = gathered.vetoLines.get(veto) ?? [];
    if (lines.at(-1) !== line) lines.push(line);
    gathered.vetoLines.set(veto, lines);
  }

  function add(signature: number, found: Found, line: FoundLine, step: string | null): void {
    if (isHarmless(found.raw, found.text) || vetoed(signature, found)) return;
    const { symptom } = catalogue.signatures[signature]!;
    const list = gathered.evidence.get(symptom) ?? createEvidenceList();
    gathered.evidence.set(symptom, list);
    list.add(toEvidence(catalogue, signature, found, line.line, step));
  }

  return {
    gathered,
    take(line) {
      const { found } = line;
      const step = stepColumn(found[0]!.raw) ?? gathered.structure.step;
      const roleOf = ({ entry }: Found) => catalogue.entries[entry]!.role;
      let isFailure = false;
      const members: { sequence: number; position: number; found: Found }[] = [];
      for (const item of found) {
        const role = roleOf(item);
        if (role.kind === 'marker') {
          const code = item.match.captures.code;
          const begun = role.marker === 'step' ? (item.match.captures.step ?? null) : step;
          gathered.structure.add({
            kind: role.marker,
            line: line.line,
            step: begun,
            code: code === undefined ? null : Number(code),
          });
          isFailure ||= role.marker === 'error' || role.marker === 'exit';
        } else if (role.kind === 'veto') noteVeto(role.fence, line.line);
        else if (role.kind === 'signature') add(role.signature, item, line, step);
        else members.push({ ...role, found: item });
      }
      if (isFailure) gathered.beforeFailure = linesBefore(line.bytes, line.start, line.line - 1, CONTEXT);
      members.sort((a, b) => b.position - a.position);
      for (const { sequence, position, found: item } of members) {
        const { signature } = catalogue.sequences[sequence]!;
        if (vetoed(signature, item)) continue;
        if (sequences.advance(sequence, position, line.line)) add(signature, item, line, step);
      }
    },
  };
}

function toEvidence(
  catalogue: Catalogue,
  signature: number,
  { match, text, raw, offset }: Found,
  line: number,
  step: string | null,
): Evidence {
  const { symptom, option } = catalogue.signatures[signature]!;
  const start = text.toRaw(match.start);
  const end = match.end > match.start ? text.toRaw(match.end - 1) + 1 : start;
  const from =
    raw.length > MAX_LINE_TEXT ? Math.max(0, Math.min(start - (MAX_LINE_TEXT >> 2), raw.length - MAX_LINE_TEXT)) : 0;
  return {
    signature,
    symptom,
    option,
    line,
    column: offset + start + 1,
    endColumn: offset + end + 1,
    text: raw.slice(from, from + MAX_LINE_TEXT).replace(/\r$/, ''),
    textStart: start - from,
    message: text.shown.slice(text.contentStart, text.contentStart + 400),
    captures: match.captures,
    loud: isLoud(text),
    soft: softness(text),
    step,
  };
}
