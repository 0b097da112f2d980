import { citationList } from '../bench/citations';
import { sceneOf, viewOf } from './at-the-stage';
import { expect, test } from './corollary';

const [PAPERS, CITATIONS] = [5_100, 33_000];

test('of a large picture a part of the lines is drawn, and said so; arranging it anew can be stopped @one-screen', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('./?data=');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  await page.evaluate(
    async (text) => {
      await window.corollary.open([new File([text], 'citations.csv')]);
    },
    citationList(PAPERS, CITATIONS),
  );
  await page.getByRole('radio', { name: '3', exact: true }).click();
  await page.getByRole('button', { name: 'Draw them' }).click({ timeout: 60_000 });
  await expect
    .poll(async () => (await sceneOf(page)).nodes.length, { timeout: 60_000 })
    .toBeGreaterThan(5_000);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
  await expect(page.getByRole('complementary', { name: 'Controls' })).toContainText('1 in 2 lines shown');
  const { focus } = await viewOf(page);
  const { lines, caption } = await sceneOf(page);
  expect(caption.join(' ')).toContain('33,000 citations. 1 in 2 lines shown.');
  expect(lines).toHaveLength(CITATIONS);
  const isHeldBack = (line: (typeof lines)[number]) => line.isHeldBack === true;
  expect(lines.filter(isHeldBack).length).toBeGreaterThan(10_000);
  expect(lines.filter(({ to }) => to === focus).filter(isHeldBack)).toEqual([]);

  const before = (await sceneOf(page)).nodes.map(({ x, y }) => [x, y]);
  await page.getByRole('radio', { name: 'Force' }).click();
  const sign = page.getByRole('group', { name: 'Arranging' });
  // Without a GPU frames are slow: it would be done before the button were found to stand still.
  await sign.getByRole('button', { name: 'Cancel' }).click({ force: true });
  await expect(sign).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Timeline' })).toBeChecked();
  expect((await sceneOf(page)).nodes.map(({ x, y }) => [x, y])).toEqual(before);
});
