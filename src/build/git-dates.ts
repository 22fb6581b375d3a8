/** When each content file was last committed, from one `git log`. Without git, or outside a repository: no dates. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** @param root The project's folder. Keys are relative to it, with `/`. */
export async function gitDates(root: string, folder = 'content'): Promise<Map<string, Date>> {
  const dates = new Map<string, Date>();
  let log: string;
  try {
    const args = ['-c', 'core.quotePath=false', 'log', '--format=time:%ct', '--name-only', '--relative', '--', folder];
    log = (await run('git', args, { cwd: root, maxBuffer: 2 ** 28 })).stdout;
  } catch {
    return dates;
  }
  let when = new Date(0);
  for (const line of log.split('\n')) {
    if (line.startsWith('time:')) when = new Date(Number(line.slice(5)) * 1000);
    else if (line !== '' && !dates.has(line)) dates.set(line, when);
  }
  return dates;
}
