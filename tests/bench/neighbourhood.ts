import type { Browser } from '@playwright/test';
import { timeFinding, type Finding } from './finding';
import { isHepThHere, LOADED, notRun, onHepTh } from './hep-th';

const WHAT = 'neighbourhood of depth 2 among 350 k citations';

/** Depth 2 around 60 papers spread over cit-HepTh, in Chromium, from the call to rows. */
export async function benchNeighbourhood(launch: () => Promise<Browser>): Promise<Finding[]> {
  if (!isHepThHere()) return [notRun(WHAT, 'p95 < 60 ms')];
  return [timeFinding(WHAT, await onHepTh<number[]>(launch, MEASURE), 0.95, 60)];
}

const MEASURE = `(async () => {${LOADED}
  const { neighbourhoodOf } = await import('/src/queries/index.ts');
  const picked = await connection.query('SELECT work_id FROM works ORDER BY hash(public_id) LIMIT 70');
  const times = [];
  for (const node of picked.numbers('work_id')) {
    const start = performance.now();
    await neighbourhoodOf(connection, { seeds: [node], direction: 'both', depth: 2, kinds: ['cites', 'formal', 'uses'], expanded: [] });
    times.push(performance.now() - start);
  }
  return times.slice(10);
})()`;
