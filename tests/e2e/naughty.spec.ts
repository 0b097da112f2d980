import type { Page } from '@playwright/test';
import { DEFAULT_VIEW, NO_FILTERS, unescaped, writeLink } from '../../src/model';
import { CITED_BY_ALL, NAUGHTY, naughtyFile, naughtyWork } from '../hostile/vectors/naughty-strings';
import { expect, test } from './corollary';

test.beforeEach(({ page }) => {
  test.setTimeout(240_000);
  page.on('dialog', (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
});

/** Opens files of these names and bodies and shows a work. */
async function openFiles(page: Page, files: readonly { name: string; body: string }[], show: string) {
  await page.goto('./?data=');
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'empty');
  await page.evaluate(
    async ([all, id]) => {
      await window.corollary.open(all.map(({ name, body }) => new File([body], name)));
      await window.corollary.show(id, { depth: 2 });
    },
    [files, show] as const,
  );
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
}

/** What a text would have made of the page, had it not been shown as text. */
function planted(page: Page) {
  return page.evaluate(() => ({
    elements: document.querySelectorAll('img, iframe, object, embed, base, meta[http-equiv=refresh], form')
      .length,
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith(location.origin)).length,
    handlers: [...document.querySelectorAll('body *')].filter(({ attributes }) =>
      [...attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    links: [...document.querySelectorAll('a')].filter(({ href }) => !/^https?:/.test(href)).length,
  }));
}

/** A title may hold TeX: its accents and escaped signs are read, and nothing else. */
const asRead = (index: number) => unescaped(NAUGHTY[index] ?? '');

const NOTHING = { elements: 0, scripts: 0, handlers: 0, links: 0 };

test('naughty strings are shown as text, wherever text is shown', async ({ page }) => {
  await openFiles(page, NAUGHTY.map(naughtyFile), CITED_BY_ALL);
  const details = page.getByRole('complementary', { name: 'Details' });
  const headings = await page.evaluate(
    async ([works, texts]) => {
      const { corollary } = window;
      const shown: string[] = [];
      for (const [place, work] of works.entries()) {
        await corollary.setView({ ...corollary.view(), selection: [work] });
        const heading = () =>
          document.querySelector('aside[aria-label=Details] h2, [aria-label=Details] h2')?.textContent ?? '';
        for (let wait = 0; wait < 100 && !heading().includes(texts[place] ?? ''); wait++)
          await new Promise((resolve) => setTimeout(resolve, 20));
        shown.push(heading());
      }
      return shown;
    },
    [STRIDE.map(naughtyWork), STRIDE.map(asRead)] as const,
  );
  expect(headings).toEqual(STRIDE.map(asRead));
  expect(await planted(page)).toEqual(NOTHING);

  await page.keyboard.press('t');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(2 * NAUGHTY.length + 2));
  await page.getByRole('grid').getByRole('button', { name: 'Title', exact: true }).click();
  expect(await planted(page)).toEqual(NOTHING);
  await page.getByRole('button', { name: /^Load report/ }).click();
  const report = page.getByRole('region', { name: 'Load report', exact: true });
  await expect(report).toContainText('<script>alert(123)</script>.jsonl');
  expect(await planted(page)).toEqual(NOTHING);
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  const search = page.getByRole('combobox', { name: /^Find/ });
  for (const index of SCRIPTS.slice(0, 12)) {
    await search.fill((NAUGHTY[index] ?? '').slice(0, 60));
    await expect(page.getByRole('listbox', { name: 'Found' })).toBeVisible();
    expect(await planted(page)).toEqual(NOTHING);
  }
  await search.press('Escape');

  for (const index of SCRIPTS.slice(0, 4)) {
    await page.evaluate(
      (one) => window.corollary.setView({ ...window.corollary.view(), selection: [one] }),
      naughtyWork(index),
    );
    await expect(details.getByRole('heading', { level: 2 })).toContainText(asRead(index));
    await details
      .getByRole('button', { name: /\.jsonl$/ })
      .first()
      .click();
    const window_ = page.getByRole('dialog', { name: 'The document as it came' });
    await expect(window_.getByRole('region', { name: 'Document' })).toContainText('"type":"theorem_link"');
    expect(await planted(page)).toEqual(NOTHING);
    await page.keyboard.press('Escape');
    await expect(window_).toBeHidden();
  }
});

test('naughty strings as the hash, and in every field of a link, show the default view and say why', async ({
  page,
}) => {
  await openFiles(page, [naughtyFile('plain', 0)], naughtyWork(0));
  // All of them are read in tests/hostile; each that is shown here is a picture to draw.
  const texts = [...new Set(NAUGHTY)].filter((text) => text !== '');
  const links = texts.flatMap((text, index) =>
    index % 24 === 0 ? [`${text}#`, linkOf(text)] : index % 3 === 0 ? [`${text}#`] : [],
  );
  const failed = await page.evaluate(async (hashes) => {
    const notices = () => [...document.querySelectorAll('[aria-label=Notices] .notice')];
    const wrong: string[] = [];
    const until = async (isSo: () => boolean) => {
      for (let wait = 0; wait < 400 && !isSo(); wait++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      return isSo();
    };
    for (const hash of hashes) {
      for (const notice of notices()) notice.querySelector('button')?.click();
      await until(() => notices().length === 0);
      location.hash = hash;
      if (!(await until(() => notices().length > 0))) wrong.push(hash);
    }
    return wrong;
  }, links);
  expect(failed).toEqual([]);
  expect(await planted(page)).toEqual(NOTHING);
  await expect(page.locator('main')).toHaveAttribute('data-stage', 'ready');
});

function linkOf(text: string): string {
  const view = {
    ...DEFAULT_VIEW,
    focus: `local:none/${text}`,
    seeds: [text],
    expanded: [text],
    hidden: [text],
    selection: [text],
  };
  return writeLink({
    view: {
      ...view,
      filters: { ...NO_FILTERS, off: [text], query: text, facets: { author: [text], venue: [text] } },
    },
    documents: { named: [{ name: text, sha256: text }], more: 0 },
  });
}

const SCRIPTS = NAUGHTY.flatMap((text, index) =>
  /<script|onerror|javascript:/i.test(text) && !text.includes('$') ? [index] : [],
);
/** One in sixteen, and one in eight of those that would run somewhere. */
const STRIDE = [...NAUGHTY.keys()].filter(
  (index) => (SCRIPTS.indexOf(index) % 8 === 0 || index % 16 === 1) && isPlain(NAUGHTY[index] ?? ''),
);

/** A title that is empty is not shown, and TeX in one is set as mathematics. */
function isPlain(text: string): boolean {
  return text !== '' && !text.includes('$') && text.isWellFormed();
}
