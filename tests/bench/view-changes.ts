import type { Browser, Page } from '@playwright/test';
import { createServer } from 'vite';
import type { Scene, View } from '../../src/model';
import { serve } from '../../src/programs/serve.js';
import { quantile, timeFinding, type Finding } from './finding';

const KINDS = ['hidden', 'years', 'colour', 'layout', 'expanded'] as const;

/** One change on the heels of another, and with the stage at rest before each. */
const RESTS = [
  { words: 'one on the heels of another', milliseconds: 0 },
  { words: 'stage at rest', milliseconds: 700 },
];

interface Change {
  readonly kind: (typeof KINDS)[number];
  /** From the call to its answer, and on to a painted frame, milliseconds. */
  readonly call: number;
  readonly frame: number;
}

/** From the call to a painted frame, for changes of every kind; beside it a frame of bare sigma with the same graph. */
export async function benchViewChanges(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const findings: Finding[] = [];
  for (const { words, milliseconds } of RESTS) {
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const { changes, scene } = await changeViews(page, url, milliseconds);
    const bare = await bareFrames(
      await browser.newPage({ viewport: page.viewportSize() }),
      scene,
      milliseconds,
    );
    await browser.close();
    print(words, changes, bare);
    const times = changes.map(({ call, frame }) => call + frame);
    const finding = timeFinding(`change of View on 473 nodes, ${words}`, times, 0.95, 100);
    const bareTime = `bare sigma's frame p95 ${quantile(bare, 0.95).toFixed(0)} ms`;
    findings.push({ ...finding, against: `${finding.against}; ${bareTime}` });
  }
  await close();
  return findings;
}

function print(title: string, changes: readonly Change[], bare: readonly number[]): void {
  const shares = (times: readonly number[]) =>
    times.length === 0 ? '' : `${quantile(times, 0.5).toFixed(0)} / ${quantile(times, 0.95).toFixed(0)}`;
  const row = (call: readonly number[], frame: readonly number[]) => ({
    'answer, p50 / p95': shares(call),
    'frame, p50 / p95': shares(frame),
  });
  const rows = KINDS.map((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    return [
      kind,
      row(
        own.map(({ call }) => call),
        own.map(({ frame }) => frame),
      ),
    ] as const;
  });
  console.log(`Changes of View, ${title}: milliseconds to the answer, and from there to a painted frame`);
  console.table(Object.fromEntries([...rows, ['bare sigma, only colours changed', row([], bare)]]));
}

async function changeViews(page: Page, url: string, rest: number) {
  await page.goto(url);
  return page.evaluate(
    async ({ pause, kinds }) => {
      const { corollary } = window;
      await corollary.ready;
      await corollary.show('arXiv:2409.12917', { depth: 2 });
      const base = corollary.view();
      const scene = corollary.scene();
      const ids = scene.nodes.map(({ id }) => id);
      const changes: Change[] = [];
      for (let turn = 0; turn < 40; turn++) {
        const views: Record<Change['kind'], View> = {
          hidden: { ...base, hidden: ids.slice(turn + 1, turn + 3) },
          years: { ...base, filters: { ...base.filters, years: [2015 + (turn % 8), 2026] } },
          colour: { ...base, colourBy: turn % 2 ? 'year' : 'hops' },
          layout: {
            ...base,
            sizeBy: turn % 2 ? 'same' : 'cited',
            layout: turn % 2 ? 'rings' : 'timeline',
          },
          expanded: { ...base, expanded: ids.slice(turn + 5, turn + 6) },
        };
        const kind = kinds[turn % kinds.length] ?? 'hidden';
        await new Promise((resolve) => setTimeout(resolve, pause));
        const start = performance.now();
        await corollary.setView(views[kind]);
        const answered = performance.now();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        changes.push({ kind, call: answered - start, frame: performance.now() - answered });
      }
      return { changes: changes.slice(5), scene };
    },
    { pause: rest, kinds: KINDS },
  );
}

/** The same nodes and lines on a page that holds nothing else, drawn by sigma's own programs. */
async function bareFrames(page: Page, scene: Scene, rest: number): Promise<number[]> {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  await page.route('**/bench.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title><body></body>' }),
  );
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}bench.html`);
  await page.evaluate((made) => Object.assign(window, { made }), scene);
  // As text: Vite would rewrite an import() written here for Node.
  const frames = await page.evaluate<number[]>(
    `import('/tests/bench/bare-sigma.ts').then(({ bareFrames }) => bareFrames(window.made, ${rest}))`,
  );
  await server.close();
  return frames;
}
