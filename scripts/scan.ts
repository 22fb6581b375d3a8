import { scanCommand } from '../src/cli/scan.ts';
import { run } from '../src/cli/run.ts';

await run(scanCommand);
