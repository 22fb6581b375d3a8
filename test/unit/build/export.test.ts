import { readFile } from 'node:fs/promises';
import type { Nodes, RootContent } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportRunbook } from '../../../src/build/export.ts';
import { loadRunbook, type Runbook } from '../../../src/build/load.ts';
import { parseMarkdown } from '../../../src/build/markdown.ts';

/** Blocks in the order a reader meets them; a table by its rows and a list by its items, so that additions between stay visible. */
function blocksOf(markdown: string): string[] {
  return parseMarkdown(markdown).children.flatMap((node): string[] => {
    if (node.type === 'table') return node.children.map((row) => `row ${canonical(row)}`);
    if (node.type === 'list')
      return node.children.map((item) => `item ${node.ordered ? 'ordered' : 'bullet'} ${canonical(item)}`);
    return [canonical(node)];
  });
}

/** A node without its places: what it says, not where. */
function canonical(node: Nodes | RootContent): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'position' || key === 'spread' ? undefined : value));
}

describe('the one-file runbook', () => {
  let runbook: Runbook;
  let original: string[];
  let exported: string[];

  beforeAll(async () => {
    runbook = (await loadRunbook(process.cwd())).runbook!;
    original = blocksOf(await readFile('test/fixtures/ci-cd-troubleshooting.md', 'utf8'));
    exported = blocksOf(exportRunbook(runbook));
  });

  it('reads an original of the known size, so that nothing below is true of nothing', () => {
    expect(original.length).toBeGreaterThan(250);
    expect(original.filter((block) => block.startsWith('{"type":"code"')).length).toBe(75);
  });

  it('holds every block of the original, unchanged and in order', () => {
    const missing: string[] = [];
    let at = 0;
    for (const block of original) {
      const found = exported.indexOf(block, at);
      if (found < 0) missing.push(block);
      else at = found + 1;
    }
    expect(missing).toEqual([]);
  });

  it('adds the sixteenth symptom, rows for it and its neighbours, and the verification of each symptom, and nothing else', () => {
    const additions: string[] = [];
    let at = 0;
    for (const block of exported) {
      if (block === original[at]) at++;
      else additions.push(block);
    }
    expect(at).toBe(original.length);
    const text = additions.join('\n');
    const own = runbook.symptoms.filter(({ slug }) => slug !== 'out-of-memory');
    const rows = additions.filter((block) => block.startsWith('row '));
    expect(rows.length).toBe(runbook.symptoms.length - runbook.quickReference.length);
    const verifications = additions.filter((block) => block.includes('"value":"Verify"'));
    expect(verifications.length).toBe(runbook.symptoms.filter(({ verify }) => verify.length > 0).length);
    const verifyBlocks = own.reduce((sum, { verify }) => sum + verify.length, 0);
    const sixteenth = additions.findIndex((block) => block.includes('Symptom 16: Out of Memory'));
    expect(sixteenth).toBeGreaterThan(0);
    const before = additions.slice(0, sixteenth).filter((block) => !block.startsWith('row '));
    expect(before.filter((block) => !block.includes('"value":"Verify"')).length).toBe(verifyBlocks);
    expect(text).not.toContain('signature');
  });
});
