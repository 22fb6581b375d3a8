/** What a lookup shows beside the log line of a hit: the symptom's name, where its page is, and the first things to do. */
import { toString as textOf } from 'mdast-util-to-string';
import type { Answer, AnswerItem, Answers } from '../model/answer.ts';
import type { Block } from '../model/block.ts';
import type { Symptom } from '../model/symptom.ts';
import { symptomPath } from './addresses.ts';
import { commandPieces } from './command-text.ts';
import type { Runbook } from './load.ts';
import { parseMarkdown } from './markdown.ts';
import { withExamples } from './placeholders.ts';

/** Things to do that a result shows of one part; the page has them all. */
const FIRST = 3;

export function buildAnswers(runbook: Runbook): Answers {
  const names = new Map(runbook.workflows.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    runbook.symptoms.map((symptom) => [
      symptom.slug,
      answerOf(symptom, names.get(symptom.workflow) ?? symptom.workflow),
    ]),
  );
}

function answerOf(symptom: Symptom, workflow: string): Answer {
  const items = (blocks: readonly Block[]): AnswerItem[] =>
    blocks.flatMap((block) => itemsOf(block, symptom.placeholders)).slice(0, FIRST);
  return {
    slug: symptom.slug,
    code: symptom.code,
    title: symptom.title,
    summary: symptom.summary ?? '',
    severity: symptom.severity,
    workflow,
    path: symptomPath(symptom.slug),
    diagnosis: items(symptom.diagnosis),
    resolution: items(symptom.resolution),
    options: symptom.options.map(({ id, letter, title, blocks }) => ({ id, letter, title, items: items(blocks) })),
  };
}

function itemsOf(block: Block, placeholders: Symptom['placeholders']): AnswerItem[] {
  switch (block.kind) {
    case 'commands':
      return block.steps.map(
        ({ description, commands, risk }): AnswerItem =>
          risk === null
            ? { kind: 'words', lines: description.split('\n') }
            : { kind: 'commands', description, command: commandPieces(commands, placeholders), risk },
      );
    case 'snippet':
      return [{ kind: 'snippet', lang: block.lang, text: withExamples(block.text, placeholders) }];
    case 'checklist':
    case 'prose':
      return [{ kind: 'words', lines: plainLines(block.markdown) }];
    case 'log':
      return [];
  }
}

/** A list's items, or a paragraph, without their Markdown. */
function plainLines(markdown: string): string[] {
  return parseMarkdown(markdown).children.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => textOf(item)) : [textOf(node)],
  );
}
