/** `npm run check`: every mistake in the content, in one run. */
import { checkContent } from '../check/check.ts';
import { formatDiagnostics } from '../model/report.ts';
import { type Command, UserError } from './run.ts';

const HELP = `
Checks everything in content/ and prints each mistake as
  file:line:column  rule-id  what was found, what was expected
      how to mend it

Usage: npm run check [-- --json]

  --json   print the diagnostics as one JSON array

Exit code: 0 nothing found, 1 mistakes found, 2 could not run.
`;

const options = { json: { type: 'boolean' } } as const;

export const checkCommand: Command<typeof options> = {
  name: 'check',
  help: HELP,
  options,
  async main({ json }, positionals, io) {
    if (positionals.length > 0)
      throw new UserError(`unexpected argument "${positionals[0]}": all of content/ is checked.`);
    const { runbook, diagnostics } = await checkContent(io.cwd);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    if (json) io.out(`${JSON.stringify(diagnostics, null, 2)}\n`);
    else {
      if (diagnostics.length > 0) io.out(`${formatDiagnostics(diagnostics)}\n\n`);
      io.out(summary(runbook?.symptoms.length ?? 0, errors, diagnostics.length - errors));
    }
    return errors > 0 ? 1 : 0;
  },
};

function summary(symptoms: number, errors: number, warnings: number): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const found = [errors > 0 ? count(errors, 'mistake') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter(
    Boolean,
  );
  return `${count(symptoms, 'symptom')} checked: ${found.length > 0 ? found.join(', ') : 'all is well'}.\n`;
}
