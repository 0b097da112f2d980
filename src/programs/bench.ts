import { chromium, type Browser } from '@playwright/test';
import { benchBigFolder } from '../../tests/bench/big-folder';
import { benchCorpus } from '../../tests/bench/corpus';
import { benchFacets } from '../../tests/bench/facets';
import { benchFind } from '../../tests/bench/find';
import { benchFirstPicture } from '../../tests/bench/first-picture';
import { benchFormal } from '../../tests/bench/formal';
import { benchIntake } from '../../tests/bench/intake';
import { benchKeptPicture } from '../../tests/bench/kept-picture';
import { benchNeighbourhood } from '../../tests/bench/neighbourhood';
import { benchPack } from '../../tests/bench/pack';
import { benchRedraw } from '../../tests/bench/redraw';
import { benchShare } from '../../tests/bench/share';
import { benchSignatures } from '../../tests/bench/signatures';
import { benchViewChanges } from '../../tests/bench/view-changes';
import { CHROMIUM_FLAGS, findChromium } from '../../tests/tooling/chromium.js';
import type { Finding } from '../../tests/bench/finding';

const BENCHES: Readonly<Record<string, (launch: () => Promise<Browser>) => Promise<Finding[]>>> = {
  picture: async (launch) => [...(await benchFirstPicture(launch)), ...(await benchKeptPicture(launch))],
  corpus: benchCorpus,
  pack: benchPack,
  changes: benchViewChanges,
  facets: benchFacets,
  find: benchFind,
  formal: benchFormal,
  neighbourhood: benchNeighbourhood,
  redraw: benchRedraw,
  share: benchShare,
  intake: benchIntake,
  folder: benchBigFolder,
  signatures: benchSignatures,
};

/** `npm run bench [-- picture intake …]`: needs a build; prints ratios of what was measured side by side in this run. */
export async function main(names: readonly string[]): Promise<void> {
  const executablePath = await findChromium();
  if (!executablePath)
    throw new Error('No Chromium found: set CHROME_PATH, or run `npm test` once, which installs one.');
  const launch = () => chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const findings: Finding[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length === 0 || names.includes(name)) findings.push(...(await bench(launch)));
  }
  console.table(
    findings.map(({ what, measured, against, ratio, budget, isMet }) => ({
      what,
      measured,
      against,
      ratio: ratio === null ? '' : ratio.toFixed(2),
      budget,
      met: isMet === null ? '' : isMet ? 'yes' : 'MISSED',
    })),
  );
}
