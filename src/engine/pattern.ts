/**
 * A signature as the engine holds it: its plain templates, made only when a line may hold one of them. Alternatives multiply:
 * a catalogue of 4,000 signatures has 27,000 templates, and a lookup needs a handful.
 */
import { expressionSource } from './expression.ts';
import { expand, expressionTemplate, normalise, probe, readTokens, type Template, type Token } from './template.ts';
import { chooseWindow, type GramCost, type Window } from './window.ts';

export interface Pattern {
  /** Fixed text that every template holds, normalised as their literals are. */
  fixed: string[];
  /** Letters and digits of fixed text in the shortest template. */
  size: number;
  /** @throws SignatureError */
  templates(): Template[];
}

/** @throws SignatureError */
export function readPattern(line: string): Pattern {
  const source = expressionSource(line.trim());
  if (source !== null) {
    const template = expressionTemplate(source);
    return { fixed: template.literals, size: sizeOf(template.literals.join('')), templates: () => [template] };
  }
  const tokens = readTokens(line);
  probe(tokens);
  let templates: Template[] | null = null;
  return {
    fixed: fixedTexts(tokens),
    size: tokens.reduce((sum, token) => sum + leastSize(token), 0),
    templates() {
      templates ??= expand(tokens);
      return templates;
    },
  };
}

export interface PatternWindows {
  windows: Window[];
  /** False when a template has no window: it is found only where every line is tried. */
  complete: boolean;
}

/** How the scanner finds a pattern: by text that all of its templates hold, or else by a window of each template. */
export function windowsOf(pattern: Pattern, cost: GramCost): PatternWindows {
  const shared = chooseWindow({ literals: pattern.fixed }, cost);
  if (shared !== null) return { windows: [shared], complete: true };
  const templates = pattern.templates();
  const windows = templates.flatMap((template) => chooseWindow(template, cost) ?? []);
  return { windows, complete: windows.length === templates.length };
}

/**
 * The text tokens, as they stand in every template. A space at the end of one is certain only beside a gap with text behind
 * it: beside a choice, which may be empty, it may be the end of the signature.
 */
function fixedTexts(tokens: readonly Token[]): string[] {
  const firm = (beside: Token | undefined, beyond: Token | undefined): boolean =>
    beside?.kind === 'gap' && (beside.gap.name !== null || beyond?.kind === 'text');
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'text') return [];
    let text = normalise(token.text);
    if (!firm(tokens[i - 1], tokens[i - 2])) text = text.trimStart();
    if (!firm(tokens[i + 1], tokens[i + 2])) text = text.trimEnd();
    return text.trim() === '' ? [] : [text];
  });
}

const sizeOf = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

function leastSize(token: Token): number {
  if (token.kind === 'text') return sizeOf(token.text);
  return token.kind === 'choice' ? Math.min(...token.texts.map(sizeOf)) : 0;
}
