/** Reads `content/` whole. Never stops at a mistake: what can be read is returned, with every diagnostic beside it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import { SLUG, type Slug } from '../model/ids.ts';
import { PAGE_KINDS, type Page, type PageKind } from '../model/page.ts';
import { type RunbookHead, runbookSchema } from '../model/runbook.ts';
import type { Sample, Symptom } from '../model/symptom.ts';
import { type Workflow, workflowsSchema } from '../model/workflow.ts';
import { readPage } from './page.ts';
import { readSymptom } from './symptom.ts';
import { readYaml } from './yaml.ts';

/** All content of one runbook. */
export interface Runbook extends RunbookHead {
  workflows: Workflow[];
  /** Ordered by code. */
  symptoms: Symptom[];
  guides: Page[];
  checklists: Page[];
  commands: Page[];
  escalation: Page | null;
  /** Places in runbook.yaml, by path. */
  positions: Record<string, { line: number; column: number }>;
}

export interface Loaded {
  /** Null when runbook.yaml or workflows.yaml could not be read. */
  runbook: Runbook | null;
  /** Names of all symptom folders, of those that could not be read too. */
  slugs: Slug[];
  diagnostics: Diagnostic[];
}

/** @param root The project's folder; content is read from `content/` in it. */
export async function loadRunbook(root: string): Promise<Loaded> {
  const diagnostics: Diagnostic[] = [];
  const collect = <T extends { diagnostics: Diagnostic[] }>(result: T): T => {
    diagnostics.push(...result.diagnostics);
    return result;
  };
  const head = collect(await readYamlFile(root, 'content/runbook.yaml', runbookSchema, 'runbook'));
  const workflows = collect(await readYamlFile(root, 'content/workflows.yaml', workflowsSchema, 'workflows'));
  const slugs = await namesIn(path.join(root, SYMPTOMS), 'folder');
  const symptoms = await loadSymptoms(root, slugs, diagnostics);
  const pages = new Map<PageKind, Page[]>();
  for (const kind of PAGE_KINDS) pages.set(kind, await loadPages(root, kind, diagnostics));
  diagnostics.sort(compareDiagnostics);
  if (head.data === null || workflows.data === null) return { runbook: null, slugs, diagnostics };
  const runbook: Runbook = {
    ...head.data,
    positions: head.positions,
    workflows: workflows.data,
    symptoms,
    guides: pages.get('guides')!,
    checklists: pages.get('checklists')!,
    commands: pages.get('commands')!,
    escalation: pages.get('escalation')![0] ?? null,
  };
  return { runbook, slugs, diagnostics };
}

async function readYamlFile<S extends z.ZodType>(root: string, file: string, schema: S, group: string) {
  const text = await readIfThere(path.join(root, file));
  if (text !== null) return readYaml({ text, file, firstLine: 1 }, schema, group);
  const diagnostic: Diagnostic = {
    file,
    line: 1,
    column: 1,
    ruleId: `${group}/missing`,
    severity: 'error',
    message: `Unexpected absence of ${file}, expected the file.`,
    hint: 'docs/content-format.md shows what stands in it.',
  };
  return { data: null, diagnostics: [diagnostic], positions: {} };
}

const SYMPTOMS = 'content/symptoms';

async function loadSymptoms(root: string, slugs: readonly Slug[], diagnostics: Diagnostic[]): Promise<Symptom[]> {
  const symptoms: Symptom[] = [];
  for (const slug of slugs) {
    const file = `${SYMPTOMS}/${slug}/symptom.md`;
    const fault = (ruleId: string, message: string, hint: string) =>
      diagnostics.push({ file, line: 1, column: 1, ruleId, severity: 'error', message, hint });
    if (!SLUG.test(slug)) {
      fault(
        'structure/slug',
        `Unexpected folder name "${slug}", expected lower-case words joined by "-".`,
        'It becomes part of the address.',
      );
      continue;
    }
    const source = await readIfThere(path.join(root, file));
    if (source === null) {
      fault(
        'structure/symptom-missing',
        `Unexpected folder without symptom.md, expected ${file}.`,
        'Write it, or delete the folder.',
      );
      continue;
    }
    const read = readSymptom(source, file, slug);
    diagnostics.push(...read.diagnostics);
    if (read.symptom === null) continue;
    symptoms.push({
      ...read.symptom,
      samples: await loadSamples(root, `${SYMPTOMS}/${slug}/samples`),
      nearMisses: await loadSamples(root, `${SYMPTOMS}/${slug}/near-misses`),
    });
  }
  return symptoms.sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }) || (a.slug < b.slug ? -1 : 1));
}

async function loadSamples(root: string, folder: string): Promise<Sample[]> {
  const names = (await namesIn(path.join(root, folder), 'file')).filter((name) => name.endsWith('.log'));
  return Promise.all(
    names.map(async (name) => {
      const raw = await readFile(path.join(root, folder, name), 'utf8');
      const source = /^# source: (\S.*)\n/.exec(raw);
      return {
        file: `${folder}/${name}`,
        source: source ? source[1]!.trim() : null,
        text: source ? raw.slice(source[0].length) : raw,
        firstLine: source ? 2 : 1,
      };
    }),
  );
}

async function loadPages(root: string, kind: PageKind, diagnostics: Diagnostic[]): Promise<Page[]> {
  const files =
    kind === 'escalation'
      ? ['content/escalation.md']
      : (await namesIn(path.join(root, 'content', kind), 'file'))
          .filter((name) => name.endsWith('.md'))
          .map((name) => `content/${kind}/${name}`);
  const pages: Page[] = [];
  for (const file of files) {
    const source = await readIfThere(path.join(root, file));
    if (source === null) continue;
    const read = readPage(source, file, kind, path.posix.basename(file, '.md'));
    diagnostics.push(...read.diagnostics);
    if (read.page !== null) pages.push(read.page);
  }
  return pages.sort((a, b) => a.order - b.order || (a.title < b.title ? -1 : 1));
}

async function namesIn(folder: string, kind: 'file' | 'folder'): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => (kind === 'folder' ? entry.isDirectory() : entry.isFile()) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
