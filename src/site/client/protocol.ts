/** What the page and the worker say to each other. */
import type { Answers } from '../../model/answer.ts';
import type { LookupResult } from '../../model/result.ts';

export type LogSource = { kind: 'text'; text: string } | { kind: 'file'; file: File };

export interface ExcerptLine {
  /** 1-based. */
  line: number;
  text: string;
}

export interface Found {
  result: LookupResult;
  /** Of the symptoms in the result only. */
  answers: Answers;
  /** Lines around each hit, by the hit's line. */
  excerpts: Record<number, ExcerptLine[]>;
}

export type ToWorker =
  | { kind: 'setup'; index: string; answers: string }
  | { kind: 'lookup'; id: number; source: LogSource };

export type FromWorker =
  | { kind: 'ready' }
  /** The index could not be had: no lookup is possible until it is. */
  | { kind: 'failed'; message: string }
  /** 0 to 1. */
  | { kind: 'progress'; id: number; share: number }
  | { kind: 'unreadable'; id: number; message: string }
  | ({ kind: 'found'; id: number } & Found);
