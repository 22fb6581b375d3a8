/** Every placeholder that the frontmatter explains is used, under exactly that name. */
import { nearest } from '../../build/nearest.ts';
import { placeholdersOf } from '../../build/placeholders.ts';
import type { Finding, Rule } from '../rule.ts';

export const placeholders: Rule = {
  group: 'placeholders',
  *find({ symptoms }): Iterable<Finding> {
    for (const symptom of symptoms) {
      const used = placeholdersOf(symptom);
      for (const name of Object.keys(symptom.placeholders)) {
        if (used.includes(name)) continue;
        const close = nearest(name, used);
        yield {
          file: symptom.file,
          place: symptom.positions[`placeholders.${name}`],
          name: 'unused',
          message: `Unexpected placeholder "${name}", expected one that a command or snippet of this symptom uses.`,
          hint: close === null ? 'Take it out, or use it in a command.' : `Did you mean "${close}"?`,
        };
      }
    }
  },
};
