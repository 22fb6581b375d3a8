import { run } from '../src/cli/run.ts';
import { testCommand } from '../src/cli/test.ts';

await run(testCommand);
