/**
 * Content Markdown to HTML. Raw HTML never passes through, images are never loaded, and a link that does not lead into the
 * site or to the web is shown as its text and its path instead of a broken link.
 */
import type { Link, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parseMarkdown } from './markdown.ts';

/** The address a link leads to, or null when it leads nowhere on the site. */
export type ResolveLink = (href: string) => string | null;

const toHtml = unified().use(remarkRehype).use(rehypeStringify).freeze();

export function renderProse(markdown: string, resolve: ResolveLink): string {
  const tree = parseMarkdown(markdown);
  settleLinks(tree, resolve);
  return toHtml.stringify(toHtml.runSync(tree));
}

/** One paragraph's worth of Markdown without the paragraph around it: table cells, list items. */
export function renderInline(markdown: string, resolve: ResolveLink): string {
  return renderProse(markdown, resolve)
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1')
    .trim();
}

function settleLinks(tree: Root, resolve: ResolveLink): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'image') {
      parent.children[index] = asLink(node.url, node.alt || node.url, resolve);
      return index;
    }
    if (node.type !== 'link') return undefined;
    const target = resolve(node.url);
    if (target === null) {
      const words = textOf(node);
      const path: PhrasingContent[] =
        words === node.url
          ? []
          : [
              { type: 'text', value: ' (' },
              { type: 'inlineCode', value: node.url },
              { type: 'text', value: ')' },
            ];
      parent.children.splice(index, 1, ...(node.children as PhrasingContent[]), ...path);
      return [SKIP, index + node.children.length + path.length];
    }
    node.url = target;
    return undefined;
  });
}

function asLink(url: string, text: string, resolve: ResolveLink): Link | PhrasingContent {
  const target = resolve(url);
  if (target === null) return { type: 'text', value: `${text} (${url})` };
  return { type: 'link', url: target, children: [{ type: 'text', value: text }] };
}
