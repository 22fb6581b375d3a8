/** A content file with a YAML head: its values, and its body as a tree whose positions count from the file's start. */
import type { RootContent } from 'mdast';
import type { z } from 'zod';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import { parseMarkdown } from './markdown.ts';
import { readYaml } from './yaml.ts';

export interface Document<T> {
  head: T | null;
  positions: Record<string, Position>;
  body: RootContent[];
  diagnostics: Diagnostic[];
}

export function readDocument<S extends z.ZodType>(text: string, file: string, schema: S): Document<z.infer<S>> {
  const [first, ...rest] = parseMarkdown(text).children;
  if (first?.type !== 'yaml') {
    const diagnostic: Diagnostic = {
      file,
      line: 1,
      column: 1,
      ruleId: 'frontmatter/missing',
      severity: 'error',
      message: `Unexpected start of the file, expected frontmatter between two lines of "---".`,
      hint: 'The first line of the file must be "---"; docs/content-format.md shows an example.',
    };
    return { head: null, positions: {}, body: first ? [first, ...rest] : rest, diagnostics: [diagnostic] };
  }
  const firstLine = first.position!.start.line + 1;
  const { data, diagnostics, positions } = readYaml({ text: first.value, file, firstLine }, schema, 'frontmatter');
  return { head: data, positions, body: rest, diagnostics };
}
