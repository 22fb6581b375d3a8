/** What the engine is compared with, given the same signatures: a loop of regular expressions, and ripgrep. */
import { execFileSync, spawnSync } from 'node:child_process';
import { parseSignature, type Template } from '../../src/engine/template.ts';

/** The same meaning as the engine's, as one regular expression. */
export function toPattern(signature: string): string {
  const { literals, inner, edge } = parseSignature(signature)[0] as Template;
  const gap = (type: string | undefined) =>
    ({ skip: '.*', any: '.+', int: '[+-]?[0-9]+', word: '[^ \\t]+', path: '[^ \\t"\'`<>|*?]+' })[type ?? ''] ?? '';
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\t]+');
  return (
    gap(edge[0]?.type) + literals.map((text, i) => literal(text) + gap(inner[i]?.type)).join('') + gap(edge[1]?.type)
  );
}

/** The longest fixed text of a signature: all that a search for plain strings can look for. */
export function toLiteral(signature: string): string {
  const { literals } = parseSignature(signature)[0] as Template;
  return literals.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** Lines on which any of the expressions stands, one expression after the other. */
export function countByRegExp(text: string, patterns: readonly RegExp[]): number {
  let count = 0;
  for (const line of text.split('\n')) if (patterns.some((pattern) => pattern.test(line))) count++;
  return count;
}

export function ripgrepVersion(): string | null {
  const { status, stdout } = spawnSync('rg', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (stdout.split('\n')[0] ?? null) : null;
}

/** Lines counted by ripgrep in a process of its own, on one thread. */
export function countByRipgrep(patternFile: string, file: string, fixed: boolean): number {
  const args = [
    '-c',
    '-j1',
    '--no-mmap',
    '-a',
    '-i',
    ...(fixed ? ['-F'] : ['--regex-size-limit', '2G', '--dfa-size-limit', '2G']),
    '-f',
    patternFile,
    file,
  ];
  return Number(execFileSync('rg', args, { encoding: 'utf8' }).trim());
}
