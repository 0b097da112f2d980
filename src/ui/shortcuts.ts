import type { Explorer } from '../explorer';
import type { Depth, Direction, LayoutName } from '../model';
import type { Screen } from './screen.svelte';

const DIRECTIONS: readonly Direction[] = ['references', 'both', 'citing'];
const LAYOUTS: readonly LayoutName[] = ['timeline', 'force', 'rings', 'layers'];

interface Shortcut {
  /** As the keys sheet prints it. */
  readonly keys: string;
  readonly words: string;
  readonly fits: (event: KeyboardEvent) => boolean;
  readonly run: (explorer: Explorer, screen: Screen) => void;
  /** Also while typing in a field. */
  readonly isEverywhere?: boolean;
}

const plain = (key: string) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === key && !event.ctrlKey && !event.metaKey && !event.altKey;
const withCtrl = (key: string, isShifted: boolean) => (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && event.shiftKey === isShifted && event.key.toLowerCase() === key;

/** Keys that work anywhere on the screen; those of the stage and of the table are in their own files. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    keys: 'Ctrl K',
    words: 'Find',
    fits: withCtrl('k', false),
    run: (_, screen) => screen.focusSearch(),
    isEverywhere: true,
  },
  { keys: '/', words: 'Find', fits: plain('/'), run: (_, screen) => screen.focusSearch() },
  { keys: 'Ctrl Z', words: 'Undo', fits: withCtrl('z', false), run: (explorer) => explorer.undo() },
  { keys: 'Ctrl Shift Z', words: 'Redo', fits: withCtrl('z', true), run: (explorer) => explorer.redo() },
  {
    keys: 'D',
    words: 'Direction: builds on, both, built on by',
    fits: plain('d'),
    run: (explorer) => explorer.change({ direction: after(DIRECTIONS, explorer.view.direction) }),
  },
  ...([1, 2, 3] as const).map((depth: Depth): Shortcut => {
    const words = depth === 1 ? 'One step from the focus' : `${depth} steps from the focus`;
    return {
      keys: String(depth),
      words,
      fits: plain(String(depth)),
      run: (explorer) => explorer.change({ depth }),
    };
  }),
  {
    keys: 'L',
    words: 'Layout: timeline, force, rings, layers',
    fits: plain('l'),
    run: (explorer) => explorer.change({ layout: after(LAYOUTS, explorer.view.layout) }),
  },
  { keys: 'T', words: 'Table', fits: plain('t'), run: (_, screen) => screen.toggleTab('table') },
  { keys: 'W', words: 'Related works', fits: plain('w'), run: (_, screen) => screen.toggleTab('related') },
  { keys: 'B', words: 'What builds on it', fits: plain('b'), run: (_, screen) => screen.toggleTab('built') },
  { keys: 'V', words: 'Paths', fits: plain('v'), run: (_, screen) => screen.toggleTab('paths') },
  { keys: 'C', words: 'Compare', fits: plain('c'), run: (_, screen) => screen.toggleTab('compare') },
  {
    keys: 'N',
    words: 'What changed since an earlier snapshot',
    fits: plain('n'),
    run: (_, screen) => screen.toggleTab('changes'),
  },
  { keys: 'X', words: 'What is in doubt', fits: plain('x'), run: (_, screen) => screen.toggleTab('doubt') },
  { keys: 'Y', words: 'Story', fits: plain('y'), run: (_, screen) => screen.toggleTab('story') },
  {
    keys: 'M',
    words: 'Formal statements: gaps, coverage, shadows',
    fits: plain('m'),
    run: (_, screen) => screen.toggleTab('formal'),
  },
  { keys: 'Q', words: 'SQL', fits: plain('q'), run: (_, screen) => screen.toggleTab('sql') },
  { keys: 'R', words: 'Load report', fits: plain('r'), run: (_, screen) => screen.toggleTab('report') },
  { keys: 'G', words: 'Figure', fits: plain('g'), run: (_, screen) => screen.openDialog('figure') },
  {
    keys: 'Ctrl S',
    words: 'Export: graph, bibliography, table',
    fits: withCtrl('s', false),
    run: (_, screen) => screen.openDialog('export'),
  },
  { keys: '?', words: 'These keys', fits: plain('?'), run: (_, screen) => screen.openDialog('keys') },
];

/** The listener for keys pressed anywhere. */
export function shortcuts(explorer: Explorer, screen: Screen): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(screen)) return;
    // The SQL editor is in a shadow root, which hides what is typed into.
    const isTyping = isField(event.composedPath()[0] ?? null);
    const shortcut = SHORTCUTS.find(
      ({ fits, isEverywhere = false }) => (isEverywhere || !isTyping) && fits(event),
    );
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run(explorer, screen);
  };
}

/** Whether keys belong to what lies over the screen. */
function isElsewhere({ dialog, menu, isPresenting }: Screen): boolean {
  return dialog !== null || menu !== null || isPresenting;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isButtonLike =
    target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type);
  return !isButtonLike && target.matches('input, select, textarea, [contenteditable]');
}

function after<T>(list: readonly T[], current: T): T {
  return list[(list.indexOf(current) + 1) % list.length] ?? current;
}
