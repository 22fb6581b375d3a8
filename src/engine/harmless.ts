/**
 * Lines that carry an error's words without the error: the script that GitHub echoes, a shell's trace, a passing test's
 * name, a grep for the message, an informational log level. A signature on such a line is no evidence.
 */
import type { LineText } from './line-text.ts';

/** GitHub prints the script of a `run:` step in cyan before it runs it. */
const ECHOED_SCRIPT = /^(?:[^\u001b]{0,200}\t)?(?:\ufeff?\d{4}-\d\d-\d\dT[\d:.]+Z )?\u001b\[36;1m/;

const COMMAND =
  /^(?:\++ |\$ |% |##\[command\])?(?:if |elif |while |until |! |run: |- run: |command: |cmd: )*(?:\[\[? [-!"$]|e?grep |rg |ag |echo |printf |sed |awk |assert |expect\(|log\.|logger\.|console\.|print\(|raise |throw |catch |except |def \w+\(|function \w*\(|return [\w"'({]|(?:const|let|var) \w+ ?[=:]|\/\/ |<!-- )/;

const TEST_RESULT =
  /(?:^|\s)(?:PASSED|PASS:?|XPASS|SKIPPED|XFAIL)(?:\s|$)|^(?:ok \d+\b|--- (?:PASS|SKIP): |[✓✔√☑✅] ?|\(pass\) |\[ {2,}OK \]|\[ OK \]|\[PASS\]|PASS |passed: |std(?:out|err) \| \S+ > )|\((?:injected|expected(?: by this test)?)\)$|\.{3,} +Passed +[\d.]+ sec$|(?:\.\.\.|\u2026) ?(?:ok|passed|PASSED|skipped|ignored)$/;

const LOW_LEVEL =
  /(?:^|[\s[|(:-])(?:INFO|DEBUG|TRACE|VERBOSE|info|debug|trace)(?=[\s\]|):-])|^(?:level|lvl)=(?:info|debug|trace)\b|\blevel=(?:info|debug|trace)\b|"level":\s*"(?:info|debug|trace)"/;

/** UTF-16 code units: a level further in than this is a word of the message. */
const LEVEL_REACH = 90;

export function isHarmless(raw: string, text: LineText): boolean {
  if (ECHOED_SCRIPT.test(raw)) return true;
  const message = text.shown.slice(text.contentStart);
  if (COMMAND.test(message) || TEST_RESULT.test(message)) return true;
  return LOW_LEVEL.test(text.shown.slice(0, text.contentStart + LEVEL_REACH));
}

const WARNING =
  /(?:^|[\s[|(:\]-])(?:WARN|WARNING|warn|warning|Warning|deprecated)(?=[\s\]|):,-])|##\[warning\]|::warning/;
const RETRY = /\b(?:will retry|retrying|attempt \d+|retries left|retry \d+|try again in|transient error)\b/i;

/** Where the line itself says that it is not the last word: a warning, or a try that is repeated. */
export function softness(text: LineText): 'warning' | 'retry' | null {
  if (RETRY.test(text.shown)) return 'retry';
  return WARNING.test(text.shown.slice(0, text.contentStart + LEVEL_REACH)) ? 'warning' : null;
}

const ERROR =
  /##\[error\]|::error|(?:^|[\s[|(:])(?:ERROR|Error|error|FATAL|Fatal|fatal|FAILED|FAILURE|panic|E)(?=[\s\]|):!])|npm ERR!/;

/** True where the line itself says that it is an error. */
export function isLoud(text: LineText): boolean {
  return ERROR.test(text.shown.slice(0, text.contentStart + LEVEL_REACH));
}
