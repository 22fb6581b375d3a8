import { expect, test } from 'vitest';
import { editAddress, newSymptomAddress, resolveLink } from '../../../src/build/addresses.ts';

const runbook = {
  symptoms: [{ slug: 'flaky-tests', file: 'content/symptoms/flaky-tests/symptom.md' }],
  guides: [{ slug: 'download-logs', file: 'content/guides/download-logs.md' }],
} as unknown as Parameters<typeof resolveLink>[2];
const from = 'content/symptoms/slow-workflow/symptom.md';

test.each([
  ['a web address', 'https://example.org/a', 'https://example.org/a'],
  ['a mail address', 'mailto:a@example.org', 'mailto:a@example.org'],
  ['an anchor of the same page', '#option-b', '#option-b'],
  ['a symptom by its file', '../flaky-tests/symptom.md', '/symptoms/flaky-tests/'],
  ['a symptom by its folder', '../flaky-tests/', '/symptoms/flaky-tests/'],
  ['an option of a symptom', '../flaky-tests/symptom.md#option-b', '/symptoms/flaky-tests/#option-b'],
  ['a guide', '../../guides/download-logs.md', '/guides/download-logs/'],
  ['escalation', '../../escalation.md', '/escalation/'],
  ['a file outside the content', '../../../../Makefile', null],
  ['a symptom that does not exist', '../gone/symptom.md', null],
  ['a script', 'javascript:alert(1)', null],
])('%s', (_, href, target) => {
  expect(resolveLink(href, from, runbook)).toBe(target);
});

test('edit and new addresses follow the repository and its branch', () => {
  const repository = { repository: 'https://github.com/a/b/', branch: 'trunk' };
  expect(editAddress('content/runbook.yaml', repository)).toBe(
    'https://github.com/a/b/edit/trunk/content/runbook.yaml',
  );
  expect(newSymptomAddress(repository)).toBe(
    'https://github.com/a/b/new/trunk?filename=content/symptoms/new-symptom/symptom.md',
  );
});

test('without a repository there is neither', () => {
  expect(editAddress('content/runbook.yaml', { repository: undefined, branch: 'main' })).toBeNull();
  expect(newSymptomAddress({ repository: undefined, branch: 'main' })).toBeNull();
});
