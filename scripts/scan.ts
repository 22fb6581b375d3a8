import { run } from '../src/cli/run.ts';
import { scanCommand } from '../src/cli/scan.ts';

await run(scanCommand);
