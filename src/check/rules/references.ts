/** Whatever names a workflow or a symptom names one that exists. */
import { nearest } from '../../build/nearest.ts';
import type { Symptom } from '../../model/symptom.ts';
import type { Finding, Rule } from '../rule.ts';

export const references: Rule = {
  group: 'references',
  *find(runbook, slugs): Iterable<Finding> {
    const workflows = runbook.workflows.map(({ id }) => id);
    for (const [index, id] of workflows.entries()) {
      if (workflows.indexOf(id) === index) continue;
      yield {
        file: 'content/workflows.yaml',
        place: undefined,
        name: 'workflow-twice',
        message: `Unexpected second workflow "${id}", expected different ids.`,
        hint: 'Join the two.',
      };
    }
    for (const [index, slug] of runbook.quickReference.entries()) {
      if (slugs.includes(slug)) continue;
      yield unknown('content/runbook.yaml', runbook.positions[`quickReference.${index}`], 'symptom', slug, slugs);
    }
    for (const symptom of runbook.symptoms) yield* ofSymptom(symptom, slugs, workflows);
  },
};

function* ofSymptom(symptom: Symptom, slugs: readonly string[], workflows: readonly string[]): Iterable<Finding> {
  const { file, positions, slug } = symptom;
  if (!workflows.includes(symptom.workflow))
    yield unknown(file, positions.workflow, 'workflow', symptom.workflow, workflows);
  const named = [
    ...symptom.related.map((related, index) => ({ name: related.symptom, path: `related.${index}.symptom` })),
    ...symptom.causes.map((name, index) => ({ name, path: `causes.${index}` })),
  ];
  for (const { name, path } of named) {
    if (name === slug) {
      yield {
        file,
        place: positions[path],
        name: 'self',
        message: `Unexpected "${name}", expected another symptom than this one.`,
        hint: 'Take the entry out.',
      };
    } else if (!slugs.includes(name)) yield unknown(file, positions[path], 'symptom', name, slugs);
  }
}

function unknown(file: string, place: Finding['place'], kind: string, name: string, known: readonly string[]): Finding {
  const close = nearest(name, known);
  return {
    file,
    place,
    name: `unknown-${kind}`,
    message: `Unexpected ${kind} "${name}", expected one of ${known.length > 8 ? `the ${known.length} that exist` : known.join(', ')}.`,
    hint: close === null ? `Write the ${kind} first, or take the entry out.` : `Did you mean "${close}"?`,
  };
}
