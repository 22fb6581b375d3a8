/** Mistakes in the content as one error: its text is what `npm run check` prints, and there is no stack trace to read past. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { formatDiagnostics } from '../../model/report.ts';

export class ContentMistakes extends Error {
  override name = 'Mistakes in content/';

  constructor(diagnostics: readonly Diagnostic[]) {
    super(`\n${formatDiagnostics(diagnostics)}\n`);
    this.stack = '';
  }
}
