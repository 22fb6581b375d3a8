/**
 * What CI systems print around a job's own output: where steps begin, that one failed, how the job ended. Written in the
 * signature language and found in the same pass as the signatures.
 */

export type MarkerKind =
  /** A step or stage begins. */
  | 'step'
  /** A tool or the runner reports an error. */
  | 'error'
  /** A command or step ended badly. */
  | 'exit'
  /** The job is over and failed, or passed. */
  | 'failed'
  | 'passed'
  /** Clean-up begins: what comes after is not the cause. */
  | 'cleanup'
  /** Only GitHub prints it: the log is complete. */
  | 'complete'
  /** A step came to its end, well or badly. */
  | 'ended'
  /** What follows belongs to no step until the next begins. */
  | 'step-end';

export interface Marker {
  text: string;
  kind: MarkerKind;
}

export const MARKERS: readonly Marker[] = [
  // GitHub Actions
  { text: '##[group]Run <step>', kind: 'step' },
  { text: '##[error]', kind: 'error' },
  { text: '##[error]Process completed with exit code <code:int>', kind: 'exit' },
  { text: 'Error: Process completed with exit code <code:int>', kind: 'exit' },
  { text: 'Post job cleanup.', kind: 'cleanup' },
  { text: 'Cleaning up orphan processes', kind: 'complete' },
  // Azure Pipelines
  { text: '##[section]Starting: <step>', kind: 'step' },
  { text: '##[section]Finishing: <step>', kind: 'ended' },
  // GitLab
  { text: 'section_start:<...>:<step:word>', kind: 'step' },
  { text: 'section_start:<...>:cleanup_file_variables', kind: 'cleanup' },
  { text: 'ERROR: Job failed', kind: 'failed' },
  { text: 'Job succeeded', kind: 'passed' },
  // Jenkins
  { text: '[Pipeline] { (<step>)', kind: 'step' },
  { text: '[Pipeline] { (Declarative: Post Actions)', kind: 'cleanup' },
  { text: 'Finished: {FAILURE|UNSTABLE|ABORTED}', kind: 'failed' },
  { text: 'Finished: SUCCESS', kind: 'passed' },
  { text: 'script returned exit code <code:int>', kind: 'exit' },
  // Travis
  { text: 'travis_fold:start:<step:word>', kind: 'step' },
  { text: 'travis_fold:end:', kind: 'step-end' },
  { text: 'The command "<step>" exited with <code:int>.', kind: 'exit' },
  { text: 'The command "<step>" failed and exited with <code:int>', kind: 'exit' },
  { text: 'Your build exited with 0.', kind: 'passed' },
  { text: 'Your build exited with 1.', kind: 'failed' },
  // CircleCI, Buildkite
  { text: 'Exited with code exit status <code:int>', kind: 'exit' },
  { text: 'CircleCI received exit code <code:int>', kind: 'exit' },
  { text: 'Too long with no output', kind: 'exit' },
  { text: 'The command exited with status <code:int>', kind: 'exit' },
  // Tools that say that they gave up
  { text: 'dependency failed to start:', kind: 'exit' },
  { text: 'make: *** <...>Error <code:int>', kind: 'exit' },
  { text: 'npm {ERR!|error} code ELIFECYCLE', kind: 'exit' },
  { text: 'error Command failed with exit code <code:int>', kind: 'exit' },
  { text: '{BUILD FAILURE|BUILD FAILED}', kind: 'exit' },
];
