/** Every code belongs to one symptom: `/s/<code>` can lead to one page only. */
import type { Finding, Rule } from '../rule.ts';

export const codes: Rule = {
  group: 'codes',
  *find({ symptoms }): Iterable<Finding> {
    const owners = new Map<string, string>();
    for (const symptom of symptoms) {
      const owner = owners.get(symptom.code);
      if (owner === undefined) owners.set(symptom.code, symptom.slug);
      else {
        yield {
          file: symptom.file,
          place: symptom.positions.code,
          name: 'duplicate',
          message: `Unexpected code ${symptom.code} of ${owner} again, expected one that no other symptom has.`,
          hint: `The next free one is ${nextFree(symptoms.map(({ code }) => code))}.`,
        };
      }
    }
  },
};

function nextFree(codes: string[]): string {
  const prefix = /^[A-Z]+/.exec(codes[0] ?? 'CI')?.[0] ?? 'CI';
  const numbers = codes.filter((code) => code.startsWith(prefix)).map((code) => Number(code.slice(prefix.length)));
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(3, '0');
}
