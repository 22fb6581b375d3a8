/**
 * A signature between slashes is a regular expression. The engine needs text that every match must hold, to look for it
 * with the scanner; the content check accepts only what is proven to run in linear time. Matched against a line whose
 * runs of white space are one space, without regard to case; named groups are captures.
 */

/** The source between the slashes; null when the line is no expression. */
export function expressionSource(line: string): string | null {
  return line.length > 2 && line.startsWith('/') && line.endsWith('/') && !line.endsWith('\\/')
    ? line.slice(1, -1)
    : null;
}

/**
 * The longest run of characters that every match holds, as written. Empty when there is none: at the top level stand
 * alternatives, or nothing but classes and groups.
 */
export function requiredText(source: string): string {
  const runs: string[] = [];
  let run = '';
  const cut = () => {
    runs.push(run.trim());
    run = '';
  };
  for (let i = 0; i < source.length; ) {
    const char = source[i]!;
    if (char === '|') return '';
    if (char === '(' || char === '[') {
      cut();
      i = char === '(' ? groupEnd(source, i) : classEnd(source, i);
      i = quantifierEnd(source, i);
      continue;
    }
    const escaped = char === '\\';
    const literal = escaped ? /[^A-Za-z0-9]/.test(source[i + 1] ?? '') : !'.^$'.includes(char);
    const width = escaped ? 2 : 1;
    const after = source[i + width] ?? '';
    if (!literal || /[?*{]/.test(after)) cut();
    else run += source[i + width - 1];
    if (/[?*{+]/.test(after)) cut();
    i = quantifierEnd(source, i + width);
  }
  cut();
  return runs.reduce((longest, next) => (next.length > longest.length ? next : longest), '');
}

/** Index after the group that begins at `at`. */
function groupEnd(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '[') i = classEnd(source, i) - 1;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i + 1;
  }
  return source.length;
}

/** Index after the character class that begins at `at`. */
function classEnd(source: string, at: number): number {
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === ']') return i + 1;
  }
  return source.length;
}

function quantifierEnd(source: string, at: number): number {
  return at + (/^(?:[*+?]|\{\d*,?\d*\})\??/.exec(source.slice(at, at + 24))?.[0].length ?? 0);
}
