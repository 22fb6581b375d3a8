/** Splits a shell fence into steps: a `# comment` and the commands after it belong together. */
import type { Step } from '../model/block.ts';
import { riskOf } from './risk.ts';
import { readShell } from './shell.ts';

interface Draft {
  description: string[];
  commands: string[];
  note: string[];
}

/**
 * ```bash
 * # Check if services are running      ┐ step 1
 * docker compose ps                    ┘
 *
 * # Fix the service configuration      ┐ step 2, done by hand
 * # Restart the workflow               ┘
 * ```
 * A comment behind a command, or directly below it and followed by an empty line or the end, is that step's note.
 */
export function parseSteps(text: string): Step[] {
  const lines = readShell(text);
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  const begin = (): Draft => {
    const draft: Draft = { description: [], commands: [], note: [] };
    drafts.push(draft);
    return draft;
  };
  for (let i = 0; i < lines.length; i++) {
    const { code, comment, trailing, continues } = lines[i]!;
    if (comment !== null) {
      if (current && current.commands.length > 0 && isNote(lines, i)) {
        current.note.push(comment);
        continue;
      }
      if (!current || current.commands.length > 0 || isBlank(lines[i - 1])) current = begin();
      current.description.push(comment);
    } else if (code.trim() === '' && !continues) {
      if (current?.note.length) current = null;
    } else {
      current ??= begin();
      current.commands.push(code);
      if (trailing !== '') current.note.push(trailing);
    }
  }
  return drafts.map(finish);
}

const isBlank = (line: ReturnType<typeof readShell>[number] | undefined): boolean =>
  line !== undefined && line.comment === null && !line.continues && line.code.trim() === '';

/** True for a run of comment lines that touches a command above and nothing below. */
function isNote(lines: ReturnType<typeof readShell>, at: number): boolean {
  let above = at - 1;
  while (lines[above] && lines[above]!.comment !== null) above--;
  if (above < 0 || isBlank(lines[above])) return false;
  let below = at + 1;
  while (lines[below] && lines[below]!.comment !== null) below++;
  return lines[below] === undefined || isBlank(lines[below]);
}

function finish({ description, commands, note }: Draft): Step {
  const text = commands.join('\n');
  return {
    description: description.join('\n'),
    commands: text,
    note: note.join('\n'),
    risk: text === '' ? null : riskOf(text),
  };
}
