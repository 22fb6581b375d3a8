/** All rules over all content, in one run. */
import { type Loaded, loadRunbook } from '../build/load.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import { type Rule, runRule } from './rule.ts';
import { codes } from './rules/codes.ts';
import { expressions } from './rules/expressions.ts';
import { placeholders } from './rules/placeholders.ts';
import { references } from './rules/references.ts';
import { signatures } from './rules/signatures.ts';

export const rules: readonly Rule[] = [codes, references, placeholders, signatures, expressions];

export interface Checked extends Loaded {
  diagnostics: Diagnostic[];
}

/** @param root The project's folder. */
export async function checkContent(root: string): Promise<Checked> {
  const loaded = await loadRunbook(root);
  const found = loaded.runbook === null ? [] : rules.flatMap((rule) => runRule(rule, loaded.runbook!, loaded.slugs));
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...found].sort(compareDiagnostics) };
}
