/** Colours a snippet at build time. Tokens get classes, never inline styles, so that a strict content policy can stand. */
import {
  type BundledLanguage,
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  type Highlighter,
} from 'shiki';

export interface Token {
  text: string;
  /** e.g. `tok-string`; null for plain text. */
  kind: string | null;
}

const theme = createCssVariablesTheme({ name: 'runbook', variablePrefix: '--tok-' });
let highlighter: Promise<Highlighter> | null = null;

/** Lines of tokens; a language that is not known is left plain. */
export async function highlight(text: string, lang: string): Promise<Token[][]> {
  if (!(lang in bundledLanguages)) return text.split('\n').map((line) => [{ text: line, kind: null }]);
  highlighter ??= createHighlighter({ themes: [theme], langs: [] });
  const shiki = await highlighter;
  await shiki.loadLanguage(lang as BundledLanguage);
  return shiki
    .codeToTokensBase(text, { lang: lang as BundledLanguage, theme })
    .map((line) => line.map(({ content, color }) => ({ text: content, kind: kindOf(color) })));
}

/** The theme's colours are `var(--tok-token-string)`: the variable's name is the kind. */
function kindOf(color: string | undefined): string | null {
  return /^var\(--tok-(?:token-)?([a-z-]+)\)$/.exec(color ?? '')?.[1]?.replace(/^/, 'tok-') ?? null;
}
