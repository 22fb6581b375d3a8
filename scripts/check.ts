import { checkCommand } from '../src/cli/check.ts';
import { run } from '../src/cli/run.ts';

await run(checkCommand);
