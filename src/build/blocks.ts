/** Turns the nodes between two headings into blocks and signature fences, and refuses what has no place there. */
import type { Code, List, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../model/block.ts';
import type { Place } from '../model/ids.ts';
import type { SignatureFence } from '../model/symptom.ts';
import { positionOf, type Reporter } from './reporter.ts';
import { readSignatureFence } from './signature-fence.ts';
import { parseSteps } from './steps.ts';

const SHELLS = new Set(['bash', 'sh', 'shell', 'zsh', 'console']);

export interface BlockContext {
  /** The whole file: prose is kept as it was written. */
  source: string;
  reporter: Reporter;
  /** Where signatures of this part point to; null where none may stand. */
  place: Place | null;
}

export interface Blocks {
  blocks: Block[];
  signatures: SignatureFence[];
}

export function readBlocks(nodes: readonly RootContent[], context: BlockContext): Blocks {
  const blocks: Block[] = [];
  const signatures: SignatureFence[] = [];
  for (const node of nodes) {
    if (node.type === 'code') {
      const read = readFence(node, context);
      if (read === null) continue;
      if ('place' in read) signatures.push(read);
      else blocks.push(read);
    } else {
      refuseHtml(node, context.reporter);
      if (node.type === 'html' || node.type === 'thematicBreak') continue;
      blocks.push(readProse(node, context.source));
    }
  }
  return { blocks, signatures };
}

function readFence(node: Code, { reporter, place }: BlockContext): Block | SignatureFence | null {
  const position = positionOf(node);
  const { lang, value: text } = node;
  if (!lang) {
    reporter.error(
      node,
      'structure/code-language',
      'Unexpected code block without a language, expected one such as ```log, ```bash or ```yaml.',
      'Use "log" for text that a machine printed and "text" when nothing fits.',
    );
    return null;
  }
  if (lang === 'signature') {
    if (place !== null) return readSignatureFence(node, place, reporter);
    reporter.error(
      node,
      'structure/signature-place',
      'Unexpected signature fence, expected it under "What you see" or under an option.',
      'A signature points to the part that it stands in.',
    );
    return null;
  }
  if (text.trim() === '') {
    reporter.error(
      node,
      'structure/empty-block',
      `Unexpected empty ${lang} block, expected text in it.`,
      'Fill the block or take it out.',
    );
    return null;
  }
  if (lang === 'log') return { kind: 'log', text, position };
  if (SHELLS.has(lang)) return { kind: 'commands', lang, text, steps: parseSteps(text), position };
  return { kind: 'snippet', lang, text, position };
}

function readProse(node: RootContent, source: string): Block {
  const markdown = sliceOf(node, source);
  const position = positionOf(node);
  if (node.type !== 'list' || !isChecklist(node)) return { kind: 'prose', markdown, position };
  const items = node.children.map((item) =>
    item.children
      .map((child) => sliceOf(child, source))
      .join('\n')
      .replace(/^\[[ xX]\]\s+/, ''),
  );
  return { kind: 'checklist', markdown, items, position };
}

const isChecklist = (list: List): boolean => list.children.every((item) => typeof item.checked === 'boolean');

function sliceOf(node: RootContent, source: string): string {
  return source.slice(node.position!.start.offset, node.position!.end.offset);
}

function refuseHtml(node: RootContent, reporter: Reporter): void {
  visit(node, (child) => {
    if (child.type === 'html') {
      reporter.error(
        child,
        'structure/raw-html',
        `Unexpected HTML ${JSON.stringify(String(child.value).slice(0, 40))}, expected Markdown.`,
        'Write text in backticks to show it as it is.',
      );
    } else if (
      (child.type === 'link' || child.type === 'image' || child.type === 'definition') &&
      /^\s*(?:javascript|data|vbscript):/i.test(child.url)
    ) {
      reporter.error(
        child,
        'structure/unsafe-link',
        `Unexpected address ${JSON.stringify(child.url.slice(0, 40))}, expected https or a path.`,
        'Links that run code are refused.',
      );
    } else if (child.type === 'heading' && child !== node) {
      reporter.error(
        child,
        'structure/heading',
        'Unexpected heading inside another block, expected it on its own.',
        'Move it out of the list or quotation.',
      );
    }
  });
}
