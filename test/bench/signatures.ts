/** Signatures for scale: the shipped ones first, then invented ones of the same build, never the same twice. */
import { loadRunbook } from '../../src/build/load.ts';
import { gramCost } from '../../src/engine/gram-cost.ts';
import { parseSignature } from '../../src/engine/template.ts';
import { chooseWindow } from '../../src/engine/window.ts';
import { createRandom } from './random.ts';

const SUBJECTS =
  'resolver scheduler linker packager uploader provisioner registry migration replica broker compiler bundler formatter exporter collector dispatcher watcher tokenizer validator renderer'.split(
    ' ',
  );
const VERBS =
  'refused rejected dropped lost corrupted truncated exhausted misread overwrote skipped duplicated deadlocked stalled throttled revoked'.split(
    ' ',
  );
const OBJECTS =
  'manifest checksum certificate lockfile snapshot partition namespace artifact credential descriptor keyring quota tarball webhook symbol'.split(
    ' ',
  );
const CAUSES =
  'because the header was malformed;after the lease expired;while the volume was detached;since no candidate satisfied the constraint;before the handshake completed;when the upstream closed early'.split(
    ';',
  );

/** Only signatures with one plain template each, so that every tool in a comparison searches for the same number of patterns. */
export async function makeSignatures(count: number, seed = 1): Promise<string[]> {
  const { runbook } = await loadRunbook(process.cwd());
  const shipped = (runbook?.symptoms ?? []).flatMap(({ signatures }) =>
    signatures.filter(({ kind }) => kind === 'any').flatMap(({ lines }) => lines.map(({ text }) => text)),
  );
  const plain = [...new Set(shipped)].filter((text) => {
    const templates = parseSignature(text);
    return templates.length === 1 && chooseWindow(templates[0]!, gramCost) !== null && !text.includes('\\');
  });
  // Spread over all symptoms, not the first of them.
  const step = Math.max(1, Math.floor(plain.length / Math.min(count, plain.length)));
  const all = new Set(plain.filter((_, i) => i % step === 0).slice(0, count));
  const random = createRandom(seed);
  while (all.size < count) {
    const number = random.below(900) + 100;
    all.add(
      `${random.pick(SUBJECTS)}-${number}: ${random.pick(VERBS)} the ${random.pick(OBJECTS)} <name> ${random.pick(CAUSES)}`,
    );
  }
  return [...all];
}
