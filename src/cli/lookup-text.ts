/** A lookup's answer for people at a terminal. */
import { styleText } from 'node:util';
import type { Runbook } from '../build/load.ts';
import { withExamples } from '../build/placeholders.ts';
import type { Step } from '../model/block.ts';
import { PLACEHOLDER } from '../model/ids.ts';
import type { Hit, LookupResult } from '../model/result.ts';
import type { Symptom } from '../model/symptom.ts';

export interface TextInput {
  input: string;
  /** Print the input's name: there are several. */
  named: boolean;
  result: LookupResult;
  runbook: Runbook;
  all: boolean;
  color: boolean;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const SIGN = { match: '●', similar: '◐', none: '○' } as const;
const MAX_HITS = 3;
const MAX_STEPS = 3;
/** Columns kept of a log line around the evidence. */
const MAX_WIDTH = 160;

export function formatResult({ input, named, result, runbook, all, color }: TextInput): string {
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  const out: string[] = [];
  if (named) out.push(paint('bold', input));
  const count = (n: number, word: string) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
  if (result.verdict === 'none') out.push(...formatNone(result, paint));
  const shown = all ? result.hits : result.hits.slice(0, MAX_HITS);
  for (const hit of shown) {
    const symptom = runbook.symptoms.find(({ slug }) => slug === hit.symptom);
    if (symptom) out.push(...formatHit(hit, symptom, paint, hit.consequenceOf === null), '');
  }
  const left = result.hits.length - shown.length;
  if (left > 0)
    out.push(paint('dim', `${count(left, 'more symptom')} found: --all shows ${left === 1 ? 'it' : 'them'}.`));
  out.push(paint('dim', `${count(result.lines, 'line')} read.`), '');
  return out.join('\n');
}

function formatNone({ outcome, failing }: LookupResult, paint: Paint): string[] {
  const out = [
    `${SIGN.none} ${paint('bold', 'No known problem found.')}${outcome === 'passed' ? ' The log says that the job passed.' : ''}`,
  ];
  if (failing.length > 0) {
    out.push('', 'The lines that most likely say why it failed:');
    for (const { line, text } of failing)
      out.push(`  ${paint('dim', String(line).padStart(6))} │ ${printable(text).trim().slice(0, MAX_WIDTH)}`);
  }
  return [...out, ''];
}

function formatHit(hit: Hit, symptom: Symptom, paint: Paint, isCause: boolean): string[] {
  const verdict =
    hit.verdict === 'match' ? paint('green', `${SIGN.match} match`) : paint('yellow', `${SIGN.similar} similar`);
  const out = [
    `${isCause ? '' : '└ '}${paint('bold', `${hit.code}  ${hit.title}`)}   ${verdict}`,
    ...formatLine(hit, paint),
  ];
  out.push(`  Why: ${hit.reasons.join(' ')}`);
  const captured = Object.entries(hit.captures);
  if (captured.length > 0)
    out.push(`  Found: ${captured.map(([name, value]) => `${name} = ${printable(value)}`).join(', ')}`);
  if (!isCause) return out;
  const option = symptom.options.find(({ id }) => id === hit.option);
  const blocks = option?.blocks ?? symptom.diagnosis;
  out.push(`  ${option ? `Option ${option.letter}: ${option.title}` : 'Diagnosis'}`);
  const steps = blocks.flatMap((block) => (block.kind === 'commands' ? block.steps : []));
  for (const step of steps.slice(0, MAX_STEPS)) out.push(...formatStep(step, symptom, paint));
  if (steps.length === 0) for (const block of blocks) if (block.kind === 'snippet') out.push(...indent(block.text, 4));
  return out;
}

/** The line with its number, cut around the evidence, and a rule under what matched. */
function formatLine({ line, text, textStart, column, endColumn }: Hit, paint: Paint): string[] {
  const length = Math.max(1, endColumn - column);
  const from = Math.max(0, Math.min(textStart - 30, text.length - MAX_WIDTH));
  const before = printable(text.slice(from, textStart));
  const matched = printable(text.slice(textStart, textStart + length)).slice(0, MAX_WIDTH);
  const after = printable(text.slice(textStart + length)).slice(
    0,
    Math.max(0, MAX_WIDTH - before.length - matched.length),
  );
  const head = `  ${String(line).padStart(6)} │ `;
  const lead = from > 0 ? '…' : '';
  return [
    `${paint('dim', head)}${lead}${before}${paint('bold', matched)}${after}`,
    `${' '.repeat(head.length - 2)}${paint('dim', '│')} ${' '.repeat(lead.length + before.length)}${paint('green', '‾'.repeat(matched.length))}`,
  ];
}

function formatStep({ description, commands, risk }: Step, { placeholders }: Symptom, paint: Paint): string[] {
  const out =
    description === ''
      ? []
      : [`    ${description.replaceAll('\n', ' · ')}${risk === null ? '' : paint('dim', `  (${risk})`)}`];
  return commands === ''
    ? out
    : [
        ...out,
        ...indent(withExamples(commands, placeholders), 6).map((line) =>
          line.replace(PLACEHOLDER, (name) => paint('underline', name)),
        ),
      ];
}

const indent = (text: string, columns: number): string[] => text.split('\n').map((line) => ' '.repeat(columns) + line);

/** Log text may hold control sequences: none of them reaches the terminal. */
function printable(text: string): string {
  return text
    .replace(/\u001b\[[0-9;:?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?/g, '')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
