/** The worker as a service: set up once, asked many times, only the newest answer counts. */
import type { Found, FromWorker, LogSource, ToWorker } from './protocol.ts';

export interface Listener {
  found(found: Found): void;
  /** 0 to 1. */
  progress(share: number): void;
  unreadable(message: string): void;
  /** No lookup is possible until `retry`. */
  failed(message: string): void;
}

export interface LookupService {
  look(source: LogSource): void;
  /** Forgets the lookup that is under way. */
  cancel(): void;
  /** Begins loading, if that has not happened. */
  warm(): void;
  /** Starts afresh after a failure, and repeats what was asked last. */
  retry(): void;
}

export function createLookupService(addresses: { index: string; answers: string }, listener: Listener): LookupService {
  let worker: Worker | null = null;
  let ready = false;
  let id = 0;
  let waiting: LogSource | null = null;

  function start(): void {
    ready = false;
    worker = new Worker(new URL('./lookup.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => receive(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.message || 'the search program did not load');
    });
    post({ kind: 'setup', ...addresses });
  }

  const post = (message: ToWorker): void => worker?.postMessage(message);

  function fail(message: string): void {
    worker?.terminate();
    worker = null;
    ready = false;
    if (waiting !== null) listener.failed(message);
  }

  function receive(message: FromWorker): void {
    if (message.kind === 'failed') fail(message.message);
    else if (message.kind === 'ready') {
      ready = true;
      if (waiting !== null) post({ kind: 'lookup', id, source: waiting });
    } else if (message.id !== id || waiting === null) return;
    else if (message.kind === 'progress') listener.progress(message.share);
    else if (message.kind === 'found') listener.found(message);
    else listener.unreadable(message.message);
  }

  return {
    warm() {
      if (worker === null) start();
    },
    look(source) {
      id++;
      waiting = source;
      if (worker === null) start();
      else if (ready) post({ kind: 'lookup', id, source });
    },
    cancel() {
      id++;
      waiting = null;
    },
    retry() {
      worker?.terminate();
      start();
    },
  };
}
