import type { Browser } from '@playwright/test';
import { createServer } from 'vite';
import type { Finding } from './finding';

/** Panning: ours beside bare sigma with its default programs on the same graph, same positions, same run. */
export async function benchRedraw(launch: () => Promise<Browser>): Promise<Finding[]> {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route('**/bench.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title><body></body>' }),
  );
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}bench.html`);
  const findings: Finding[] = [];
  for (const [nodes, lines, most] of [
    [473, 1704, 0.75],
    [10_000, 50_000, 1.15],
  ] as const) {
    // As text: Vite would rewrite an import() written here for Node.
    const { ours, bare } = await page.evaluate<{ ours: number; bare: number }>(
      `import('/tests/bench/compare-panning.ts').then(({ comparePanning }) => comparePanning(${nodes}, ${lines}))`,
    );
    findings.push({
      what: `panning ${nodes.toLocaleString('en')} nodes and ${lines.toLocaleString('en')} lines`,
      measured: `${ours.toFixed(1)} ms`,
      against: `bare sigma ${bare.toFixed(1)} ms`,
      ratio: ours / bare,
      budget: `≤ ${most}`,
      isMet: ours / bare <= most,
    });
  }
  await browser.close();
  await server.close();
  return findings;
}
