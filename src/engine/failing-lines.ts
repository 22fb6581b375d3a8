/** For a log that nothing explains: the lines that most likely say why it failed. */
import type { FailingLine } from '../model/result.ts';
import type { ContextLine } from './context.ts';
import type { Gathered } from './gather.ts';
import { readLineText } from './line-text.ts';
import { stepColumn } from './structure.ts';

const MAX = 5;
const SPEAKS =
  /\b(?:error|errors|fail|failed|failure|fatal|exception|cannot|can't|could not|couldn't|unable|denied|refused|invalid|missing|not found|no such|unexpected|abort|aborted|panic|killed|timed? ?out|traceback|assert\w*)\b|✕|✖|✗|×/i;
const BOILERPLATE =
  /^(?:##\[group\]|##\[endgroup\]|Process completed with exit code|Error: Process completed|npm ERR! A complete log|at .+:\d+:\d+\)?$|\s*$)/;

export function failingLines({ beforeFailure, tail, structure }: Gathered, failed: boolean): FailingLine[] {
  const context = failed && beforeFailure.length > 0 ? beforeFailure : tail;
  const readable = context
    .map((line) => ({ ...line, message: messageOf(line) }))
    .filter(({ message }) => message !== '' && !BOILERPLATE.test(message));
  const speaking = readable.filter(({ message }) => SPEAKS.test(message));
  const chosen = (speaking.length > 0 ? speaking : failed ? readable : []).slice(-MAX);
  return chosen.map(({ line, text }) => ({ line, text, step: stepColumn(text) ?? structure.step }));
}

function messageOf({ text }: ContextLine): string {
  const { shown, contentStart } = readLineText(text.replace(/\r$/, ''));
  return shown.slice(contentStart);
}
