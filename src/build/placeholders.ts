/** The `<names>` in a symptom's commands, and what they print as. */
import type { Block } from '../model/block.ts';
import { PLACEHOLDER } from '../model/ids.ts';
import type { Symptom } from '../model/symptom.ts';

/** Names in the order a reader meets them, each once. */
export function placeholdersOf(symptom: Pick<Symptom, 'diagnosis' | 'resolution' | 'options' | 'verify'>): string[] {
  const blocks = [
    symptom.diagnosis,
    symptom.resolution,
    ...symptom.options.map(({ blocks }) => blocks),
    symptom.verify,
  ].flat();
  const names = blocks.flatMap((block) => [...codeOf(block).matchAll(PLACEHOLDER)].map((match) => match[1]!));
  return [...new Set(names)];
}

function codeOf(block: Block): string {
  return block.kind === 'commands' || block.kind === 'snippet' ? block.text : '';
}

/** The text with every placeholder that has an example replaced by it. */
export function withExamples(text: string, placeholders: Symptom['placeholders']): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => placeholders[name]?.example ?? whole);
}
