import type { Locator, Page } from '@playwright/test';
import type { Scene, View } from '../../src/model';

/** What the console API says, for assertions. */
export function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => window.corollary.view());
}

export function sceneOf(page: Page): Promise<Scene> {
  return page.evaluate(() => window.corollary.scene());
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a point of the Scene (CSS pixels of the frame at the home camera) is on the page now. */
export async function onPage(page: Page, { x, y }: Point): Promise<Point> {
  const { camera, frame } = await sceneOf(page);
  const box = await page.locator('main .canvas').boundingBox();
  const scale = (box?.width ?? frame.width) / frame.width;
  return {
    x: (box?.x ?? 0) + ((x - camera.x * frame.width) * camera.zoom + frame.width / 2) * scale,
    y: (box?.y ?? 0) + ((y - camera.y * frame.height) * camera.zoom + frame.height / 2) * scale,
  };
}

export async function placeOf(page: Page, id: string): Promise<Point> {
  const { nodes } = await sceneOf(page);
  const node = nodes.find((one) => one.id === id);
  if (!node) throw new Error(`${id} is not on the stage.`);
  return onPage(page, node);
}

/** The colour of one pixel of the page, as `[red, green, blue]`. */
export async function colourAt(page: Page, { x, y }: Point): Promise<readonly number[]> {
  const clip = { x: Math.round(x), y: Math.round(y), width: 1, height: 1 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas?.drawImage(picture, 0, 0);
    return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, png);
}

/** Presses Tab (or Shift+Tab) until the element has the focus: what a person without a pointer does. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 200; presses++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(wanted)}.`);
}
