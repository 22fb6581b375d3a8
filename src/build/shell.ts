/**
 * Reads shell text line by line, far enough to tell a comment from a `#` in a quoted string, a here-document or a word,
 * and to know whether a line still belongs to the command before it. Not a shell parser: it never rejects anything.
 */

export interface ShellLine {
  /** The line as written, with a trailing comment taken out. */
  code: string;
  /** The comment's words when the whole line is one; null otherwise. */
  comment: string | null;
  /** The words of a comment behind a command. May be empty. */
  trailing: string;
  /** True when the line continues a command that a former line began. */
  continues: boolean;
}

interface State {
  quote: "'" | '"' | null;
  hereDoc: string | null;
  depth: number;
  backslash: boolean;
}

const OPENS = /(?:^|[;&|]\s*|\b(?:then|do|else)\s+)(?:if|for|while|until|case)\b/g;
const CLOSES = /(?:^|[;&|]\s*)(?:fi|done|esac)\b/g;

export function readShell(text: string): ShellLine[] {
  const state: State = { quote: null, hereDoc: null, depth: 0, backslash: false };
  return text.split('\n').map((line) => readLine(line, state));
}

function readLine(line: string, state: State): ShellLine {
  if (state.hereDoc !== null) {
    if (line.trim() === state.hereDoc) state.hereDoc = null;
    return { code: line, comment: null, trailing: '', continues: true };
  }
  const continues = state.quote !== null || state.backslash || state.depth > 0;
  state.backslash = false;
  if (!continues && line.trimStart().startsWith('#')) {
    return { code: '', comment: words(line), trailing: '', continues: false };
  }
  const end = scanQuotes(line, state);
  const code = line.slice(0, end).trimEnd();
  if (state.quote === null) {
    state.backslash = /(?:^|[^\\])(?:\\\\)*\\$/.test(code) || /(?:&&|\|\|?)$/.test(code);
    state.depth = Math.max(0, state.depth + count(code.trimStart(), OPENS) - count(code.trimStart(), CLOSES));
    state.hereDoc = /(?<!<)<<-?\s*['"]?([A-Za-z_]\w*)['"]?/.exec(code)?.[1] ?? null;
  }
  return { code, comment: null, trailing: words(line.slice(end)), continues };
}

/** Index at which a trailing comment begins, or the line's length; leaves the open quote, if any, in the state. */
function scanQuotes(line: string, state: State): number {
  for (let i = 0; i < line.length; i++) {
    const char = line[i];
    if (state.quote === null) {
      if (char === '\\') i++;
      else if (char === "'" || char === '"') state.quote = char;
      else if (char === '#' && (i === 0 || /\s/.test(line[i - 1] ?? ''))) return i;
    } else if (char === '\\' && state.quote === '"') i++;
    else if (char === state.quote) state.quote = null;
  }
  return line.length;
}

const words = (comment: string): string => comment.trim().replace(/^#+\s?/, '');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
