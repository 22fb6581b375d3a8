/** Every rule on content that breaks it: the exact words a contributor reads. */
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/check/check.ts';
import { formatDiagnostics } from '../../../src/model/report.ts';
import { BODY, contentFolder, type Files, HEAD, RUNBOOK, WORKFLOWS } from '../../support/content-folder.ts';

const check = async (files: Files): Promise<string> =>
  formatDiagnostics((await checkContent(await contentFolder(files))).diagnostics);
const FILE = 'symptoms/disk-full/symptom.md';
const head = (lines: string) => HEAD.replace('---\ncode', `---\n${lines}\ncode`);
const signature = (line: string) =>
  HEAD + BODY.replace('No space left on device\n```\n\n## D', `${line}\n\`\`\`\n\n## D`);

it('content without a mistake has no diagnostics', async () => {
  expect(await check({})).toBe('');
});

describe('codes', () => {
  it('are not given twice', async () => {
    expect(await check({ 'symptoms/disk-two/symptom.md': HEAD + BODY })).toMatchInlineSnapshot(`
      "content/symptoms/disk-two/symptom.md:2:7  codes/duplicate  Unexpected code CI001 of disk-full again, expected one that no other symptom has.
          The next free one is CI002."
    `);
  });
});

describe('references', () => {
  it('name workflows and symptoms that exist', async () => {
    expect(
      await check({
        [FILE]:
          head('related: [{ symptom: disk-ful, as: causes }]\ncauses: [nowhere-else, disk-full]').replace(
            'workflow: general',
            'workflow: genral',
          ) + BODY,
        'runbook.yaml': `${RUNBOOK}quickReference: [disk-full, missing-one]\n`,
      }),
    ).toMatchInlineSnapshot(`
      "content/runbook.yaml:7:29  references/unknown-symptom  Unexpected symptom "missing-one", expected one of disk-full.
          Write the symptom first, or take the entry out.
      content/symptoms/disk-full/symptom.md:2:22  references/unknown-symptom  Unexpected symptom "disk-ful", expected one of disk-full.
          Did you mean "disk-full"?
      content/symptoms/disk-full/symptom.md:3:10  references/unknown-symptom  Unexpected symptom "nowhere-else", expected one of disk-full.
          Write the symptom first, or take the entry out.
      content/symptoms/disk-full/symptom.md:3:24  references/self  Unexpected "disk-full", expected another symptom than this one.
          Take the entry out.
      content/symptoms/disk-full/symptom.md:6:11  references/unknown-workflow  Unexpected workflow "genral", expected one of general.
          Did you mean "general"?"
    `);
  });

  it('find one workflow for each id', async () => {
    expect(await check({ 'workflows.yaml': WORKFLOWS + WORKFLOWS })).toMatchInlineSnapshot(`
      "content/workflows.yaml:1:1  references/workflow-twice  Unexpected second workflow "general", expected different ids.
          Join the two."
    `);
  });
});

describe('placeholders', () => {
  it('that are explained are used', async () => {
    expect(
      await check({
        [FILE]:
          head('placeholders: { fil: { example: a }, nothing: { example: b } }') +
          BODY.replace('rm -rf build', 'rm <file>'),
      }),
    ).toMatchInlineSnapshot(`
      "content/symptoms/disk-full/symptom.md:2:22  placeholders/unused  Unexpected placeholder "fil", expected one that a command or snippet of this symptom uses.
          Did you mean "file"?
      content/symptoms/disk-full/symptom.md:2:47  placeholders/unused  Unexpected placeholder "nothing", expected one that a command or snippet of this symptom uses.
          Take it out, or use it in a command."
    `);
  });
});

describe('signatures', () => {
  it('can be read', async () => {
    expect(await check({ [FILE]: signature('  exit <code:number>') })).toMatchInlineSnapshot(`
      "content/symptoms/disk-full/symptom.md:17:8  signature/syntax  Unexpected type "number" in "<code:number>", expected one of int, word, path.
          Write \\< for a literal "<"."
    `);
  });
  it('have a word long enough', async () => {
    expect(await check({ [FILE]: signature('OOM <...> hit') })).toMatchInlineSnapshot(`
      "content/symptoms/disk-full/symptom.md:17:1  signature/too-short  warning: Unexpected short words in "oom  …  hit", expected a word of 7 letters, or one of 5 with a space on each side.
          It is too short for the scanner and found in pasted excerpts only. Add words that the message always has, or put it into a \`\`\`signature excerpt fence."
    `);
  });
  it('are written once', async () => {
    expect(
      await check({ [FILE]: signature('No space left on device\nno SPACE left on device') }),
    ).toMatchInlineSnapshot(`
      "content/symptoms/disk-full/symptom.md:18:1  signature/twice  Unexpected second "no SPACE left on device", expected it once.
          Line 17 has it already."
    `);
  });
  it('are there', async () => {
    expect(await check({ [FILE]: HEAD + BODY.replace(/```signature\n[^`]+```\n\n/g, '') })).toMatchInlineSnapshot(`
      "content/symptoms/disk-full/symptom.md:1:1  signature/none  Unexpected symptom without signatures, expected at least one.
          Put the fixed words of its message into a \`\`\`signature fence under "What you see"."
    `);
  });
  it('between slashes are proven linear', async () => {
    expect(
      await check({ [FILE]: signature('/exit code (?:a+)+b$/\n/exit code \\d{1,3} seen/') }),
    ).toMatchInlineSnapshot(`
      "content/symptoms/disk-full/symptom.md:17:1  expression/not-linear  Unexpected exponential running time of "/exit code (?:a+)+b$/", expected a linear one.
          A template with <...> for the parts that vary does the same and is always linear.
      content/symptoms/disk-full/symptom.md:17:1  signature/too-short  warning: Unexpected short words in "exit code", expected a word of 7 letters, or one of 5 with a space on each side.
          It is too short for the scanner and found in pasted excerpts only. Add words that the message always has, or put it into a \`\`\`signature excerpt fence.
      content/symptoms/disk-full/symptom.md:18:1  signature/too-short  warning: Unexpected short words in "exit code", expected a word of 7 letters, or one of 5 with a space on each side.
          It is too short for the scanner and found in pasted excerpts only. Add words that the message always has, or put it into a \`\`\`signature excerpt fence."
    `);
  });
});

it('all mistakes of all files are said in one run, in the order of the files', async () => {
  const { diagnostics } = await checkContent(
    await contentFolder({
      'symptoms/a-one/symptom.md': HEAD.replace('CI001', 'CI002').replace('severity: high', 'severity: none') + BODY,
      'symptoms/b-two/symptom.md':
        HEAD.replace('CI001', 'CI003').replace('workflow: general', 'workflow: nothing') + BODY,
      [FILE]: signature('x <a><b>'),
      'guides/a.md': '---\ntitle: A\n---\nx <b>y</b>\n',
    }),
  );
  expect(diagnostics.map(({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}`)).toEqual([
    'content/guides/a.md:4:3 structure/raw-html',
    'content/guides/a.md:4:7 structure/raw-html',
    'content/symptoms/a-one/symptom.md:5:11 frontmatter/invalid-value',
    'content/symptoms/b-two/symptom.md:4:11 references/unknown-workflow',
    'content/symptoms/disk-full/symptom.md:17:1 signature/syntax',
  ]);
});
