import type { Browser } from '@playwright/test';
import { createServer } from 'vite';
import type { Redraws } from './compare-panning';
import { ratioFinding, type Finding } from './finding';

type Size = readonly [nodes: number, lines: number];

/**
 * Redraws: ours beside bare sigma with its default programs on the same graph, same positions, same run; and those of
 * the largest picture beside our own of a fifth of it.
 */
export async function benchRedraw(launch: () => Promise<Browser>): Promise<Finding[]> {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route('**/bench.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title><body></body>' }),
  );
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}bench.html`);
  // As text: Vite would rewrite an import() written here for Node.
  const ask = <Answer>(what: 'bareRedraw' | 'ourRedraws', [nodes, lines]: Size) =>
    page.evaluate<Answer>(
      `import('/tests/bench/compare-panning.ts').then((made) => made.${what}(${nodes}, ${lines}))`,
    );
  const findings: Finding[] = [];
  const compare = (
    what: string,
    size: Size,
    ours: number,
    against: readonly [string, number],
    most: number,
  ) => {
    const [nodes, lines] = size.map((count) => count.toLocaleString('en'));
    findings.push(ratioFinding(`${what} ${nodes} nodes and ${lines} lines`, ours, against, most));
  };
  const [some, many, most] = [
    [473, 1704],
    [10_000, 50_000],
    [50_000, 200_000],
  ] as const;
  const bareOfSome = await ask<number>('bareRedraw', some);
  compare(
    'panning',
    some,
    (await ask<Redraws>('ourRedraws', some)).panning,
    ['bare sigma', bareOfSome],
    0.75,
  );
  const bareOfMany = await ask<number>('bareRedraw', many);
  const ofMany = await ask<Redraws>('ourRedraws', many);
  const ofMost = await ask<Redraws>('ourRedraws', most);
  for (const [what, how] of [
    ['panning', 'panning'],
    ['at rest', 'atRest'],
  ] as const) {
    compare(what, many, ofMany[how], ['bare sigma', bareOfMany], 1.15);
    compare(what, most, ofMost[how], ['ours of 10,000 and 50,000', ofMany[how]], 4);
  }
  await browser.close();
  await server.close();
  return findings;
}
