import { findClickHouse, READER, startClickHouse } from '../tooling/clickhouse.js';
import { sceneOf } from './at-the-stage';
import { expect, test } from './corollary';
import { CorpusHost, packCorpus, runProgram } from './corpus-host';

const SCORE = 'arXiv:2409.12917';
const ENGINE = 'clickhouse/';

const isThere = findClickHouse() !== undefined || process.env['CLICKHOUSE'] === 'required';
let cluster: Awaited<ReturnType<typeof startClickHouse>>;
let host: CorpusHost;

test.use({ allowedComplaints: [/Foreign request: http:\/\/localhost/] });
test.skip(!isThere, 'There is no ClickHouse server to test with.');

test.beforeAll(async () => {
  cluster = await startClickHouse(1);
  const [address = ''] = cluster.addresses;
  const folder = await packCorpus('static/samples/score');
  await runProgram('load-clickhouse', folder, '--to', address, '--url', ENGINE);
  host = new CorpusHost(folder, { engine: { path: ENGINE, address, user: READER } });
  await host.start();
});

test.afterAll(async () => {
  await host?.stop();
  await cluster?.end();
});

test('a corpus whose manifest names ClickHouse is asked there, and its database file is not read', async ({
  page,
}) => {
  await page.goto(`./?corpus=${encodeURIComponent(host.url)}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Load' }).click();
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready', { timeout: 60_000 });
  expect((await sceneOf(page)).nodes.length).toBeGreaterThan(100);

  await test.step('a paper is found by words and drawn with its neighbours', async () => {
    const before = host.questions.length;
    await page.getByRole('combobox', { name: /^Find/ }).fill('training self-correct reinforcement');
    await page.getByRole('option', { name: /Training Language Models to Self-Correct/ }).click();
    await expect.poll(async () => (await sceneOf(page)).nodes.length).toBe(49);
    expect((await sceneOf(page)).nodes.some(({ id }) => id === SCORE)).toBe(true);
    expect(host.questions.slice(before).some((sql) => sql.includes('FROM words'))).toBe(true);
  });

  await test.step('its record came from the files, and holds', async () => {
    const checks = await page.evaluate((id) => window.corollary.checks(id), SCORE);
    expect(checks).toContainEqual(expect.objectContaining({ check: 'canonical-hash', verdict: 'pass' }));
  });

  await test.step('words and what is related are asked in the tab', async () => {
    await page.getByRole('button', { name: 'Corpus', exact: true }).click();
    const tab = page.getByRole('region', { name: /Table, lists/ });
    await tab.getByLabel(/Words of a title/).fill('language models');
    await tab.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(tab).toContainText(/[\d,]+ works in the corpus/);
    await tab.getByRole('button', { name: 'Share references' }).click();
    await expect(tab.getByRole('listitem').first()).toContainText('shared');
  });

  expect(host.questions.length).toBeGreaterThan(5);
  expect(host.questions.length).toBeLessThan(60);
  expect(host.questions.join('\n')).not.toMatch(/self-correct|language models/i);
  const files = new Set(host.asked.map((one) => one.split(/[ ?]/)[0]));
  expect(files).toEqual(new Set(['manifest.json', 'originals-0000.bin', ENGINE]));
});
