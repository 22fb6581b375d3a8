/** A command as pieces: literal text and placeholders, so that a page can mark what a reader will want to change. */
import type { CommandPiece } from '../model/answer.ts';
import { PLACEHOLDER } from '../model/ids.ts';
import type { Symptom } from '../model/symptom.ts';

export function commandPieces(text: string, placeholders: Symptom['placeholders']): CommandPiece[] {
  const pieces: CommandPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    const name = match[1]!;
    const known = placeholders[name];
    pieces.push({
      name,
      text: known?.example ?? match[0],
      description: known?.description ?? null,
      hasExample: known?.example !== undefined,
    });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
