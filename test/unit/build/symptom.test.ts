import { describe, expect, it } from 'vitest';
import { readSymptom } from '../../../src/build/symptom.ts';
import { formatDiagnostics } from '../../../src/model/report.ts';
import { BODY, HEAD } from '../../support/content-folder.ts';
import { rows } from '../../support/rows.ts';

const FILE = 'content/symptoms/disk-full/symptom.md';
const read = (source: string) => readSymptom(source, FILE, 'disk-full');
/** Without the file's name, which is the same everywhere. */
const mistakes = (source: string): string => formatDiagnostics(read(source).diagnostics).replaceAll(`${FILE}:`, '');

describe('a symptom', () => {
  const { symptom, diagnostics } = read(HEAD + BODY);

  it('is read without a mistake', () => {
    expect(diagnostics).toEqual([]);
    expect(symptom).toMatchObject({ slug: 'disk-full', code: 'CI001', file: FILE, tags: [], causes: [], verify: [] });
  });

  it('has signatures that point to the part they stand in, with their places', () => {
    expect(symptom!.signatures.map(({ kind, place, lines }) => ({ kind, place, lines }))).toEqual([
      {
        kind: 'any',
        place: 'symptom',
        lines: [{ text: 'No space left on device', position: { line: 17, column: 1 } }],
      },
      {
        kind: 'any',
        place: 'option-a',
        lines: [{ text: 'cannot write <file:path>: disk full', position: { line: 32, column: 1 } }],
      },
    ]);
  });

  it('has log text, commands and options', () => {
    expect(symptom!.see.map(({ kind }) => kind)).toEqual(['log']);
    expect(symptom!.diagnosis).toMatchObject([
      { kind: 'commands', steps: [{ description: 'Look at the disk', commands: 'df -h', risk: 'reads' }] },
    ]);
    expect(symptom!.options).toMatchObject([{ letter: 'A', id: 'option-a', title: 'Delete Files' }]);
    expect(symptom!.prevention).toMatchObject([{ kind: 'prose', markdown: 'Clean up.' }]);
  });
});

describe('a signature fence', () => {
  const fence = (meta: string, lines: string) =>
    read(HEAD + BODY.replace('```signature\nNo space', `\`\`\`signature ${meta}\n${lines}\nNo space`));

  rows(
    [
      ['may be a sequence within twenty lines', 'sequence', 'sequence', 20],
      ['may be a sequence within so many lines', 'sequence within=7', 'sequence', 7],
      ['may be for excerpts only', 'excerpt', 'excerpt', 0],
      ['may be a veto on its own line', 'unless', 'unless', 0],
      ['may be a veto with a reach', 'unless within=5', 'unless', 5],
    ] satisfies [string, string, string, number][],
    (_, meta, kind, within) => expect(fence(meta, 'first line').symptom!.signatures[0]).toMatchObject({ kind, within }),
  );

  it('keeps the column of an indented line, and drops empty lines', () => {
    expect(fence('', '\n   indented <name>').symptom!.signatures[0]!.lines[0]).toEqual({
      text: 'indented <name>',
      position: { line: 18, column: 4 },
    });
  });
});

describe('a mistake in the file is said with its place', () => {
  const change = (from: string, to: string): string => {
    expect(HEAD + BODY).toContain(from);
    return (HEAD + BODY).replace(from, to);
  };
  const SECTIONS = 'The sections are, in order: What you see, Diagnosis, Resolution, Verify, Prevention.';
  rows(
    [
      [
        'no frontmatter',
        () => BODY.trimStart(),
        '1:1  frontmatter/missing  Unexpected start of the file, expected frontmatter between two lines of "---".\n    The first line of the file must be "---"; docs/content-format.md shows an example.',
      ],
      [
        'a wrong value',
        () => change('severity: high', 'severity: urgent'),
        '5:11  frontmatter/invalid-value  Unexpected value "urgent" for "severity", expected one of low, medium, high, critical.\n    docs/content-format.md describes every field.',
      ],
      [
        'a misspelt section',
        () => change('## Diagnosis', '## Diagnosys'),
        '20:1  structure/heading  Unexpected heading "## Diagnosys", expected one of "## What you see", "## Diagnosis", "## Resolution", "## Verify", "## Prevention".\n    Did you mean "## Diagnosis"?\n42:10  structure/section-missing  Unexpected absence of the section "Diagnosis", expected "## Diagnosis".\n    ' +
          SECTIONS,
      ],
      [
        'a section twice',
        () => change('## Prevention', '## Prevention\n\nOnce.\n\n## Prevention'),
        '44:1  structure/section-repeated  Unexpected second section "Prevention", expected one.\n    Join the two.',
      ],
      [
        'sections out of order',
        () => change('## Diagnosis', '## Prevention').replace('## Prevention\n\nClean', '## Diagnosis\n\nClean'),
        '27:1  structure/section-order  Unexpected section "Resolution" after "Prevention", expected it before.\n    ' +
          SECTIONS +
          '\n40:1  structure/section-order  Unexpected section "Diagnosis" after "Prevention", expected it before.\n    ' +
          SECTIONS,
      ],
      [
        'an empty section',
        () => change('Clean up.', ''),
        '40:1  structure/empty-section  Unexpected empty section "Prevention", expected text in it.\n    Write at least one paragraph or code block.',
      ],
      [
        'a title in the text',
        () => change('\n## What', '\n# Disk\n\n## What'),
        '10:1  structure/heading  Unexpected heading "# Disk", expected one of "## What you see", "## Diagnosis", "## Resolution", "## Verify", "## Prevention".\n    The title of the symptom stands in the frontmatter.',
      ],
      [
        'text before the first section',
        () => change('\n## What', '\nHello.\n\nAgain.\n\n## What'),
        '10:1  structure/stray-text  Unexpected text before the first section, expected "## What you see".\n    Move it into a section.',
      ],
      [
        'a wrong option letter',
        () => change('Option A', 'Option B'),
        '29:1  structure/option-letter  Unexpected option B, expected A.\n    Options are lettered A, B, C, … in order: their anchors depend on it.',
      ],
      [
        'a heading that is no option',
        () => change('### Option A: Delete Files', '### Delete Files'),
        expect.stringContaining(
          '29:1  structure/heading  Unexpected heading "### Delete Files", expected "### Option A: …".',
        ),
      ],
      [
        'an empty option',
        () => change('## Prevention', '### Option B: Wait\n\n## Prevention'),
        '40:1  structure/empty-section  Unexpected empty option B, expected what to do.\n    Add commands or a paragraph below its heading.',
      ],
      [
        'a heading where none may be',
        () => change('# Look at the disk\ndf -h\n```', 'df -h\n```\n\n### More\n\nText.'),
        '26:1  structure/heading  Unexpected heading "More" in "Diagnosis", expected none.\n    Only Resolution has headings of its own: the options.',
      ],
      [
        'a code block without a language',
        () => change('```log', '```'),
        '12:1  structure/code-language  Unexpected code block without a language, expected one such as ```log, ```bash or ```yaml.\n    Use "log" for text that a machine printed and "text" when nothing fits.\n10:1  structure/empty-section  Unexpected empty section "What you see", expected text in it.\n    Write at least one paragraph or code block.',
      ],
      [
        'an empty code block',
        () => change('rm -rf build', '').replace('# Delete what is left\n', ''),
        expect.stringContaining('structure/empty-block  Unexpected empty bash block, expected text in it.'),
      ],
      [
        'a signature under Diagnosis',
        () => change('```bash\n# Look', '```signature\nx\n```\n\n```bash\n# Look'),
        '22:1  structure/signature-place  Unexpected signature fence, expected it under "What you see" or under an option.\n    A signature points to the part that it stands in.',
      ],
      [
        'unknown words behind signature',
        () => change('```signature\nNo', '```signature any\nNo'),
        '16:1  signature/fence  Unexpected words "any" after "signature", expected "sequence within=20", "unless", "excerpt" or nothing.\n    docs/content-format.md lists the kinds of fences.',
      ],
      [
        'a sequence of one line',
        () => change('```signature\nNo', '```signature sequence\nNo'),
        '16:1  signature/fence  Unexpected sequence of one line, expected at least two.\n    Leave out "sequence" when one line is enough.',
      ],
      [
        'an empty signature fence',
        () => change('No space left on device\n```\n\n## D', '```\n\n## D'),
        '16:1  signature/fence  Unexpected empty signature fence, expected one signature a line.\n    Fill the fence or take it out.',
      ],
      [
        'raw HTML',
        () => change('Clean up.', 'Clean <b>up</b>.'),
        '42:7  structure/raw-html  Unexpected HTML "<b>", expected Markdown.\n    Write text in backticks to show it as it is.\n42:12  structure/raw-html  Unexpected HTML "</b>", expected Markdown.\n    Write text in backticks to show it as it is.',
      ],
      [
        'a link that runs code',
        () => change('Clean up.', 'Clean [up](javascript:alert(1)).'),
        '42:7  structure/unsafe-link  Unexpected address "javascript:alert(1)", expected https or a path.\n    Links that run code are refused.',
      ],
    ] as [string, () => string, string][],
    (_, source, expected) => expect(mistakes(source())).toEqual(expected),
  );

  it('and all mistakes are said in one run', () => {
    const source = change('severity: high', 'severity: urgent')
      .replace('## Prevention', '## Preventing')
      .replace('```log', '```');
    expect(
      read(source)
        .diagnostics.map(({ ruleId }) => ruleId)
        .sort(),
    ).toEqual([
      'frontmatter/invalid-value',
      'structure/code-language',
      'structure/empty-section',
      'structure/heading',
      'structure/section-missing',
    ]);
  });
});
