import { expect, test } from './corollary';

for (const layout of ['timeline', 'force', 'rings'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${layout}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('looks as it did', async ({ page, open }) => {
        await open();
        await page.evaluate(
          (name) => window.corollary.setView({ ...window.corollary.view(), layout: name }),
          layout,
        );
        await page.waitForTimeout(400);
        const stage = page.locator('main');
        await expect(stage).toHaveScreenshot(`${layout}-${colorScheme}.png`, { maxDiffPixelRatio: 0.02 });
      });
    });
  }
}
