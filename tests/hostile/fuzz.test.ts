import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { mutatedDocument, type Case } from './fuzz/cases';
import { Harness, worked } from './fuzz/harness';

const COUNT = Number(process.env['FUZZ_DOCUMENTS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const BATCH = 200;
/** Milliseconds of work far above what a batch takes: one that takes longer is looked at document by document. */
const SLOW_BATCH = 4000;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The first that does it alone, as text to be put into a test; else that only the batch does it. */
async function reproducer(harness: Harness, cases: readonly Case[], complaint: string): Promise<string> {
  for (const one of cases) {
    const alone = await harness.run([one]);
    if (alone !== null) return `${alone}\n${one.name} ${Buffer.from(one.bytes).toString('base64')}`;
  }
  return `only together: ${complaint}`;
}

async function tryBatch(harness: Harness, seed: number): Promise<string | null> {
  const cases = fc.sample(mutatedDocument, { seed, numRuns: BATCH });
  const before = worked();
  const complaint = await harness.run(cases);
  const isSlow = worked() - before > SLOW_BATCH;
  if (complaint === null && !isSlow) return null;
  const found = await reproducer(harness, cases, complaint ?? 'slow');
  return complaint === null && found.startsWith('only together') ? null : `FUZZ_SEED=${seed}: ${found}`;
}

test(
  `${COUNT} mutated documents: nothing thrown, nothing hangs, nothing fetched, the good one beside them loads`,
  async () => {
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    const harness = await Harness.open();
    for (let done = 0; done < COUNT; done += BATCH) {
      expect(await tryBatch(harness, SEED + done / BATCH)).toBeNull();
      if (COUNT > 20_000 && done % (50 * BATCH) === 0)
        console.log(`${done} of ${COUNT}, seed ${SEED + done / BATCH}`);
    }
    expect(asked).not.toHaveBeenCalled();
  },
  COUNT * 60,
);
