/** A small runbook in a folder of its own, whole and right until a test breaks it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export const RUNBOOK = `title: Test Runbook
severity: high
lastUpdated: 2026-01-15
maintainedBy: Testers
reviewFrequency: Monthly
overview: For tests.
`;

export const WORKFLOWS = `- id: general
  name: General
  heading: General Failures
  description: Everything.
`;

export const HEAD = `---
code: CI001
title: Disk Is Full
workflow: general
severity: high
quickReference: { cause: Full disk, fix: Free space }
lastReviewed: 2026-01-15
---
`;

export const BODY = `
## What you see

\`\`\`log
tar: No space left on device
\`\`\`

\`\`\`signature
No space left on device
\`\`\`

## Diagnosis

\`\`\`bash
# Look at the disk
df -h
\`\`\`

## Resolution

### Option A: Delete Files

\`\`\`signature
cannot write <file:path>: disk full
\`\`\`

\`\`\`bash
# Delete what is left
rm -rf build
\`\`\`

## Prevention

Clean up.
`;

/** By path below `content/`; null leaves a file out. */
export type Files = Record<string, string | null>;

const WHOLE: Files = {
  'runbook.yaml': RUNBOOK,
  'workflows.yaml': WORKFLOWS,
  'symptoms/disk-full/symptom.md': HEAD + BODY,
};

/** The project folder; gone when the test is over. */
export async function contentFolder(changes: Files = {}): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'ci-runbook-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ ...WHOLE, ...changes })) {
    if (text === null) continue;
    const file = path.join(root, 'content', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return root;
}
