/** The engine over the content of the folder that a command runs in. */
import { buildIndex } from '../build/index-file.ts';
import { loadRunbook, type Runbook } from '../build/load.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { formatDiagnostics } from '../model/report.ts';
import { type Io, UserError } from './run.ts';

export interface Loaded {
  runbook: Runbook;
  engine: Engine;
}

/** @throws UserError with the diagnostics when the content cannot be used. */
export async function loadEngine({ cwd }: Pick<Io, 'cwd'>): Promise<Loaded> {
  const { runbook, diagnostics } = await loadRunbook(cwd);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (runbook === null || errors.length > 0)
    throw new UserError(`the content has mistakes:\n${formatDiagnostics(errors)}`);
  return { runbook, engine: createEngine(buildIndex(runbook)) };
}
