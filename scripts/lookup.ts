import { lookupCommand } from '../src/cli/lookup.ts';
import { run } from '../src/cli/run.ts';

await run(lookupCommand);
