/** Reads a guide, a checklist, a group of commands or the escalation page. */
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Page, type PageKind, type PageSection, pageSchema } from '../model/page.ts';
import { readBlocks } from './blocks.ts';
import { readDocument } from './document.ts';
import { createReporter } from './reporter.ts';
import { slugify } from './slugify.ts';

export interface PageFile {
  page: Page | null;
  diagnostics: Diagnostic[];
}

export function readPage(source: string, file: string, kind: PageKind, slug: string): PageFile {
  const document = readDocument(source, file, pageSchema);
  const reporter = createReporter(file, [...document.diagnostics]);
  const parts: { heading: Heading | null; nodes: RootContent[] }[] = [{ heading: null, nodes: [] }];
  for (const node of document.body) {
    if (node.type !== 'heading') parts.at(-1)!.nodes.push(node);
    else {
      if (node.depth !== 2) {
        reporter.error(
          node,
          'structure/heading',
          `Unexpected heading "${'#'.repeat(node.depth)} ${textOf(node)}", expected one that begins with "## ".`,
          'Pages have one level of headings; the title stands in the frontmatter.',
        );
      }
      parts.push({ heading: node, nodes: [] });
    }
  }
  const seen = new Set<string>();
  const sections: PageSection[] = parts
    .filter(({ heading, nodes }) => heading !== null || nodes.length > 0)
    .map(({ heading, nodes }) => {
      const title = heading ? textOf(heading) : '';
      const id = slugify(title);
      if (heading && seen.has(id)) {
        reporter.error(
          heading,
          'structure/section-repeated',
          `Unexpected second section "${title}", expected different titles.`,
          'Their anchors would be the same.',
        );
      }
      seen.add(id);
      return { title, id, blocks: readBlocks(nodes, { source, reporter, place: null }).blocks };
    });
  if (sections.length === 0) {
    reporter.error(
      { line: 1, column: 1 },
      'structure/empty-section',
      'Unexpected empty page, expected text below the frontmatter.',
      'Write it, or delete the file.',
    );
  }
  if (document.head === null) return { page: null, diagnostics: reporter.diagnostics };
  return {
    page: { ...document.head, kind, slug, order: document.head.order ?? 999, file, sections },
    diagnostics: reporter.diagnostics,
  };
}
