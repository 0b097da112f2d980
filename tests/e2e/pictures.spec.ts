import { expect, test } from './corollary';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('timeline, force and rings look as they did', async ({ page, open }) => {
      await open();
      for (const layout of ['timeline', 'force', 'rings'] as const) {
        await page.evaluate(
          (name) => window.corollary.setView({ ...window.corollary.view(), layout: name }),
          layout,
        );
        // Two per cent leaves room for another version of the browser, none for another layout.
        await expect(page.locator('main')).toHaveScreenshot(`${layout}-${colorScheme}.png`, {
          maxDiffPixelRatio: 0.02,
        });
      }
    });
  });
}
