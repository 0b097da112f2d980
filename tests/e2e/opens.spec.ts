import { expect, expectAccessible, test } from './corollary';

test.use({ serviceWorkers: 'allow' });

test('the address alone opens the sample', async ({ page, open }) => {
  await open();
  await expect(page).toHaveTitle(/Corollary/);
  await expectAccessible(page);
});
