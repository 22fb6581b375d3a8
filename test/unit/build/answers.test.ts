import { expect, test } from 'vitest';
import { buildAnswers } from '../../../src/build/answers.ts';
import { commandPieces } from '../../../src/build/command-text.ts';
import type { Runbook } from '../../../src/build/load.ts';
import { readSymptom } from '../../../src/build/symptom.ts';

const source = `---
code: CI001
title: A Thing Fails
workflow: general
severity: low
quickReference: { cause: A, fix: B }
placeholders: { pkg: { example: lodash } }
lastReviewed: 2026-01-15
---

## What you see

It fails

## Diagnosis

\`\`\`bash
# Look
npm ls <pkg>
\`\`\`

## Resolution

### Option A: Write

\`\`\`yaml
# keep
pkg: <pkg>
\`\`\`

### Option B: By hand

1. Open *it*
2. Close it

## Prevention

Care
`;
const { symptom, diagnostics } = readSymptom(source, 'content/symptoms/a-thing/symptom.md', 'a-thing');
const runbook = { workflows: [{ id: 'general', name: 'General' }], symptoms: [symptom] } as unknown as Runbook;

test('carry commands, snippets and words, examples filled in', () => {
  expect(diagnostics).toEqual([]);
  expect(buildAnswers(runbook)['a-thing']).toMatchObject({
    code: 'CI001',
    workflow: 'General',
    path: '/symptoms/a-thing/',
    diagnosis: [
      { kind: 'commands', description: 'Look', command: ['npm ls ', { name: 'pkg', text: 'lodash' }], risk: 'reads' },
    ],
    options: [
      { id: 'option-a', items: [{ kind: 'snippet', lang: 'yaml', text: '# keep\npkg: lodash' }] },
      { id: 'option-b', items: [{ kind: 'words', lines: ['Open it', 'Close it'] }] },
    ],
  });
});

test('a placeholder without an example prints as itself', () => {
  expect(commandPieces('a <b> c', {})).toEqual([
    'a ',
    { name: 'b', text: '<b>', description: null, hasExample: false },
    ' c',
  ]);
});
