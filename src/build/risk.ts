/**
 * What a command does to the system it runs on, judged by its words. What is not known to read only counts as a change:
 * a wrong "reads" could cost somebody their data, a wrong "changes" costs a second look.
 */
import type { Risk } from '../model/block.ts';

const DELETES: RegExp[] = [
  /^(?:rm|rmdir|shred|unlink|dropdb|wipefs)\b/,
  /^find\b.*\s-delete\b/,
  /^find\b.*\s-exec(?:dir)?\s+(?:sudo\s+)?rm\b/,
  /^(?:docker|podman)(?:-|\s+)(?:compose\s+)?exec\b.*\srm\s/,
  /^(?:docker|podman|buildah)\b.*\bprune\b/,
  /^(?:docker|podman)\s+(?:(?:container|image|volume|network)\s+)?(?:rm|rmi)\b/,
  /^docker(?:-|\s+)compose\b.*\bdown\b.*(?:\s-v\b|\s--volumes\b|\s--rmi\b)/,
  /^docker(?:-|\s+)compose\b.*\brm\b/,
  /^git\s+clean\b/,
  /^git\s+reset\b.*--hard\b/,
  /^git\s+push\b.*(?:--delete\b|\s-d\b)/,
  /^git\s+branch\b.*\s(?:-D|-d|--delete)\b/,
  /^(?:kubectl|oc|helm|gh|aws|gcloud|az)\b.*\s(?:delete|rm|uninstall|destroy)\b/,
  /^terraform\s+destroy\b/,
  /\bcache\s+(?:clean|clear|purge|prune|rm|remove|dir\s+--delete)\b/,
  /^(?:truncate|mkfs\S*|dd)\b/,
  /\bDROP\s+(?:TABLE|DATABASE)\b/i,
  /^journalctl\b.*--vacuum/,
  /^apt(?:-get)?\s+(?:clean|autoremove|purge|remove)\b/,
];

const READS: RegExp[] = [
  /^(?:ls|cat|head|tail|less|grep|egrep|rg|wc|uniq|cut|tr|awk|jq|file|stat|pwd|which|type|whoami|id|date|df|du|free|env|printenv|uname|nproc|ps|top|lsof|ss|netstat|dmesg|ulimit|lscpu|vmstat|ping|dig|nslookup|host|nc|echo|printf|test|true|false|sleep|cd|diff|cmp|column|tree|time|command|getent|hostname|sha256sum|md5sum|yamllint|actionlint|hadolint|shellcheck|pg_isready|done|do|exit)\b/,
  /^find\b(?!.*\s-(?:delete|exec|execdir|ok)\b)/,
  /^sed\b(?!.*\s(?:-[A-Za-z]*i|--in-place))/,
  /^yq\b(?!.*\s(?:-[A-Za-z]*i|--inplace))/,
  /^sort\b(?!.*\s(?:-[A-Za-z]*o|--output))/,
  /^curl\b(?!.*\s(?:-[A-Za-z]*[XdFToO]\b|--request|--data|--form|--upload-file|--output|--remote-name))(?=.*\S)/,
  /^wget\b(?=.*\s(?:--spider|-[A-Za-z]*O\s*-|--output-document=-))(?!.*\s--post)/,
  /^git\s+(?:status|log|diff|show|ls-files|ls-remote|rev-parse|grep|blame|describe|check-ignore|check-attr|config\s+(?:--get|-l|--list))\b/,
  /^git\s+branch\s+(?:--show-current|-a|-r|--list|-vv?)\b/,
  /^git\s+remote\s+(?:-v|show)\b/,
  /^gh\s+(?:run|workflow|pr|issue|secret|variable|cache|release|repo|label)\s+(?:list|view|status|checks|diff|watch)\b/,
  /^gh\s+auth\s+status\b/,
  /^gh\s+api\b(?!.*\s(?:-X|--method|-f|-F|--field|--raw-field|--input)\b)/,
  /^docker\s+(?:ps|images|image\s+(?:ls|inspect|history)|history|logs|inspect|version|info|stats|top|port|events|system\s+df|manifest\s+inspect|volume\s+(?:ls|inspect)|network\s+(?:ls|inspect)|context\s+ls|buildx\s+(?:ls|du|imagetools\s+inspect))\b/,
  /^docker(?:-|\s+)compose\b.*\s(?:ps|logs|config|images|top|ls|version)\b/,
  /^docker\s+exec\b.*\s(?:pg_isready|redis-cli\s+ping|kafka-topics\b.*--list)\b/,
  /^kubectl\s+(?:get|describe|logs|top|version)\b/,
  /^(?:pip|pip3|uv\s+pip|npm|pnpm|yarn|poetry|cargo|gem|go|conda)\s+(?:list|show|tree|check|ls|why|view|outdated|version|env|freeze)\b/,
  /^(?:npm|pnpm|yarn)\s+audit\b(?!.*\bfix\b)/,
  /^(?:python\d?(?:\.\d+)?|node|java|go|ruby|docker|git|gh|uv|npm|act|pytest|\S+)\s+(?:--version|-V|-version|version)$/,
  /^pytest\b.*\s(?:--collect-only|--co|--markers|--fixtures|--version|--help)\b/,
  /^openssl\s+s_client\b/,
];

/** Words in front of a command that do not change what it does to the system. */
const WRAPPERS =
  /^(?:sudo(?:\s+-[ugh]\s+\S+|\s+-\S+)*|env|nohup|time|command|exec|timeout(?:\s+-\S+)*\s+\S+|uv\s+run|poetry\s+run|npx|xargs(?:\s+-\S+(?:\s+(?:\{\}|\d+))?)*|!|if|then|do|else|while|until|elif)\s+|^[A-Za-z_]\w*=\S*\s+/;

/** The worst risk among the commands; `reads` for none. */
export function riskOf(commands: string): Risk {
  let worst: Risk = 'reads';
  for (const command of [commands, ...substituted(commands)].flatMap(splitCommands)) {
    const risk = riskOfOne(command);
    if (risk === 'deletes') return 'deletes';
    if (risk === 'changes') worst = 'changes';
  }
  return worst;
}

function riskOfOne(command: string): Risk {
  const bare = unwrap(command);
  if (bare === '' || bare === 'done' || bare === 'fi' || /^for\s+\w+\s+in\b/.test(bare)) return 'reads';
  const inner = /^(?:ba|z|k)?sh\s+-\w*c\s+(['"])([\s\S]*)\1/.exec(bare)?.[2];
  if (inner !== undefined) return riskOf(inner);
  if (DELETES.some((pattern) => pattern.test(bare))) return 'deletes';
  if (writesToFile(bare)) return 'changes';
  return READS.some((pattern) => pattern.test(bare)) ? 'reads' : 'changes';
}

function unwrap(command: string): string {
  let bare = command.trim();
  for (let next = bare.replace(WRAPPERS, ''); next !== bare; next = bare.replace(WRAPPERS, '')) bare = next;
  return bare;
}

/** `>` or `>>` into something other than another descriptor or /dev/null; quoted text does not count. */
function writesToFile(command: string): boolean {
  const unquoted = command.replace(/'[^']*'|"(?:\\.|[^"\\])*"/g, '""').replace(/<[A-Za-z][A-Za-z0-9-]*>/g, 'x');
  return /(?:^|[^<=-])>{1,2}\s*(?!&|\s*\/dev\/null)\S/.test(
    unquoted.replace(/[\d&]?>{1,2}\s*(?:\/dev\/null|&\d)/g, ''),
  );
}

/** Commands whose output another command takes in: `$(…)` and backticks, unless single quotes keep them as they are. */
function substituted(script: string): string[] {
  const live = script.replace(/'[^']*'/g, "''");
  return [...live.matchAll(/\$\(([^()]*)\)|`([^`]*)`/g)].map((match) => match[1] ?? match[2]!);
}

/** Commands of a script, split at line ends and at `;`, `&`, `&&`, `||` and `|` outside quotes. */
function splitCommands(script: string): string[] {
  const parts: string[] = [];
  let current = '';
  let quote: string | null = null;
  const text = script.replace(/\\\n/g, ' ');
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quote !== null) {
      if (char === '\\' && quote === '"') current += char + (text[++i] ?? '');
      else {
        if (char === quote) quote = null;
        current += char;
      }
    } else if (char === "'" || char === '"') {
      quote = char;
      current += char;
    } else if (char === '\n' || char === ';' || char === '|' || isSeparatingAmpersand(text, i)) {
      parts.push(current);
      current = '';
      if (text[i + 1] === char) i++;
    } else current += char;
  }
  parts.push(current);
  return parts.filter((part) => part.trim() !== '');
}

/** `&` or `&&` between commands; not the one of `2>&1` or `&>file`. */
function isSeparatingAmpersand(text: string, at: number): boolean {
  return text[at] === '&' && text[at - 1] !== '>' && text[at + 1] !== '>';
}
