/**
 * What CI systems and tools print in front of a message. Only its length matters: nothing is removed, so a signature may
 * speak of it, but a capture that reaches to the start of a line stops here, and `similar` begins here.
 */

const DATE = String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,:]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?`;
const CLOCK = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?`;

/** Each is tried again after the others, until none fits: prefixes nest. Matched against white space folded text. */
const PREFIXES: RegExp[] = [
  new RegExp(`^\\ufeff?\\[?${DATE}\\]?(?: [0-9a-f]{2}[OE][+]?)?[ |]*`), // GitHub, Azure, GitLab's timestamped lines, loggers
  new RegExp(`^\\[?${CLOCK}\\]?[ |]+`), // Jenkins, Travis, mocha
  /^[A-Za-z][\w .()/,:#&+@-]{0,80} (?:[A-Z][\w .()/,:#&+@-]{0,80}|UNKNOWN STEP) (?=\ufeff?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d+Z)/, // gh run view --log: job, step
  /^##(?:\[(?:error|warning|notice|debug|command|section|group|endgroup)\])/i, // GitHub, Azure
  /^::(?:error|warning|notice|debug|group)[^:]{0,200}::/, // workflow commands
  /^\[(?:error|err|fatal|warning|warn|info|debug|notice|trace)\]:? */i, // maven, many loggers
  /^#\d+ (?:\d+\.\d+ )?(?:\[[^\]]{1,60}\] )?/, // BuildKit
  /^(?!std(?:out|err) )[A-Za-z][\w.-]{0,60}\d? *\| /, // docker compose: service-1 |
  /^E {1,}(?=\S)/, // pytest
  /^\[(?:\d{1,3}\/\d{1,3}|gw\d+)\] /, // ninja, xdist
  /^(?:npm|yarn|pnpm) (?:ERR!|error|warn|WARN) +/i, // npm
  /^> (?=\S)/,
  /^_bk;t=\d+ ?/, // Buildkite
  /^\[[\w-]{1,40}:\d+\] /, // Drone
  /^remote: /, // git
];

const MAX_PREFIXES = 8;
/** UTF-16 code units: a prefix further in than this is text. */
const MAX_PREFIX_LENGTH = 320;

/** Index at which the message begins in a line whose runs of white space are one space. */
export function contentStart(shown: string): number {
  const head = shown.slice(0, MAX_PREFIX_LENGTH);
  let start = 0;
  for (let round = 0; round < MAX_PREFIXES; round++) {
    const rest = head.slice(start);
    let length = 0;
    for (const prefix of PREFIXES) {
      length = prefix.exec(rest)?.[0].length ?? 0;
      if (length > 0) break;
    }
    if (length === 0) break;
    start += length;
    while (head[start] === ' ') start++;
  }
  return start < shown.length ? start : 0;
}
