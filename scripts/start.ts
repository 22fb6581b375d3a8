import { run } from '../src/cli/run.ts';
import { startCommand } from '../src/cli/start.ts';

await run(startCommand);
