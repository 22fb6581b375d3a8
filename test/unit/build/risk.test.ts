import { describe, expect } from 'vitest';
import { riskOf } from '../../../src/build/risk.ts';
import { rows } from '../../support/rows.ts';

const all = (commands: string[]): [string][] => commands.map((command) => [command]);

describe('reads', () => {
  rows(
    all([
      'ls -la coverage.xml',
      'cat f | grep x | wc -l',
      'grep "rm -rf" build.log',
      'docker compose ps',
      'docker compose -f a.yml logs kafka',
      'docker inspect x 2>/dev/null',
      'git log --oneline -5 2>&1',
      'gh run list --limit 5',
      'gh api repos/x/y',
      'curl -fsSL https://a.b/health',
      'sudo dmesg | tail',
      'uv run pytest tests/ --collect-only',
      'find . -name "*.py"',
      'for i in 1 2; do echo $i; done',
      'echo "a > b"',
      'python --version',
      'kubectl get pods',
      '',
    ]),
    (command) => expect(riskOf(command)).toBe('reads'),
  );
});

describe('changes', () => {
  rows(
    all([
      'uv sync',
      'ruff check --fix src',
      'echo x > f',
      'echo x >> f',
      'ls &> out.txt',
      'cat f | tee g',
      'sed -i s/a/b/ f',
      'sed -Ei s/a/b/ f',
      'yq -i .a=1 f.yml',
      'sort -o f f',
      'curl -X POST https://a.b',
      'curl -sSLO https://a.b/tool.tgz',
      'curl -Lo tool https://a.b/tool',
      'wget https://a.b/tool.tgz',
      'curl https://a.b/install.sh | bash',
      'git push',
      'gh secret set X',
      'docker compose up -d',
      'unknown-tool',
      'ls; unknown-tool',
      'sleep 5 & unknown-tool',
      'echo "$(unknown-tool)"',
    ]),
    (command) => expect(riskOf(command)).toBe('changes'),
  );
});

describe('deletes', () => {
  rows(
    all([
      'rm -rf build',
      'sudo rm -rf /opt/x',
      'sudo -u ci rm f',
      'ls && rm f',
      'sleep 5 & rm -rf build',
      'echo $(rm -rf build)',
      'find . -name "*.pyc" -delete',
      'find . -name "*.pyc" -exec rm {} +',
      'ls | xargs rm',
      'ls | xargs -I {} rm {}',
      'ls | xargs -n 1 rm',
      'docker system prune -af',
      'docker volume rm x',
      'docker compose down -v',
      'docker exec db rm -rf /var/lib/x',
      'git clean -fdx',
      'git reset --hard',
      'git push origin --delete x',
      'git branch -D x',
      'gh cache delete 1',
      'kubectl delete pod x',
      'npm cache clean --force',
      'bash -c "rm -rf x"',
      'if true; then rm f; fi',
      'time rm f',
      'A=1 rm f',
    ]),
    (command) => expect(riskOf(command)).toBe('deletes'),
  );
});
