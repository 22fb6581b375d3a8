/**
 * Verifies a template against one line and says what its placeholders stand for.
 *
 * First a chain of `indexOf`, which settles nearly every case. Only where a typed gap fails does a second look follow:
 * for each literal all its places, each with the furthest-left place of the literal before that leads to it. Both are
 * linear in the line for each literal.
 */
import type { LineText } from './line-text.ts';
import type { Pattern } from './pattern.ts';
import type { Gap, GapType, Template } from './template.ts';

export interface TemplateMatch {
  /** Half-open, in UTF-16 code units of `LineText.shown`. */
  start: number;
  end: number;
  captures: Record<string, string>;
}

/** The first of a pattern's templates that stands in the line. */
export function matchAny(pattern: Pattern, line: LineText): TemplateMatch | null {
  for (const template of pattern.templates()) {
    const match = matchTemplate(template, line);
    if (match !== null) return match;
  }
  return null;
}

/** Null when the template does not stand in the line. */
export function matchTemplate(template: Template, line: LineText): TemplateMatch | null {
  if (template.expression !== undefined) return matchExpression(template.expression, line);
  const places = chain(template, line.folded) ?? search(template, line.folded);
  return places === null ? null : finish(template, line, places);
}

function matchExpression(expression: RegExp, { shown }: LineText): TemplateMatch | null {
  const match = expression.exec(shown);
  if (match === null) return null;
  const captures = Object.entries(match.groups ?? {}).filter((group): group is [string, string] => Boolean(group[1]));
  return { start: match.index, end: match.index + match[0].length, captures: Object.fromEntries(captures) };
}

/** The leftmost place of every literal, one after the other; null when a gap's type is broken. */
function chain({ literals, inner, edge }: Template, text: string): number[] | null {
  const places: number[] = [];
  let from = edge[0] === null || edge[0].type === 'skip' ? 0 : 1;
  for (let i = 0; i < literals.length; i++) {
    const at = text.indexOf(literals[i]!, from);
    if (at < 0) return null;
    if (i > 0 && !fits(inner[i - 1]!.type, text, places[i - 1]! + literals[i - 1]!.length, at)) return null;
    places.push(at);
    const end = at + literals[i]!.length;
    from = inner[i] === undefined || inner[i]!.type === 'skip' ? end : end + 1;
  }
  return edgesFit(edge, text, places[0]!, places.at(-1)! + literals.at(-1)!.length) ? places : null;
}

/** All places of every literal; `from[i][k]` is the index of a place of literal i-1 that place k can follow. */
function search({ literals, inner, edge }: Template, text: string): number[] | null {
  // Where only open gaps stand between them, the leftmost places are as good as any.
  if (!inner.some(isTyped) && !edge.some(isTyped)) return null;
  if (!literals.every((literal) => text.includes(literal))) return null;
  const all = literals.map((literal) => occurrences(text, literal));
  const reached: number[][] = [all[0]!.map((at) => (edgeFits(edge[0]?.type, text, 0, at, 'start') ? at : -1))];
  for (let i = 1; i < literals.length; i++) {
    const gap = inner[i - 1]!.type;
    const ends = all[i - 1]!.flatMap((at, k) => (reached[i - 1]![k]! >= 0 ? [at + literals[i - 1]!.length] : []));
    reached.push(all[i]!.map((at) => latestFit(gap, text, ends, at)));
  }
  const lastLiteral = literals.at(-1)!;
  const last = all
    .at(-1)!
    .findIndex(
      (at, k) => reached.at(-1)![k]! >= 0 && edgeFits(edge[1]?.type, text, at + lastLiteral.length, text.length, 'end'),
    );
  if (last < 0) return null;
  const places = [all.at(-1)![last]!];
  for (let i = literals.length - 1; i > 0; i--) {
    const k = all[i]!.indexOf(places[0]!);
    places.unshift(reached[i]![k]! - literals[i - 1]!.length);
  }
  return places;
}

const isTyped = (gap: Gap | null): boolean => gap !== null && gap.type !== 'skip' && gap.type !== 'any';

function occurrences(text: string, literal: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) places.push(at);
  return places;
}

/** The latest of `ends` (ascending) from which a gap can reach `at`; -1 when none can. */
function latestFit(gap: GapType, text: string, ends: number[], at: number): number {
  const least = gap === 'skip' ? 0 : 1;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= at - least) low = middle + 1;
    else high = middle;
  }
  const end = ends[low - 1];
  return end !== undefined && fits(gap, text, end, at) ? end : -1;
}

/** What a typed gap is made of; `int` may also begin with a sign. */
const MEMBER: Record<'int' | 'word' | 'path', RegExp> = { int: /\d/, word: /[^ ]/, path: /[^ "'`<>|*?]/ };
const WHOLE: Record<'int' | 'word' | 'path', RegExp> = {
  int: /^[+-]?\d+$/,
  word: /^[^ ]+$/,
  path: /^[^ "'`<>|*?]+$/,
};

function fits(type: GapType, text: string, start: number, end: number): boolean {
  if (type === 'skip') return end >= start;
  if (type === 'any') return end > start;
  return WHOLE[type].test(text.slice(start, end));
}

function edgeFits(type: GapType | undefined, text: string, start: number, end: number, side: 'start' | 'end'): boolean {
  return type === undefined || type === 'skip' || edgeRun(type, text, start, end, side) !== '';
}

/** What a gap at the template's start or end takes: all of `[start, end)`, or the run of its type that touches the literal. */
function edgeRun(type: GapType, text: string, start: number, end: number, side: 'start' | 'end'): string {
  if (type === 'skip' || type === 'any') return text.slice(start, end);
  const member = (at: number) => MEMBER[type].test(text[at]!);
  if (side === 'end') {
    let at = type === 'int' && /[+-]/.test(text[start] ?? '') ? start + 1 : start;
    const first = at;
    while (at < end && member(at)) at++;
    return at > first ? text.slice(start, at) : '';
  }
  let at = end;
  while (at > start && member(at - 1)) at--;
  if (type === 'int' && at < end && at > start && /[+-]/.test(text[at - 1]!)) at--;
  return text.slice(at, end);
}

function edgesFit(edge: Template['edge'], text: string, first: number, end: number): boolean {
  return edgeFits(edge[0]?.type, text, 0, first, 'start') && edgeFits(edge[1]?.type, text, end, text.length, 'end');
}

function finish({ literals, inner, edge }: Template, line: LineText, places: number[]): TemplateMatch {
  const captures: Record<string, string> = {};
  const keep = (gap: Gap, text: string) => {
    const value = text.trim();
    if (gap.name !== null && value !== '' && !Object.hasOwn(captures, gap.name)) captures[gap.name] = value;
  };
  let start = places[0]!;
  let end = places.at(-1)! + literals.at(-1)!.length;
  if (edge[0] !== null && edge[0].type !== 'skip') {
    const from = Math.min(line.contentStart, start);
    const run = edgeRun(edge[0].type, line.shown, from < start ? from : 0, start, 'start');
    keep(edge[0], run);
    start -= run.length;
  }
  for (const [i, gap] of inner.entries()) keep(gap, line.shown.slice(places[i]! + literals[i]!.length, places[i + 1]!));
  if (edge[1] !== null && edge[1].type !== 'skip') {
    const run = edgeRun(edge[1].type, line.shown, end, line.shown.length, 'end');
    keep(edge[1], run);
    end += run.length;
  }
  return { start, end, captures };
}
