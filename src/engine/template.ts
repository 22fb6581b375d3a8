/**
 * The signature language: one line of text with placeholders becomes one or more plain templates.
 *
 *   ImportError: cannot import name '<name>' from '<module>'
 *   {npm|yarn} ERR! <...> exit{ed|} with code <code:int>
 *
 * A plain template is a chain of literals with gaps between them, so that finding it is a chain of `indexOf` and nothing
 * in it can run longer than its line is long. docs/content-format.md is the reference for authors.
 */
import { MAX_EXPANSION } from '../model/limits.ts';
import { expressionSource, requiredText } from './expression.ts';

/** What may stand in a gap. `skip` may be empty; the others hold at least one character. */
export type GapType = 'skip' | 'any' | 'int' | 'word' | 'path';

export interface Gap {
  type: GapType;
  /** Null for `<...>`. */
  name: string | null;
}

/**
 * `edge[0] literal[0] inner[0] literal[1] … literal[n-1] edge[1]`; an edge is null where the template begins or ends with
 * a literal. Literals are normalised: ASCII lower case, one space for a run of spaces and tabs; never empty.
 */
export interface Template {
  literals: string[];
  inner: Gap[];
  edge: [Gap | null, Gap | null];
  /** For a signature between slashes: what must match as well; `literals` is then the text that every match holds. */
  expression?: RegExp;
}

/** A mistake in a signature; `column` is 1-based in UTF-16 code units of its line. */
export class SignatureError extends Error {
  readonly column: number;
  readonly hint: string;
  constructor(message: string, column: number, hint: string) {
    super(message);
    this.column = column;
    this.hint = hint;
  }
}

/** A piece of a signature as written. */
export type Token = { kind: 'text'; text: string } | { kind: 'gap'; gap: Gap } | { kind: 'choice'; texts: string[] };

const GAP = /^<(?:(\.\.\.)|([A-Za-z][A-Za-z0-9-]*)(?::([A-Za-z]*))?)>/;
const TYPES: readonly string[] = ['int', 'word', 'path'];

/** All plain templates of a signature. @throws SignatureError */
export function parseSignature(line: string): Template[] {
  const source = expressionSource(line.trim());
  return source === null ? expand(readTokens(line)) : [expressionTemplate(source)];
}

/** @throws SignatureError */
export function expand(tokens: readonly Token[]): Template[] {
  limitVariants(tokens);
  let variants: Token[][] = [[]];
  for (const token of tokens) {
    const choices: Token[] = token.kind === 'choice' ? token.texts.map((text) => ({ kind: 'text', text })) : [token];
    variants = variants.flatMap((variant) => choices.map((choice) => [...variant, choice]));
  }
  return variants.map((variant) => toTemplate(variant));
}

/**
 * Refuses at once what `expand` would refuse later: too many variants, and what is wrong with the longest or the shortest of
 * them. @throws SignatureError
 */
export function probe(tokens: readonly Token[]): void {
  limitVariants(tokens);
  for (const shortest of [false, true]) {
    toTemplate(
      tokens.map((token) => {
        if (token.kind !== 'choice') return token;
        const blank = token.texts.find((text) => text.trim() === '');
        const text = shortest ? blank : token.texts.find((other) => other !== blank);
        return { kind: 'text', text: text ?? token.texts[0]! };
      }),
    );
  }
}

function limitVariants(tokens: readonly Token[]): void {
  const variants = tokens.reduce((count, token) => count * (token.kind === 'choice' ? token.texts.length : 1), 1);
  if (variants <= MAX_EXPANSION) return;
  throw new SignatureError(
    `Unexpected number of alternatives, expected at most ${MAX_EXPANSION} templates from one line.`,
    1,
    'Split the line in two.',
  );
}

/** @throws SignatureError */
export function expressionTemplate(source: string): Template {
  let expression: RegExp;
  try {
    expression = new RegExp(source, 'i');
  } catch (error) {
    throw new SignatureError(
      `Unexpected regular expression: ${(error as Error).message.replace(/^Invalid regular expression: /, '')}.`,
      1,
      'Mend it, or write a template: docs/content-format.md.',
    );
  }
  const literal = normalise(requiredText(source));
  if (literal === '') {
    throw new SignatureError(
      'Unexpected regular expression without fixed text, expected words that every match has.',
      1,
      'Alternatives at the top level belong on lines of their own.',
    );
  }
  return { literals: [literal], inner: [], edge: [null, null], expression };
}

/** @throws SignatureError */
export function readTokens(line: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') tokens.push({ kind: 'text', text });
    text = '';
  };
  for (let i = 0; i < line.length; ) {
    const char = line[i]!;
    if (char === '\\' && /[<{\\]/.test(line[i + 1] ?? '')) {
      text += line[i + 1];
      i += 2;
    } else if (char === '<') {
      const match = GAP.exec(line.slice(i, i + 80));
      if (match === null) text += char;
      else {
        flush();
        tokens.push({ kind: 'gap', gap: readGap(match, i) });
      }
      i += match?.[0].length ?? 1;
    } else if (char === '{') {
      const choice = readChoice(line, i);
      if (choice === null) text += char;
      else {
        flush();
        tokens.push({ kind: 'choice', texts: choice.texts });
      }
      i = choice?.end ?? i + 1;
    } else {
      text += char;
      i++;
    }
  }
  flush();
  return tokens;
}

function readGap(match: RegExpExecArray, at: number): Gap {
  const whole = match[0];
  const [, skip, name, type] = match;
  if (skip !== undefined) return { type: 'skip', name: null };
  if (type !== undefined && !TYPES.includes(type)) {
    throw new SignatureError(
      `Unexpected type "${type}" in "${whole}", expected one of ${TYPES.join(', ')}.`,
      at + 1,
      'Write \\< for a literal "<".',
    );
  }
  return { type: (type as GapType | undefined) ?? 'any', name: name! };
}

/** `{a|b|}` from `start`; null when the braces hold no `|` and so stand for themselves. */
function readChoice(line: string, start: number): { texts: string[]; end: number } | null {
  const texts: string[] = [];
  let text = '';
  let placeholder: number | null = null;
  for (let i = start + 1; i < line.length; i++) {
    const char = line[i]!;
    if (char === '\\' && /[<{}|\\]/.test(line[i + 1] ?? '')) text += line[++i];
    else if (char === '{') return null;
    else if (char === '|') {
      texts.push(text);
      text = '';
    } else if (char === '}') {
      if (texts.length === 0) return null;
      if (placeholder === null) return { texts: [...texts, text], end: i + 1 };
      throw new SignatureError(
        'Unexpected placeholder among alternatives, expected text only.',
        placeholder,
        'Write one signature a line instead.',
      );
    } else {
      if (char === '<' && GAP.test(line.slice(i, i + 80))) placeholder ??= i + 1;
      text += char;
    }
  }
  return null;
}

function toTemplate(tokens: Token[]): Template {
  const parts: (string | Gap)[] = [];
  for (const token of tokens) {
    const last = parts.at(-1);
    if (token.kind === 'gap') parts.push(token.gap);
    else if (token.kind === 'text') {
      if (typeof last === 'string') parts[parts.length - 1] = last + token.text;
      else parts.push(token.text);
    }
  }
  const filled = parts.map((part) => (typeof part === 'string' ? normalise(part) : part)).filter((part) => part !== '');
  trimEnds(filled);
  const clean = joinGaps(filled);
  const literals = clean.filter((part): part is string => typeof part === 'string');
  if (literals.length === 0)
    throw new SignatureError(
      'Unexpected signature without fixed text, expected words that the message always has.',
      1,
      'A signature of placeholders alone would match every line.',
    );
  const first = clean[0]!;
  const last = clean.at(-1)!;
  const inner = clean
    .slice(typeof first === 'object' ? 1 : 0, typeof last === 'object' ? -1 : undefined)
    .filter((part): part is Gap => typeof part === 'object');
  return { literals, inner, edge: [typeof first === 'object' ? first : null, typeof last === 'object' ? last : null] };
}

/** `<...>` beside a placeholder for any text adds nothing to it; other neighbours cannot be told apart. */
function joinGaps(parts: readonly (string | Gap)[]): (string | Gap)[] {
  const joined: (string | Gap)[] = [];
  const isOpen = ({ type }: Gap) => type === 'skip' || type === 'any';
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' || typeof last !== 'object') joined.push(part);
    else if (last.type === 'skip' && isOpen(part)) joined[joined.length - 1] = part;
    else if (part.type !== 'skip' || !isOpen(last))
      throw new SignatureError(
        `Unexpected placeholder "<${part.name ?? '...'}>" next to another, expected text between them.`,
        1,
        'The engine could not tell where one ends.',
      );
  }
  return joined;
}

/** A signature's ends carry no white space, and a `<...>` there says nothing. */
function trimEnds(parts: (string | Gap)[]): void {
  const skips = (part: string | Gap | undefined) => typeof part === 'object' && part.type === 'skip';
  while (parts.length > 1 && skips(parts[0])) parts.shift();
  while (parts.length > 1 && skips(parts.at(-1))) parts.pop();
  if (typeof parts[0] === 'string') parts[0] = parts[0].trimStart();
  const end = parts.length - 1;
  if (typeof parts[end] === 'string') parts[end] = (parts[end] as string).trimEnd();
  if (parts[0] === '') parts.shift();
  if (parts.at(-1) === '') parts.pop();
}

/** ASCII lower case, one space for a run of spaces and tabs. */
export function normalise(text: string): string {
  return lowerAscii(text).replace(/[ \t]+/g, ' ');
}

/** Keeps the length, which `toLowerCase` does not for every letter. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
}
