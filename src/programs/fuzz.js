// @ts-check
import { installed, node } from './command.js';

const DOCUMENTS = process.env['FUZZ_DOCUMENTS'] ?? '1000000';

/** Another beginning each time, said as it goes; FUZZ_SEED repeats one. */
const SEED = process.env['FUZZ_SEED'] ?? String(Date.now() % 1_000_000_000);

console.log(`${DOCUMENTS} documents from seed ${SEED}`);
process.exitCode = await node(
  [installed('vitest/vitest.mjs'), 'run', '--project', 'hostile', 'tests/hostile/fuzz.test.ts'],
  { env: { FUZZ_DOCUMENTS: DOCUMENTS, FUZZ_SEED: SEED } },
);
