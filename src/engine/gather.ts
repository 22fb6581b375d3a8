/** Sorts what the walker found on a line: evidence, vetoes, sequences, markers. */
import { EXCERPT_LINES, MAX_LINE_TEXT } from '../model/limits.ts';
import type { Catalogue } from './catalogue.ts';
import { type ContextLine, linesBefore } from './context.ts';
import { createEvidenceList, type Evidence, type EvidenceList } from './evidence.ts';
import { isHarmless, isLoud, isSoft } from './harmless.ts';
import type { Found, FoundLine } from './lines.ts';
import { createSequenceTracker } from './sequences.ts';
import { createStructureReader, type StructureReader, stepColumn } from './structure.ts';

/** All that ranking needs to know of a log. */
export interface Gathered {
  catalogue: Catalogue;
  /** By symptom. */
  evidence: Map<number, EvidenceList>;
  /** Lines on which a veto stands, by veto; of one without a reach only the first ones. */
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

  function add(signature: number, found: Found, line: FoundLine, step: string | null): void {
    if (isHarmless(found.raw, found.text)) return;
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
      const vetoed = takeVetoes(found.map(roleOf), line.line, gathered);
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
        } else if (role.kind === 'signature') {
          const { symptom, option } = catalogue.signatures[role.signature]!;
          if (!vetoed(symptom, option)) add(role.signature, item, line, step);
        } else if (role.kind === 'member') members.push({ ...role, found: item });
      }
      if (isFailure) gathered.beforeFailure = linesBefore(line.bytes, line.start, line.line - 1, CONTEXT);
      members.sort((a, b) => b.position - a.position);
      for (const { sequence, position, found: item } of members) {
        const { signature } = catalogue.sequences[sequence]!;
        const { symptom, option } = catalogue.signatures[signature]!;
        if (!vetoed(symptom, option) && sequences.advance(sequence, position, line.line))
          add(signature, item, line, step);
      }
    },
  };
}

type Vetoed = (symptom: number, option: string | null) => boolean;

/** Vetoes of this line take effect at once; those with a reach are kept for the ranking as well. */
function takeVetoes(
  roles: Catalogue['entries'][number]['role'][],
  line: number,
  { catalogue, vetoLines }: Gathered,
): Vetoed {
  const standing = roles.flatMap((role) => {
    if (role.kind !== 'veto') return [];
    const veto = catalogue.vetoes[role.fence]!;
    const lines = vetoLines.get(role.fence) ?? [];
    if (lines.at(-1) !== line && (veto.within > 0 || lines.length < EXCERPT_LINES)) lines.push(line);
    vetoLines.set(role.fence, lines);
    return [veto];
  });
  if (standing.length === 0) return () => false;
  return (symptom, option) =>
    standing.some((veto) => veto.symptom === symptom && (veto.option === null || veto.option === option));
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
    soft: isSoft(text),
    step,
  };
}
