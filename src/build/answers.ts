/** What a lookup shows beside the log line of a hit: the symptom's name, where its page is, and the first things to do. */
import type { Answer, AnswerStep, Answers } from '../model/answer.ts';
import type { Risk, Step } from '../model/block.ts';
import type { Symptom } from '../model/symptom.ts';
import { symptomPath } from './addresses.ts';
import { commandPieces } from './command-text.ts';
import type { Runbook } from './load.ts';

/** Steps of one part that a result shows; the page has them all. */
const FIRST_STEPS = 3;

export function buildAnswers(runbook: Runbook): Answers {
  const names = new Map(runbook.workflows.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    runbook.symptoms.map((symptom) => [
      symptom.slug,
      answerOf(symptom, names.get(symptom.workflow) ?? symptom.workflow),
    ]),
  );
}

function answerOf(symptom: Symptom, workflow: string): Answer {
  const steps = (blocks: Symptom['diagnosis']): AnswerStep[] =>
    blocks
      .flatMap((block) => (block.kind === 'commands' ? block.steps : []))
      .filter((step): step is Step & { risk: Risk } => step.risk !== null)
      .slice(0, FIRST_STEPS)
      .map(({ description, commands, risk }) => ({
        description,
        command: commandPieces(commands, symptom.placeholders),
        risk,
      }));
  return {
    slug: symptom.slug,
    code: symptom.code,
    title: symptom.title,
    summary: symptom.summary ?? '',
    severity: symptom.severity,
    workflow,
    path: symptomPath(symptom.slug),
    diagnosis: steps(symptom.diagnosis),
    options: symptom.options.map(({ id, letter, title, blocks }) => ({ id, letter, title, steps: steps(blocks) })),
  };
}
