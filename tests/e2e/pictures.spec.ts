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
      const other = colorScheme === 'light' ? 'dark' : 'light';
      await page.emulateMedia({ colorScheme: other });
      // What is drawn on canvases changes with the page: words left in the old colours are one per cent.
      await expect(page.locator('main')).toHaveScreenshot(`rings-${other}.png`, { maxDiffPixelRatio: 0.005 });
    });
  });
}
