import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/build/index-file.ts';
import { loadRunbook } from '../../../src/build/load.ts';
import { readPage } from '../../../src/build/page.ts';
import { formatDiagnostics } from '../../../src/model/report.ts';
import { BODY, contentFolder, type Files, HEAD } from '../../support/content-folder.ts';
import { rows } from '../../support/rows.ts';

const load = async (files: Files = {}) => loadRunbook(await contentFolder(files));
const second = (code: string) => HEAD.replace('CI001', code) + BODY;

describe('content', () => {
  it('is loaded whole', async () => {
    const { runbook, diagnostics } = await load({
      'symptoms/disk-full/samples/b.log': '# source: https://a.b/c\nNo space left on device\n',
      'symptoms/disk-full/samples/a.log': 'No space left on device\n',
      'symptoms/disk-full/near-misses/c.log': 'plenty of space\n',
      'symptoms/disk-full/samples/notes.txt': 'no sample',
      'guides/b.md': '---\ntitle: Second\norder: 2\n---\nText.\n',
      'guides/a.md': '---\ntitle: Last\n---\nText.\n',
      'guides/c.md': '---\ntitle: First\norder: 1\n---\nText.\n\n## Part\n\nMore.\n',
      'escalation.md': '---\ntitle: Escalation\n---\nCall.\n',
    });
    expect(diagnostics).toEqual([]);
    expect(runbook!.symptoms[0]!.samples).toEqual([
      {
        file: 'content/symptoms/disk-full/samples/a.log',
        source: null,
        text: 'No space left on device\n',
        firstLine: 1,
      },
      {
        file: 'content/symptoms/disk-full/samples/b.log',
        source: 'https://a.b/c',
        text: 'No space left on device\n',
        firstLine: 2,
      },
    ]);
    expect(runbook!.symptoms[0]!.nearMisses.map(({ source }) => source)).toEqual([null]);
    expect(runbook!.guides.map(({ title, slug }) => [title, slug])).toEqual([
      ['First', 'c'],
      ['Second', 'b'],
      ['Last', 'a'],
    ]);
    expect(runbook!.guides[0]!.sections.map(({ title, id }) => [title, id])).toEqual([
      ['', ''],
      ['Part', 'part'],
    ]);
    expect(runbook!.escalation).toMatchObject({ title: 'Escalation', kind: 'escalation' });
  });

  it('has its symptoms in the order of their codes, numbers counted as numbers', async () => {
    const { runbook } = await load({
      'symptoms/a/symptom.md': second('CI1000'),
      'symptoms/b/symptom.md': second('CI0200'),
      'symptoms/c/symptom.md': second('CI030'),
    });
    expect(runbook!.symptoms.map(({ code }) => code)).toEqual(['CI001', 'CI030', 'CI0200', 'CI1000']);
  });

  it('may have Windows line ends and a byte-order mark', async () => {
    const { runbook, diagnostics } = await load({
      'symptoms/disk-full/symptom.md': `\ufeff${(HEAD + BODY).replaceAll('\n', '\r\n')}`,
    });
    expect(diagnostics).toEqual([]);
    expect(runbook!.symptoms[0]!.signatures[0]!.lines[0]!.text).toBe('No space left on device');
  });
});

describe('what is not right', () => {
  rows(
    [
      [
        'no runbook.yaml',
        { 'runbook.yaml': null },
        'content/runbook.yaml:1:1  runbook/missing  Unexpected absence of content/runbook.yaml, expected the file.\n    docs/content-format.md shows what stands in it.',
      ],
      [
        'no workflow',
        { 'workflows.yaml': '[]\n' },
        'content/workflows.yaml:1:1  workflows/invalid-value  Unexpected value [] for the document, expected at least 1 entries.\n    docs/content-format.md describes every field.',
      ],
      [
        'a folder without symptom.md',
        { 'symptoms/empty/samples/a.log': 'x' },
        'content/symptoms/empty/symptom.md:1:1  structure/symptom-missing  Unexpected folder without symptom.md, expected content/symptoms/empty/symptom.md.\n    Write it, or delete the folder.',
      ],
      [
        'a folder name that is no slug',
        { 'symptoms/Disk_Full/symptom.md': second('CI002') },
        'content/symptoms/Disk_Full/symptom.md:1:1  structure/slug  Unexpected folder name "Disk_Full", expected lower-case words joined by "-".\n    It becomes part of the address.',
      ],
      [
        'a page without text',
        { 'guides/a.md': '---\ntitle: A\n---\n' },
        'content/guides/a.md:1:1  structure/empty-section  Unexpected empty page, expected text below the frontmatter.\n    Write it, or delete the file.',
      ],
      [
        'a page without a title',
        { 'guides/a.md': '---\norder: 1\n---\nText.\n' },
        'content/guides/a.md:2:1  frontmatter/missing  Unexpected absence of "title", expected text.\n    Add "title"; docs/content-format.md shows an example.',
      ],
    ] satisfies [string, Files, string][],
    async (_, files, expected) => expect(formatDiagnostics((await load(files)).diagnostics)).toBe(expected),
  );

  it('does not keep the rest from being read, and is said in the order of the files', async () => {
    const { runbook, diagnostics } = await load({
      'runbook.yaml': 'title: 1\n',
      'guides/a.md': 'no head',
      'symptoms/bad/symptom.md': HEAD.replace('CI001', 'x1') + BODY,
    });
    expect(runbook).toBeNull();
    expect(diagnostics.map(({ file }) => file)).toEqual([...diagnostics.map(({ file }) => file)].sort());
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(
      new Set(['content/guides/a.md', 'content/runbook.yaml', 'content/symptoms/bad/symptom.md']),
    );
  });
});

describe('a page', () => {
  const page = (text: string) =>
    formatDiagnostics(readPage(`---\ntitle: A\n---\n${text}`, 'a.md', 'guides', 'a').diagnostics);
  rows(
    [
      [
        'has one level of headings',
        '### Deep\n\nText.\n',
        'a.md:4:1  structure/heading  Unexpected heading "### Deep", expected one that begins with "## ".\n    Pages have one level of headings; the title stands in the frontmatter.',
      ],
      [
        'has sections of different names',
        '## One\n\nA.\n\n## One!\n\nB.\n',
        'a.md:8:1  structure/section-repeated  Unexpected second section "One!", expected different titles.\n    Their anchors would be the same.',
      ],
      [
        'has no signatures',
        '```signature\nx\n```\n',
        'a.md:4:1  structure/signature-place  Unexpected signature fence, expected it under "What you see" or under an option.\n    A signature points to the part that it stands in.',
      ],
      [
        'has no heading inside a quotation',
        '> ## Quoted\n',
        'a.md:4:3  structure/heading  Unexpected heading inside another block, expected it on its own.\n    Move it out of the list or quotation.',
      ],
    ] satisfies [string, string, string][],
    (_, text, expected) => expect(page(text)).toBe(expected),
  );

  it('has checklists with their items', () => {
    const { page: read } = readPage(
      '---\ntitle: A\n---\n- [ ] Run `make`\n- [ ] Look *twice*\n',
      'a.md',
      'checklists',
      'a',
    );
    expect(read!.sections[0]!.blocks).toMatchObject([{ kind: 'checklist', items: ['Run `make`', 'Look *twice*'] }]);
  });
});

describe('the index', () => {
  it('holds what the engine needs: fences by symptom, causes by number', async () => {
    const { runbook } = await load({
      'symptoms/zip/symptom.md': second('CI002').replace(
        'workflow: general',
        'workflow: general\ncauses: [disk-full, unknown-one]',
      ),
    });
    const { format, symptoms, fences } = buildIndex(runbook!);
    expect(format).toBe(1);
    expect(symptoms).toMatchObject([
      { slug: 'disk-full', code: 'CI001', causes: [] },
      { slug: 'zip', code: 'CI002', causes: [0] },
    ]);
    expect(fences.map(({ symptom, place, kind, lines }) => [symptom, place, kind, lines])).toEqual([
      [0, 'symptom', 'any', ['No space left on device']],
      [0, 'option-a', 'any', ['cannot write <file:path>: disk full']],
      [1, 'symptom', 'any', ['No space left on device']],
      [1, 'option-a', 'any', ['cannot write <file:path>: disk full']],
    ]);
  });

  it('holds the lines of samples and of log text, each once', async () => {
    const { runbook } = await load({
      'symptoms/disk-full/samples/a.log': 'broker certificate handshake rejected\nshort words\nshort words\n',
    });
    const { known } = buildIndex(runbook!);
    expect(known.filter(([symptom, text]) => symptom === 0 && text === 'short words')).toHaveLength(1);
    expect(known).toContainEqual([0, 'broker certificate handshake rejected']);
  });
});
