import type { Page } from '@playwright/test';

interface Needs {
  /** The least side of what is pressed, CSS pixels. */
  readonly target: number;
  /** The least height of buttons, fields and menu items. */
  readonly main: number;
}

/** What is cut off, covered, overlapping or too small to press on the screen as it is; empty where nothing is. */
export function layoutFaults(page: Page, isPhone: boolean): Promise<string[]> {
  return page.evaluate(findFaults, { target: 24, main: isPhone ? 40 : 24 });
}

/** Runs in the page, so all it needs is inside. */
function findFaults({ target, main }: Needs): string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Control {
    readonly element: Element;
    readonly name: string;
    readonly box: Box;
    readonly seen: Box;
    readonly scroller: Element | null;
  }
  const ROOM = 1;
  const CONTROLS =
    'button, a[href], input, select, textarea, summary, [role="menuitem"], [role="option"].hit';
  const PANELS = 'header, aside, main, nav, .dock, [role="dialog"], [role="menu"], .hits';
  const MAIN = '.button, .field, header button, nav button, .tab, summary, [role="menuitem"], .hit';
  const faults: string[] = [];

  const meet = (a: Box, b: Box): Box => {
    const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
    return { left, top, right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) };
  };
  const isEmpty = ({ left, top, right, bottom }: Box) => right - left <= ROOM || bottom - top <= ROOM;
  const sticksOut = (a: Box, b: Box) =>
    a.left < b.left - ROOM || a.top < b.top - ROOM || a.right > b.right + ROOM || a.bottom > b.bottom + ROOM;
  const inWords = ({ left, top, right, bottom }: Box) => [left, top, right, bottom].map(Math.round).join(' ');
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  /** A box or radio is pressed anywhere on its label. */
  const pressed = (element: Element) =>
    element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)
      ? (element.closest('label') ?? element)
      : element;
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !isEmpty(element.getBoundingClientRect()) &&
    !/inset\(50%/.test(getComputedStyle(element).clipPath);
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? pressed(element).textContent).trim().replace(/\s+/g, ' ').slice(0, 40)}”`;

  function controlOf(element: Element): Control {
    const name = nameOf(element);
    const box: Box = pressed(element).getBoundingClientRect();
    let seen: Box = meet(box, screen);
    let scroller: Element | null = null;
    for (let outer = pressed(element).parentElement; outer; outer = outer.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(outer);
      const frame = outer.getBoundingClientRect();
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      seen = meet(seen, frame);
      if (overflowY === 'auto' || overflowY === 'scroll') scroller ??= outer;
      else if (scroller === null && sticksOut(box, frame)) faults.push(`${name} is cut off: ${inWords(box)}`);
      if (position === 'fixed') break;
    }
    if (scroller === null && sticksOut(box, screen))
      faults.push(`${name} is outside the screen: ${inWords(box)}`);
    return { element, name, box, seen, scroller };
  }

  /** Behind an open sheet, menu or dialog; behind a control of its own panel is a fault. */
  function isBehind({ element, name, seen }: Control): boolean {
    const [x1, x2] = [seen.left + 2, seen.right - 2];
    const [y1, y2] = [seen.top + 2, seen.bottom - 2];
    const points = [
      [(x1 + x2) / 2, (y1 + y2) / 2],
      [x1, y1],
      [x2, y1],
      [x1, y2],
      [x2, y2],
    ] as const;
    const tops = points.map(([x, y]) => document.elementFromPoint(x, y));
    const own = pressed(element);
    if (tops.some((top) => top && (own.contains(top) || top.contains(own)))) return false;
    const other = tops[0]?.closest(CONTROLS);
    if (other && other.closest(PANELS) === element.closest(PANELS))
      faults.push(`${name} is covered by ${nameOf(other)}`);
    return true;
  }

  function checkSize({ element, name, box }: Control, controls: readonly Control[]): void {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (element.matches(MAIN) && height < main - ROOM)
      faults.push(`${name} is ${Math.round(height)} px high`);
    if (Math.min(width, height) >= target - 0.5) return;
    const isInText = element.matches('a') && getComputedStyle(element).display === 'inline';
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const reach = target / 2 - 0.5;
    const isCrowded = controls.some(
      (other) =>
        other.element !== element &&
        Math.hypot(
          x - Math.max(other.box.left, Math.min(other.box.right, x)),
          y - Math.max(other.box.top, Math.min(other.box.bottom, y)),
        ) < reach,
    );
    if (isCrowded && !isInText)
      faults.push(`${name} is small and crowded: ${Math.round(width)} x ${Math.round(height)}`);
  }

  const controls = [...document.querySelectorAll(CONTROLS)]
    .filter(isShown)
    .map(controlOf)
    .filter((control) => isEmpty(control.seen) || !isBehind(control));

  controls.forEach((a, place) => {
    checkSize(a, controls);
    if (!/select|textarea|input/i.test(a.element.tagName)) {
      const { scrollWidth, clientWidth } = a.element;
      const isCut = clientWidth > 0 && scrollWidth > clientWidth + ROOM;
      if (isCut && getComputedStyle(a.element).textOverflow !== 'ellipsis')
        faults.push(`the words of ${a.name} are cut: ${scrollWidth} in ${clientWidth}`);
    }
    for (const b of controls.slice(place + 1)) {
      if (a.element.contains(b.element) || pressed(a.element).contains(b.element)) continue;
      // An open menu lies over what is beside its edge: that is what it is for.
      if (a.element.closest('[role=menu]') !== b.element.closest('[role=menu]')) continue;
      const isTogether = a.scroller === b.scroller;
      const common = isTogether ? meet(a.box, b.box) : meet(a.seen, b.seen);
      if (!isEmpty(common)) faults.push(`${a.name} and ${b.name} overlap: ${inWords(common)}`);
    }
  });

  for (const element of document.querySelectorAll('*')) {
    const isSideways = element.scrollWidth > element.clientWidth + ROOM && isShown(element);
    const { overflowX } = getComputedStyle(element);
    if (!isSideways || !['auto', 'scroll'].includes(overflowX)) continue;
    if (element.matches('[role="grid"], textarea, .field, pre, .report')) continue;
    faults.push(`${nameOf(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  return faults;
}
