/** The whole runbook as one Markdown file, for printing, for reading offline, and for leaving this project again. */
import type { Block } from '../model/block.ts';
import type { Page } from '../model/page.ts';
import type { DocumentLink } from '../model/runbook.ts';
import type { Severity } from '../model/severity.ts';
import type { Symptom } from '../model/symptom.ts';
import type { Runbook } from './load.ts';
import { withExamples } from './placeholders.ts';
import { quickReferenceRows } from './quick-reference.ts';

const RULE = '---';

export function exportRunbook(runbook: Runbook): string {
  const parts = [
    head(runbook),
    section('Overview', [runbook.overview]),
    section('Quick Reference', [quickReference(runbook)]),
    ...runbook.workflows.flatMap(({ id, heading }) => workflowParts(heading, runbook, id)),
    ...pages('Debugging Workflows', runbook.guides, guide),
    ...(runbook.escalation === null ? [] : [escalation(runbook.escalation)]),
    ...pages('Prevention Checklist', runbook.checklists, checklist),
    ...relatedDocumentation(runbook.relatedDocumentation),
    ...pages('Appendix: Useful Commands', runbook.commands, commands),
    foot(runbook),
  ];
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`;
}

function head({ title, severity, lastUpdated, maintainedBy, related }: Runbook): string {
  const facts = [
    `**Severity**: ${capital(severity)}`,
    `**Last Updated**: ${lastUpdated}`,
    `**Maintained By**: ${maintainedBy}`,
  ];
  if (related.length > 0) facts.push(`**Related**: ${related.map(documentLink).join(', ')}`);
  return `# Runbook: ${title}\n\n${facts.join('\n')}`;
}

function foot({ lastUpdated, maintainedBy, reviewFrequency }: Runbook): string {
  return [
    `**Last Updated**: ${lastUpdated}`,
    `**Maintained By**: ${maintainedBy}`,
    `**Review Frequency**: ${reviewFrequency}`,
  ].join('\n');
}

function quickReference(runbook: Runbook): string {
  const rows = quickReferenceRows(runbook).map(
    ({ issue, workflow, cause, fix }) => `| ${[issue, workflow, cause, fix].map(cell).join(' | ')} |`,
  );
  return [
    '| Issue | Workflow | Typical Cause | Quick Fix |',
    '|-------|----------|---------------|-----------|',
    ...rows,
  ].join('\n');
}

function workflowParts(heading: string, { symptoms }: Runbook, id: string): string[] {
  const own = symptoms
    .filter(({ workflow }) => workflow === id)
    .map((symptom) => exportSymptom(symptom, symptoms.indexOf(symptom) + 1));
  return own.length === 0 ? [] : [`## ${heading}\n\n${own[0]}`, ...own.slice(1)];
}

function exportSymptom(symptom: Symptom, number: number): string {
  const { title, see, diagnosis, resolution, options, verify, prevention, placeholders } = symptom;
  const text = (blocks: Block[]) => blocksText(blocks, placeholders);
  const parts = [
    `### Symptom ${number}: ${title}`,
    labelled('What You See', text(see)),
    labelled('Diagnosis', text(diagnosis)),
    labelled('Resolution', text(resolution)),
  ];
  for (const { letter, title: name, blocks } of options)
    parts.push(labelled(`Option ${letter}: ${name}`, text(blocks), ''));
  if (verify.length > 0) parts.push(labelled('Verify', text(verify)));
  const [first, ...rest] = prevention;
  const onOneLine = first?.kind === 'prose' && !/^(?:[-*+]|\d+[.)]) /.test(first.markdown);
  parts.push(
    onOneLine
      ? [`**Prevention**: ${first.markdown}`, text(rest)].filter(Boolean).join('\n\n')
      : labelled('Prevention', text(prevention)),
  );
  return parts.join('\n\n');
}

/** `**Label**:` directly above its text; alone where there is none. */
function labelled(label: string, text: string, colon = ':'): string {
  return text === '' ? `**${label}**${colon}` : `**${label}**${colon}\n${text}`;
}

function guide({ title, sections }: Page): string {
  const parts = sections.map((part) =>
    part.title === '' ? blocksText(part.blocks) : labelled(part.title, blocksText(part.blocks), ''),
  );
  return `### ${title}\n\n${parts.join('\n\n')}`;
}

function escalation({ title, sections }: Page): string {
  const parts = sections.map((part) =>
    part.title === '' ? blocksText(part.blocks) : `### ${part.title}\n\n${blocksText(part.blocks)}`,
  );
  return section(title, parts);
}

function checklist({ title, sections }: Page): string {
  return labelled(title, sections.map(({ blocks }) => blocksText(blocks)).join('\n\n'));
}

function commands({ title, sections }: Page): string {
  return `### ${title}\n\n${sections.map(({ blocks }) => blocksText(blocks)).join('\n\n')}`;
}

function relatedDocumentation(links: DocumentLink[]): string[] {
  return links.length === 0
    ? []
    : [section('Related Documentation', [links.map((link) => `- ${documentLink(link)}`).join('\n')])];
}

function pages(title: string, list: Page[], write: (page: Page) => string): string[] {
  return list.length === 0 ? [] : [section(title, list.map(write))];
}

const section = (title: string, parts: string[]): string => [`## ${title}`, ...parts].join('\n\n');

function blocksText(blocks: readonly Block[], placeholders: Symptom['placeholders'] = {}): string {
  return blocks.map((block) => blockText(block, placeholders)).join('\n\n');
}

function blockText(block: Block, placeholders: Symptom['placeholders']): string {
  if (block.kind === 'prose' || block.kind === 'checklist') return block.markdown;
  if (block.kind === 'log') return fence('', block.text);
  return fence(block.lang, withExamples(block.text, placeholders));
}

/** A fence longer than any run of backticks in the text. */
function fence(lang: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map((match) => match[1]!.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${lang}\n${text}\n${ticks}`;
}

const documentLink = ({ title, href, note }: DocumentLink): string =>
  `[${title}](${href})${note === undefined ? '' : ` (${note})`}`;
const cell = (text: string): string => text.replaceAll('|', '\\|');
const capital = (severity: Severity): string => severity[0]!.toUpperCase() + severity.slice(1);
