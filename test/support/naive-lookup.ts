/**
 * The obvious slow engine: every signature on every line, by regular expressions built straight from the language of
 * docs/content-format.md. It shares no code with src/engine: what the two agree on was reached twice.
 */

/** One of the plain forms that a signature's alternatives stand for. */
export interface NaiveVariant {
  pattern: RegExp;
  /** False where no word is long enough for a scanner: such a variant is tried in pasted excerpts only. */
  scannable: boolean;
}

export interface NaiveMatch {
  /** 1-based, counted by `\n`. */
  line: number;
  /** Index of the signature. */
  signature: number;
}

type Part = string | { gap: 'skip' | 'any' | 'int' | 'word' | 'path' };

/** Lines up to which an input is an excerpt, as docs/content-format.md has it. */
const EXCERPT = 40;
/** Bytes of a word, with the spaces that stand beside it, from which a scanner can find it. */
const LEAST = 7;

/** At an end of a signature one character of a gap says it all: the match may begin and end anywhere. */
const EDGES = { skip: '', any: '[\\s\\S]', int: '[+-]?\\d', word: '[^ ]', path: '[^ "\'`<>|*?]' };
const GAPS = { skip: '[\\s\\S]*?', any: '[\\s\\S]+?', int: '[+-]?\\d+', word: '[^ ]+', path: '[^ "\'`<>|*?]+' };
const TOKEN =
  /\\([<{\\])|<(\.\.\.)>|<[A-Za-z][A-Za-z0-9-]*(?::(int|word|path))?>|\{((?:\\[<{}|\\]|[^{}])*)\}|([\s\S])/g;

/**
 * Pairs of line and signature, each once, by line and then by signature.
 *
 * @param thorough Also try what no scanner can find; without it, as the length of the text demands.
 */
export function naiveLookup(signatures: readonly string[], bytes: Uint8Array, thorough?: boolean): NaiveMatch[] {
  const variants = signatures.map(naiveVariants);
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  const excerpt = thorough ?? lines.length - 1 <= EXCERPT;
  return lines.flatMap((line, i) => {
    const units = line.split('\r').map(naiveText);
    return variants.flatMap((list, signature) =>
      list.some(({ pattern, scannable }) => (scannable || excerpt) && units.some((unit) => pattern.test(unit)))
        ? [{ line: i + 1, signature }]
        : [],
    );
  });
}

/** The text that a pattern is tried on: no control sequences, runs of white space as one space, ASCII lower case. */
export function naiveText(unit: string): string {
  const plain = unit.replace(
    /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\^_=>]|\u0000/g,
    '',
  );
  return lower(plain.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''));
}

export function naiveVariants(signature: string): NaiveVariant[] {
  return expand(signature).map((parts) => {
    const kept = settle(parts);
    const source = kept.map((part, i) => {
      if (typeof part === 'string') return part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
      return (i === 0 || i === kept.length - 1 ? EDGES : GAPS)[part.gap];
    });
    return {
      pattern: new RegExp(source.join('')),
      scannable: kept.some((part) => typeof part === 'string' && isScannable(part)),
    };
  });
}

function expand(signature: string): Part[][] {
  let variants: Part[][] = [[]];
  for (let at = 0; at < signature.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(signature)!;
    const [whole, escaped, skip, type, choice, char] = token;
    let choices: Part[] = [escaped ?? char ?? ''];
    at += whole.length;
    if (whole.startsWith('<') && whole.length > 1)
      choices = [{ gap: skip ? 'skip' : ((type as 'int' | undefined) ?? 'any') }];
    else if (choice !== undefined) {
      choices = alternatives(choice);
      if (choices.length === 1) {
        choices = ['{'];
        at -= whole.length - 1;
      }
    }
    variants = variants.flatMap((variant) => choices.map((one) => [...variant, one]));
  }
  return variants;
}

function alternatives(choice: string): string[] {
  const texts = [''];
  for (const [, escaped, char] of choice.matchAll(/\\([<{}|\\])|([\s\S])/g)) {
    if (char === '|') texts.push('');
    else texts[texts.length - 1] += escaped ?? char!;
  }
  return texts;
}

/** Joins neighbouring text, drops `<...>` at the ends, and folds as the haystack is folded. */
function settle(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  const isSkip = (part: Part | undefined) => typeof part === 'object' && part.gap === 'skip';
  while (isSkip(joined[0])) joined.shift();
  while (isSkip(joined.at(-1))) joined.pop();
  return joined.map((part, i) => {
    if (typeof part !== 'string') return part;
    let text = lower(part.replace(/[ \t]+/g, ' '));
    if (i === 0) text = text.trimStart();
    return i === joined.length - 1 ? text.trimEnd() : text;
  });
}

function isScannable(literal: string): boolean {
  const words = literal.split(' ');
  return words.some(
    (word, i) => word !== '' && Buffer.byteLength(word) + (i > 0 ? 1 : 0) + (i < words.length - 1 ? 1 : 0) >= LEAST,
  );
}

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
