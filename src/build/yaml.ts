/** Reads YAML against a schema and says for every mistake where it stands in the file. */
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit as visitNodes } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import { nearest } from './nearest.ts';

export interface YamlResult<T> {
  data: T | null;
  diagnostics: Diagnostic[];
  /** Places of the values by path, e.g. `related.0.symptom`. */
  positions: Record<string, Position>;
}

export interface YamlSource {
  text: string;
  /** Relative to the project, with `/`. */
  file: string;
  /** 1-based line of the file on which `text` begins. */
  firstLine: number;
}

type Issue = z.core.$ZodIssue;

export function readYaml<S extends z.ZodType>(source: YamlSource, schema: S, group: string): YamlResult<z.infer<S>> {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + source.firstLine - 1, column: col };
  };
  const root = document.contents as Node | null;
  const report = (offset: number, ruleId: string, message: string, hint?: string): Diagnostic => ({
    file: source.file,
    ...at(offset),
    ruleId: `${group}/${ruleId}`,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  });

  const faults = [...document.errors, ...document.warnings].map((fault) =>
    report(
      fault.pos[0],
      'yaml',
      `Unexpected YAML: ${fault.message.split('\n')[0]!.replace(/\.$/, '')}.`,
      'Mend the YAML first; its values are checked after that.',
    ),
  );
  visitNodes(document, {
    Alias(_, { source, range }) {
      const message = `Unexpected alias "*${source}", expected the value itself.`;
      faults.push(report(range?.[0] ?? 0, 'yaml', message, 'Aliases can multiply without end; write the value twice.'));
    },
  });
  if (faults.length > 0) return { data: null, diagnostics: faults, positions: {} };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { data: parsed.data, diagnostics: [], positions: collectPositions(root, at) };
  const diagnostics = parsed.error.issues.flatMap((issue) =>
    describeIssue(issue, schema, root).map(({ path, key, ruleId, message, hint }) =>
      report(offsetOf(root, path, key), ruleId, message, hint),
    ),
  );
  return { data: null, diagnostics, positions: {} };
}

interface Described {
  path: readonly PropertyKey[];
  /** The key itself is at fault, not its value. */
  key?: string;
  ruleId: string;
  message: string;
  hint?: string;
}

function describeIssue(issue: Issue, schema: z.ZodType, root: Node | null): Described[] {
  const path = issue.path;
  const name = path.length > 0 ? `"${path.join('.')}"` : 'the document';
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path,
      key,
      ruleId: 'unknown-key',
      message: `Unexpected key "${key}"${path.length > 0 ? ` in ${name}` : ''}, expected ${known.length > 0 ? `one of ${known.join(', ')}` : 'no such key'}.`,
      hint: suggestion(key, known) ?? 'Take it out, or look up its spelling in docs/content-format.md.',
    }));
  }
  const value = valueAt(root, path);
  if (value === undefined) {
    return [
      {
        path,
        ruleId: 'missing',
        message: `Unexpected absence of ${name}, expected ${expectation(issue)}.`,
        hint: `Add ${name}; docs/content-format.md shows an example.`,
      },
    ];
  }
  const found = JSON.stringify(value)?.slice(0, 80) ?? String(value);
  const hint = issue.code === 'invalid_value' ? suggestion(String(value), issue.values.map(String)) : undefined;
  return [
    {
      path,
      ruleId: 'invalid-value',
      message: `Unexpected value ${found} for ${name}, expected ${expectation(issue)}.`,
      hint: hint ?? 'docs/content-format.md describes every field.',
    },
  ];
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        ({ object: 'a map of keys', array: 'a list', string: 'text', int: 'a whole number' } as Record<string, string>)[
          issue.expected
        ] ?? `a ${issue.expected}`
      );
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return issue.message.replace(/^expected /, '');
  }
}

const unitOf = (origin: string): string => ({ string: ' characters', array: ' entries' })[origin] ?? '';

function suggestion(word: string, known: readonly string[]): string | undefined {
  const close = nearest(word, known);
  return close === null ? undefined : `Did you mean "${close}"?`;
}

/** The keys that a strict object schema knows at a path; empty when the schema is no object there. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const part of [...path, undefined]) {
    current = unwrap(current);
    if (part === undefined) break;
    const def = (current as { def?: { shape?: Record<string, unknown>; element?: unknown; valueType?: unknown } }).def;
    current = def?.shape?.[String(part)] ?? def?.element ?? def?.valueType;
  }
  const shape = (current as { def?: { shape?: object } } | undefined)?.def?.shape;
  return shape ? Object.keys(shape) : [];
}

function unwrap(schema: unknown): unknown {
  let current = schema as { def?: { innerType?: unknown } } | undefined;
  while (current?.def?.innerType !== undefined) current = current.def.innerType as typeof current;
  return current;
}

function valueAt(root: Node | null, path: readonly PropertyKey[]): unknown {
  let node: unknown = root;
  for (const part of path) {
    if (isMap(node)) node = node.get(part, true);
    else if (isSeq(node)) node = node.get(Number(part), true);
    else return undefined;
  }
  return isNode(node) ? node.toJSON() : node === undefined ? undefined : node;
}

/** Offset of the value at a path, or of the nearest thing around it that exists. */
function offsetOf(root: Node | null, path: readonly PropertyKey[], key?: string): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const part of path) {
    const next: unknown = isMap(node) ? node.get(part, true) : isSeq(node) ? node.get(Number(part), true) : undefined;
    if (!isNode(next)) return offset;
    offset = next.range?.[0] ?? offset;
    node = next;
  }
  if (key === undefined || !isMap(node)) return offset;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? offset) : offset;
}

function collectPositions(root: Node | null, at: (offset: number) => Position): Record<string, Position> {
  const positions: Record<string, Position> = {};
  const visit = (node: unknown, path: string): void => {
    if (!isNode(node)) return;
    if (path !== '' && node.range) positions[path] = at(node.range[0]);
    const join = (part: string | number) => (path === '' ? String(part) : `${path}.${part}`);
    if (isMap(node))
      for (const pair of node.items) visit(pair.value, join(String(isScalar(pair.key) ? pair.key.value : pair.key)));
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, join(index));
  };
  visit(root, '');
  return positions;
}
