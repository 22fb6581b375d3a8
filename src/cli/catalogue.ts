/** The engine over the content of the folder that a command runs in. */
import { buildIndex } from '../build/index-file.ts';
import { loadRunbook, type Runbook } from '../build/load.ts';
import { runRule } from '../check/rule.ts';
import { signatures } from '../check/rules/signatures.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { formatDiagnostics } from '../model/report.ts';
import { type Io, UserError } from './run.ts';

export interface Loaded {
  runbook: Runbook;
  engine: Engine;
}

/** @throws UserError with the diagnostics when the content cannot be used. */
export async function loadEngine({ cwd }: Pick<Io, 'cwd'>): Promise<Loaded> {
  const { runbook, slugs, diagnostics } = await loadRunbook(cwd);
  refuse(diagnostics);
  if (runbook === null) throw new UserError('there is no content/ to look in.');
  refuse(runRule(signatures, runbook, slugs));
  return { runbook, engine: createEngine(buildIndex(runbook)) };
}

function refuse(diagnostics: Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UserError(`the content has mistakes:\n${formatDiagnostics(errors)}`);
}
