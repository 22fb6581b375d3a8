/** Stops a build at mistakes in the content, before anything else runs, with the text that `npm run check` prints. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadRunbook } from '../build/load.ts';
import { ContentMistakes } from './data/content-mistakes.ts';

export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': async ({ command, config, addWatchFile }) => {
        // The title stands in the configuration: a new one restarts the development server.
        addWatchFile(new URL('content/runbook.yaml', config.root));
        if (command !== 'build') return;
        const { diagnostics } = await loadRunbook(fileURLToPath(config.root));
        const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
        if (mistakes.length > 0) throw new ContentMistakes(mistakes);
      },
    },
  };
}
