import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/cli/check.ts';
import { BODY, contentFolder, HEAD } from '../../support/content-folder.ts';
import { say } from '../../support/io.ts';

describe('check', () => {
  it('says that all is well, and exits with 0', async () => {
    expect(await say(checkCommand, [], { cwd: await contentFolder() })).toEqual({
      code: 0,
      out: '1 symptom checked: all is well.\n',
      err: '',
    });
  });

  it('prints every mistake and their number, and exits with 1', async () => {
    const cwd = await contentFolder({
      'symptoms/disk-two/symptom.md': HEAD + BODY,
      'symptoms/third-one/symptom.md': HEAD.replace('severity: high', 'severity: x') + BODY,
    });
    const { code, out } = await say(checkCommand, [], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('content/symptoms/disk-two/symptom.md:2:7  codes/duplicate  ');
    expect(out).toContain('content/symptoms/third-one/symptom.md:5:11  frontmatter/invalid-value  ');
    expect(out.endsWith('\n\n2 symptoms checked: 2 mistakes.\n')).toBe(true);
  });

  it('does not fail for a warning', async () => {
    const cwd = await contentFolder({
      'symptoms/disk-full/symptom.md': HEAD + BODY.replace('No space left on device\n```\n\n## D', 'OOM\n```\n\n## D'),
    });
    const { code, out } = await say(checkCommand, [], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('signature/too-short  warning: ');
    expect(out).toContain('1 symptom checked: 1 warning.\n');
  });

  it('prints the diagnostics as JSON', async () => {
    const cwd = await contentFolder({ 'symptoms/disk-two/symptom.md': HEAD + BODY });
    const { code, out } = await say(checkCommand, ['--json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        file: 'content/symptoms/disk-two/symptom.md',
        line: 2,
        column: 7,
        ruleId: 'codes/duplicate',
        severity: 'error',
        message: expect.any(String),
        hint: expect.any(String),
      },
    ]);
  });

  it('takes no file', async () => {
    expect(await say(checkCommand, ['content/runbook.yaml'], { cwd: await contentFolder() })).toEqual({
      code: 2,
      out: '',
      err: 'check: unexpected argument "content/runbook.yaml": all of content/ is checked.\n',
    });
  });
});
