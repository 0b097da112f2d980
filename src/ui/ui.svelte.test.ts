import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Explorer } from '../explorer';
import { DEFAULT_VIEW, HOME_CAMERA, type Scene, type SceneNode } from '../model';
import { THEMES } from '../scene';
import './base.css';
import { setExplorer, setScreen } from './context';
import MathText from './MathText.svelte';
import Legend from './panels/Legend.svelte';
import { Screen } from './screen.svelte';
import { themeColours } from './stage/theme-colours';
import NodeTable from './table/NodeTable.svelte';

let mounted: object | null = null;
let place: HTMLElement;

afterEach(async () => {
  if (mounted) await unmount(mounted);
  mounted = null;
  place.remove();
});

/** A component on the page, with as much of an explorer as it reads. */
function show<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
  explorer: object = {},
): void {
  place = document.body.appendChild(document.createElement('div'));
  place.style.height = '400px';
  const host: typeof component = (...args) => {
    setExplorer(explorer as Explorer);
    setScreen(new Screen());
    return component(...args);
  };
  mounted = mount(host, { target: place, props });
  flushSync();
}

test('TeX in a title is set as MathML', async () => {
  show(MathText, { text: 'On $L_2$ bounds' });
  await expect.poll(() => place.querySelector('math')?.textContent).toContain('L');
  expect(place.textContent).toMatch(/^On .* bounds$/);
});

test.each(['<img src=x onerror=alert(1)>', '$\\href{javascript:alert(1)}{x}$', '$\\undefinedmacro{$'])(
  'hostile text %s is shown as text',
  async (text) => {
    show(MathText, { text });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(place.querySelector('img, a, script')).toBeNull();
    expect(place.textContent).toContain(text.startsWith('<') ? text : text.slice(1, 6));
  },
);

test('a filter of the legend is a button that says whether it is on; a colour is none', () => {
  const toggleLegend = vi.fn();
  const legend: Scene['legend'] = [
    {
      key: 'kind:stub',
      group: 'kind',
      label: 'stub',
      count: 3,
      isOn: false,
      isFilter: true,
      mark: { shape: 'stub', colour: 'muted' },
    },
    {
      key: 'colour:focus',
      group: 'colour',
      label: 'focus',
      count: 1,
      isOn: true,
      isFilter: false,
      mark: { colour: 'ink' },
    },
  ];
  show(Legend, {}, { scene: { legend }, toggleLegend });
  const buttons = place.querySelectorAll('button');
  expect(buttons).toHaveLength(1);
  expect(buttons[0]?.getAttribute('aria-pressed')).toBe('false');
  buttons[0]?.click();
  expect(toggleLegend).toHaveBeenCalledWith('kind:stub');
});

test('the table is walked and its rows are selected by keys alone', async () => {
  const facts = new Map<string, object>();
  const nodes = Array.from({ length: 200 }, (_, index): SceneNode => {
    const id = `arXiv:2401.${String(index).padStart(5, '0')}`;
    facts.set(id, {
      title: `Paper ${index}`,
      authors: null,
      date: null,
      year: 2024,
      hops: 1,
      linesOut: 0,
      linesIn: 0,
    });
    const looks = { radius: 5, fill: 'c0', trust: 'none', isFocus: false, isPinned: false } as const;
    return {
      id,
      kind: 'paper',
      x: 0,
      y: 0,
      ...looks,
      hops: 1,
      hiddenNeighbours: 0,
      label: id,
      weight: 1,
      title: id,
      date: null,
    };
  });
  const select = vi.fn();
  const graph = { hasNode: () => true, getNodeAttributes: (id: string) => facts.get(id) };
  const scene = { nodes, lines: [], camera: HOME_CAMERA };
  show(NodeTable, {}, { scene, graph, shownView: DEFAULT_VIEW, hovered: null, select });
  const grid = place.querySelector<HTMLElement>('[role=grid]');
  grid?.focus();
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await expect
    .poll(() =>
      document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim(),
    )
    .toBe('arXiv:2401.00199');
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(select).toHaveBeenCalledWith('arXiv:2401.00198', { isAdditive: false });
  expect(place.querySelectorAll('[role=row]').length).toBeLessThan(60);
});

test.each(['light', 'dark'] as const)('the %s colours of the frame are those of the stage', (theme) => {
  place = document.body.appendChild(document.createElement('div'));
  document.documentElement.dataset['theme'] = theme;
  expect(themeColours(document.body)).toEqual(THEMES[theme]);
});
