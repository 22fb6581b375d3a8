/** Feeds collections from content/, read by the same reader as `npm run check`, and again whenever a file there changes. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Loaded, loadRunbook, type Runbook } from '../../build/load.ts';
import { ContentMistakes } from './content-mistakes.ts';

interface Entry {
  id: string;
  /** Relative to the project, with `/`. */
  file: string;
  data: object;
}

/** Milliseconds in which the collections share one reading, and an editor's burst of writes counts as one. */
const SETTLE = 80;

let latest: { at: number; loaded: Promise<Loaded> } | null = null;

function readOnce(root: string): Promise<Loaded> {
  if (latest === null || Date.now() - latest.at > SETTLE) latest = { at: Date.now(), loaded: loadRunbook(root) };
  return latest.loaded;
}

export function contentLoader(pick: (runbook: Runbook) => Entry[]): Loader {
  return {
    name: 'runbook-content',
    async load(context) {
      const { config, watcher, logger } = context;
      const root = fileURLToPath(config.root);
      await fill(context, root, pick);
      const folder = path.join(root, 'content') + path.sep;
      let timer: NodeJS.Timeout | undefined;
      watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher?.on(event, (file) => {
          if (!file.startsWith(folder)) return;
          clearTimeout(timer);
          timer = setTimeout(
            () => fill(context, root, pick).catch((error: Error) => logger.error(error.message)),
            SETTLE,
          );
        });
      }
    },
  };
}

/** Readings whose mistakes have been printed: the collections share a reading, and one print is enough. */
const printed = new WeakSet<Loaded>();

/** While developing, mistakes are printed and the last good content stays; a build stops at them. */
async function fill(
  { store, parseData, watcher, logger }: LoaderContext,
  root: string,
  pick: (runbook: Runbook) => Entry[],
): Promise<void> {
  const loaded = await readOnce(root);
  const mistakes = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) {
    const error = new ContentMistakes(mistakes);
    if (!watcher) throw error;
    if (!printed.has(loaded)) logger.error(error.message);
    printed.add(loaded);
    if (store.keys().length > 0) return;
  }
  if (loaded.runbook === null) return;
  const entries = await Promise.all(
    pick(loaded.runbook).map(async ({ id, file, data }) => ({
      id,
      filePath: file,
      data: await parseData({ id, filePath: file, data: { ...data } }),
    })),
  );
  store.clear();
  for (const entry of entries) store.set(entry);
}
