import type { Browser } from '@playwright/test';
import { createServer } from 'vite';
import { makeKeyPair, readSigningKey, signBundle, trustedKey } from '../../src/checks';
import { generateBundles } from './bundles';
import { ratioFinding, type Finding } from './finding';
import type { SignatureTimes } from './verify-signatures';

const BUNDLES = 2_000;

/** Checking the signatures of generated bundles, of 45 references each and of none; beside it the same by WebCrypto alone. */
export async function benchSignatures(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { secret, trusted } = await makeKeyPair('bench', 'a benchmark');
  const signing = await readSigningKey(secret);
  const key = await trustedKey(trusted);
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  const browser = await launch();
  const page = await browser.newPage();
  await page.route('**/bench.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title><body></body>' }),
  );
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}bench.html`);
  const findings: Finding[] = [];
  for (const { words, isShort } of [
    { words: 'short events', isShort: true },
    { words: 'whole graphs of 45 references', isShort: false },
  ]) {
    const signed: string[] = [];
    for (const text of generateBundles(BUNDLES)) {
      const bundle = isShort ? withoutReferences(text) : text;
      signed.push((await signBundle(bundle, signing, { now: 0, again: false })).text);
    }
    const lines = signed.map((text) => JSON.stringify(JSON.parse(text))).join('\n');
    const { events, checked, alone } = await page.evaluate<SignatureTimes, object>(
      (data) =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/tests/bench/verify-signatures.ts', { type: 'module' });
          worker.onmessage = ({ data: times }: MessageEvent<SignatureTimes>) => resolve(times);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(data);
        }),
      { lines, key },
    );
    const bytes = Math.round(lines.length / events / 100) / 10;
    findings.push(
      ratioFinding(
        `checking ${events.toLocaleString('en')} signatures of ${words} (${bytes} kB of bundle each)`,
        checked,
        ['WebCrypto alone', alone],
        1.25,
      ),
    );
  }
  await browser.close();
  await server.close();
  return findings;
}

function withoutReferences(text: string): string {
  const bundle = JSON.parse(text) as {
    events: { payload: { graph_snapshot?: { references: { sample: unknown[] } } } }[];
  };
  for (const { payload } of bundle.events)
    if (payload.graph_snapshot) payload.graph_snapshot.references.sample = [];
  return JSON.stringify(bundle);
}
