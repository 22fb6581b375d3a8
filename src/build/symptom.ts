/** Reads one `symptom.md` into a typed symptom. Reports everything that does not fit, with its place. */
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block } from '../model/block.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place, Slug } from '../model/ids.ts';
import { type Option, type SignatureFence, type Symptom, symptomSchema } from '../model/symptom.ts';
import { readBlocks } from './blocks.ts';
import { readDocument } from './document.ts';
import { nearest } from './nearest.ts';
import { createReporter, positionOf, type Reporter } from './reporter.ts';

const SECTIONS = ['What you see', 'Diagnosis', 'Resolution', 'Verify', 'Prevention'] as const;
type SectionName = (typeof SECTIONS)[number];

/** A symptom without its samples, which stand in files of their own. */
export type SymptomBody = Omit<Symptom, 'samples' | 'nearMisses'>;

export interface SymptomFile {
  symptom: SymptomBody | null;
  diagnostics: Diagnostic[];
}

interface Part {
  heading: Heading;
  nodes: RootContent[];
}

export function readSymptom(source: string, file: string, slug: Slug): SymptomFile {
  const document = readDocument(source, file, symptomSchema);
  const reporter = createReporter(file, [...document.diagnostics]);
  const sections = readSections(document.body, reporter);
  const signatures: SignatureFence[] = [];
  const read = (nodes: readonly RootContent[] | undefined, place: Place | null): Block[] => {
    const part = readBlocks(nodes ?? [], { source, reporter, place });
    signatures.push(...part.signatures);
    return part.blocks;
  };

  const see = read(sections.get('What you see')?.nodes, 'symptom');
  const diagnosis = read(sections.get('Diagnosis')?.nodes, null);
  const { before, options } = splitOptions(sections.get('Resolution')?.nodes ?? [], reporter);
  const resolution = read(before, null);
  const readOptions: Option[] = options.map(({ letter, title, id, heading, nodes }) => {
    const blocks = read(nodes, id);
    if (blocks.length === 0) {
      reporter.error(
        heading,
        'structure/empty-section',
        `Unexpected empty option ${letter}, expected what to do.`,
        'Add commands or a paragraph below its heading.',
      );
    }
    return { letter, id, title, blocks, position: positionOf(heading) };
  });
  const verify = read(sections.get('Verify')?.nodes, null);
  const prevention = read(sections.get('Prevention')?.nodes, null);
  requireContent(
    sections,
    { 'What you see': see, Diagnosis: diagnosis, Resolution: [...resolution, ...readOptions], Prevention: prevention },
    reporter,
  );

  if (document.head === null) return { symptom: null, diagnostics: reporter.diagnostics };
  return {
    symptom: {
      ...document.head,
      slug,
      file,
      see,
      diagnosis,
      resolution,
      options: readOptions,
      verify,
      prevention,
      signatures,
      positions: document.positions,
    },
    diagnostics: reporter.diagnostics,
  };
}

/** The `##` sections by name; reports those that are unknown, repeated, missing or out of order. */
function readSections(body: readonly RootContent[], reporter: Reporter): Map<SectionName, Part> {
  const parts = new Map<SectionName, Part>();
  let current: Part | null = null;
  let strayReported = false;
  for (const node of body) {
    if (node.type === 'heading' && node.depth <= 2) {
      current = { heading: node, nodes: [] };
      addSection(parts, node, current, reporter);
    } else if (current !== null) {
      current.nodes.push(node);
    } else if (!strayReported) {
      strayReported = true;
      reporter.error(
        node,
        'structure/stray-text',
        'Unexpected text before the first section, expected "## What you see".',
        'Move it into a section.',
      );
    }
  }
  for (const name of SECTIONS) {
    if (name === 'Verify' || parts.has(name)) continue;
    const last = body.at(-1);
    reporter.error(
      last?.position ? last.position.end : { line: 1, column: 1 },
      'structure/section-missing',
      `Unexpected absence of the section "${name}", expected "## ${name}".`,
      `The sections are, in order: ${SECTIONS.join(', ')}.`,
    );
  }
  return parts;
}

function addSection(parts: Map<SectionName, Part>, heading: Heading, part: Part, reporter: Reporter): void {
  const title = textOf(heading);
  const name = SECTIONS.find((section) => section === title);
  if (heading.depth !== 2 || name === undefined) {
    const close = nearest(title, SECTIONS);
    reporter.error(
      heading,
      'structure/heading',
      `Unexpected heading "${'#'.repeat(heading.depth)} ${title}", expected one of ${SECTIONS.map((s) => `"## ${s}"`).join(', ')}.`,
      close ? `Did you mean "## ${close}"?` : 'The title of the symptom stands in the frontmatter.',
    );
    return;
  }
  if (parts.has(name)) {
    reporter.error(
      heading,
      'structure/section-repeated',
      `Unexpected second section "${name}", expected one.`,
      'Join the two.',
    );
    return;
  }
  const later = [...parts.keys()].find((other) => SECTIONS.indexOf(other) > SECTIONS.indexOf(name));
  if (later !== undefined) {
    reporter.error(
      heading,
      'structure/section-order',
      `Unexpected section "${name}" after "${later}", expected it before.`,
      `The sections are, in order: ${SECTIONS.join(', ')}.`,
    );
  }
  parts.set(name, part);
}

interface OptionPart extends Part {
  letter: string;
  id: `option-${string}`;
  title: string;
}

function splitOptions(
  nodes: readonly RootContent[],
  reporter: Reporter,
): { before: RootContent[]; options: OptionPart[] } {
  const before: RootContent[] = [];
  const options: OptionPart[] = [];
  let current: { nodes: RootContent[] } = { nodes: before };
  for (const node of nodes) {
    if (node.type !== 'heading') {
      current.nodes.push(node);
      continue;
    }
    const expected = String.fromCharCode(65 + options.length);
    const match = /^Option ([A-Z]): (\S.*)$/.exec(textOf(node));
    if (node.depth !== 3 || match === null) {
      reporter.error(
        node,
        'structure/heading',
        `Unexpected heading "${'#'.repeat(node.depth)} ${textOf(node)}", expected "### Option ${expected}: …".`,
        'Under Resolution every heading begins an option.',
      );
      continue;
    }
    if (match[1] !== expected) {
      reporter.error(
        node,
        'structure/option-letter',
        `Unexpected option ${match[1]}, expected ${expected}.`,
        'Options are lettered A, B, C, … in order: their anchors depend on it.',
      );
    }
    const letter = match[1]!;
    const option: OptionPart = {
      heading: node,
      nodes: [],
      letter,
      id: `option-${letter.toLowerCase()}`,
      title: match[2]!.trim(),
    };
    options.push(option);
    current = option;
  }
  return { before, options };
}

function requireContent(
  sections: Map<SectionName, Part>,
  content: Partial<Record<SectionName, unknown[]>>,
  reporter: Reporter,
): void {
  for (const [name, blocks] of Object.entries(content)) {
    const part = sections.get(name as SectionName);
    if (part && blocks?.length === 0) {
      reporter.error(
        part.heading,
        'structure/empty-section',
        `Unexpected empty section "${name}", expected text in it.`,
        'Write at least one paragraph or code block.',
      );
    }
  }
  for (const name of ['What you see', 'Diagnosis', 'Verify', 'Prevention'] as const) {
    for (const node of sections.get(name)?.nodes ?? []) {
      if (node.type !== 'heading') continue;
      reporter.error(
        node,
        'structure/heading',
        `Unexpected heading "${textOf(node)}" in "${name}", expected none.`,
        'Only Resolution has headings of its own: the options.',
      );
    }
  }
}
