import type { Browser, Page } from '@playwright/test';
import { serve } from '../../src/programs/serve.js';
import { median, ratioFinding, timeFinding, type Finding } from './finding';
import { isHepThHere, LOADED, notRun, onHepTh } from './hep-th';

/** Movements of the year brush: to new counts among all of cit-HepTh beside plain SQL, and on the screen of the sample. */
export async function benchFacets(launch: () => Promise<Browser>): Promise<Finding[]> {
  return [...(await benchCounts(launch)), ...(await benchBrush(launch))];
}

/**
 * New counts of every facet and year for each movement over 27,770 papers and 352,807 citations (which have years,
 * and neither titles nor authors), in Chromium; in the same run the same counts as SQL.
 */
async function benchCounts(launch: () => Promise<Browser>): Promise<Finding[]> {
  if (!isHepThHere()) return [notRun('brush movement among 27,770 papers', 'p95 < 50 ms')];
  const { ours, cores, sql, nodes } = await onHepTh<Measured>(launch, MEASURE);
  const what = `brush movement to all counts among ${nodes.toLocaleString('en')} papers`;
  return [
    timeFinding(what, ours, 0.95, 50),
    timeFinding(`${what}, within a 5-core`, cores, 0.95, 50),
    ratioFinding(`${what}, beside SQL`, median(ours), ['the same counts as plain SQL', median(sql)], 1),
  ];
}

interface Measured {
  readonly ours: number[];
  readonly cores: number[];
  readonly sql: number[];
  readonly nodes: number;
}

const MEASURE = `(async () => {${LOADED}
  const { neighbourhoodOf, readParticulars } = await import('/src/queries/index.ts');
  const { buildGraph, crossFilter } = await import('/src/graph/index.ts');
  const { DEFAULT_VIEW, NO_FILTERS } = await import('/src/model/index.ts');
  const seeds = (await connection.query('SELECT work_id FROM works')).numbers('work_id');
  const walk = { seeds, direction: 'both', depth: 1, kinds: ['cites', 'formal', 'uses'], expanded: [] };
  const rows = await neighbourhoodOf(connection, walk);
  const particulars = await readParticulars(connection, rows.nodes.node);
  const graph = buildGraph(rows, { unidentified: false, particulars });
  const FACETS = ['kind', 'trust', 'category', 'venue', 'author', 'document', 'role', 'word'];
  const move = (turn) => [1993 + (turn % 6), 1996 + (turn % 7)];
  const count = (filters) => {
    const start = performance.now();
    const filter = crossFilter(graph, { ...DEFAULT_VIEW, filters: { ...NO_FILTERS, ...filters } });
    filter.countYears();
    for (const facet of FACETS) filter.countValues(facet);
    filter.total;
    return performance.now() - start;
  };
  const [ours, cores, sql] = [[], [], []];
  for (let turn = 0; turn < 60; turn++) ours.push(count({ years: move(turn), facets: { venue: ['odd'] } }));
  for (let turn = 0; turn < 60; turn++) cores.push(count({ years: move(turn), core: 5 }));
  const years = '(year IS NULL OR year BETWEEN ?1 AND ?2)';
  const QUESTIONS = [
    "SELECT year, count(*) FROM works WHERE venue = 'odd' GROUP BY year",
    'SELECT venue, count(*) FROM works WHERE ' + years + ' GROUP BY venue',
    ...['is_stub', 'trust', 'primary_cat', 'authors_text', 'title'].map((column) =>
      'SELECT ' + column + ", count(*) FROM works WHERE venue = 'odd' AND " + years + ' GROUP BY ' + column),
    "SELECT document_id, count(DISTINCT citing) FROM citations JOIN works ON work_id = citing WHERE venue = 'odd' AND " + years + ' GROUP BY document_id',
    "SELECT role, count(DISTINCT cited) FROM citations JOIN works ON work_id = cited WHERE venue = 'odd' AND " + years + ' GROUP BY role',
  ];
  for (let turn = 0; turn < 20; turn++) {
    const start = performance.now();
    for (const question of QUESTIONS) await connection.query(question, question.includes('?1') ? move(turn) : []);
    sql.push(performance.now() - start);
  }
  return { ours: ours.slice(5), cores: cores.slice(5), sql: sql.slice(3), nodes: graph.order };
})()`;

/** From a movement of the pointer to counts on the page, while the stage of 473 nodes follows. */
async function benchBrush(launch: () => Promise<Browser>): Promise<Finding[]> {
  const { url, close } = await serve();
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.evaluate(async () => {
    await window.corollary.ready;
    await window.corollary.show('arXiv:2409.12917', { depth: 2 });
  });
  await page.locator('summary', { hasText: 'Word of the title' }).click();
  await page.locator('summary', { hasText: 'Author' }).click();
  await page.waitForTimeout(1000);
  const { counts, tasks } = await moveBrush(page);
  await browser.close();
  await close();
  return [
    timeFinding('brush movement on 473 nodes to counts on the page', counts, 0.95, 50),
    timeFinding(
      'longest task of the page meanwhile, stage included (0: none over 50 ms)',
      [0, ...tasks],
      1,
      50,
    ),
  ];
}

async function moveBrush(page: Page): Promise<{ counts: number[]; tasks: number[] }> {
  return page.evaluate(async () => {
    const plot = document.querySelector('.plot');
    const said = document.querySelector('[aria-labelledby="filters-name"] [role="status"]');
    if (!plot || !said) throw new Error('There is no brush.');
    const box = plot.getBoundingClientRect();
    const send = (type: string, share: number) => {
      const at = {
        clientX: box.left + share * box.width,
        clientY: box.top + 20,
        pointerId: 1,
        bubbles: true,
      };
      plot.dispatchEvent(new PointerEvent(type, at));
    };
    plot.setPointerCapture = () => undefined;
    send('pointerdown', 0.3);
    const [counts, tasks]: [number[], number[]] = [[], []];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    for (let turn = 0; turn < 50; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const before = said.textContent;
      const start = performance.now();
      send('pointermove', (9.5 + ((turn * 3) % 7)) / 17);
      while (said.textContent === before && performance.now() - start < 1000) await Promise.resolve();
      counts.push(performance.now() - start);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    }
    send('pointerup', 0.9);
    return { counts: counts.slice(5), tasks };
  });
}
