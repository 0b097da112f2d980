import { drawnOf, HOME_CAMERA, type SceneNode } from '../../model';
import type { Explorer } from '../../explorer';
import type { Screen } from '../screen.svelte';
import { cameraOn, nodeTowards, zoomed, type Way } from './walk';

interface StageKey {
  readonly keys: string;
  readonly words: string;
  readonly on: readonly string[];
  run(work: Work): void;
}

/** What a key acts on: the node that the keyboard is at, if any. */
export interface Work {
  readonly explorer: Explorer;
  readonly screen: Screen;
  readonly node: SceneNode | null;
  readonly isAdditive: boolean;
  goTo(node: SceneNode): void;
}

const walk = (way: Way) => (work: Work) => {
  const { scene } = work.explorer;
  const next = scene && work.node && nodeTowards(drawnOf(scene).nodes, work.node, way);
  if (!scene || !next) return;
  const camera = cameraOn(next, scene.camera, scene.frame);
  if (camera !== scene.camera) work.explorer.setCamera(camera);
  work.goTo(next);
};

const act =
  (verb: (explorer: Explorer, node: SceneNode) => string) =>
  ({ explorer, screen, node }: Work) => {
    if (node)
      screen.tell(node.works === undefined ? verb(explorer, node) : 'Zoom in to the works of a cluster');
  };

/** On a claim it acts on the paper of the claim. */
const actOnWork = (verb: (explorer: Explorer, node: SceneNode) => string) =>
  act((explorer, node) => {
    const paper = explorer.graph?.getNodeAttribute(node.id, 'claimOf');
    return verb(explorer, explorer.scene?.nodes.find(({ id }) => id === paper) ?? node);
  });

const zoom =
  (factor: number) =>
  ({ explorer }: Work) =>
    explorer.setCamera(zoomed(explorer.view.camera, factor));

/** The keys of the stage, in the order of the keys sheet. */
export const STAGE_KEYS: readonly StageKey[] = [
  { keys: '←', words: 'To the nearest node on the left', on: ['ArrowLeft'], run: walk('left') },
  { keys: '→', words: 'To the nearest node on the right', on: ['ArrowRight'], run: walk('right') },
  { keys: '↑', words: 'To the nearest node above', on: ['ArrowUp'], run: walk('up') },
  { keys: '↓', words: 'To the nearest node below', on: ['ArrowDown'], run: walk('down') },
  {
    keys: 'Enter',
    words: 'Select and open its details; with Shift add it; zoom into a cluster',
    on: ['Enter', ' '],
    run: select,
  },
  { keys: 'F', words: 'Focus on it', on: ['f'], run: actOnWork(focus) },
  { keys: 'E', words: 'Expand or collapse it', on: ['e'], run: actOnWork(expand) },
  {
    keys: 'U',
    words: 'Unfold a paper into its claims, or fold it; fold a statement’s module, or unfold it',
    on: ['u'],
    run: actOnWork(unfold),
  },
  { keys: 'H', words: 'Hide it', on: ['h'], run: act(hide) },
  { keys: 'S', words: 'Add it as a seed, or remove it', on: ['s'], run: actOnWork(seed) },
  { keys: 'P', words: 'Pin or unpin it', on: ['p'], run: act(pin) },
  { keys: '+', words: 'Zoom in', on: ['+', '='], run: zoom(1.35) },
  { keys: '−', words: 'Zoom out', on: ['-'], run: zoom(1 / 1.35) },
  { keys: '0', words: 'Fit', on: ['0'], run: ({ explorer }) => explorer.setCamera(HOME_CAMERA) },
  { keys: 'Esc', words: 'Clear the selection', on: ['Escape'], run: ({ explorer }) => explorer.select(null) },
];

function select(work: Work): void {
  const { explorer, screen, node, isAdditive } = work;
  if (!node) return;
  const entered = explorer.enter(node.id);
  if (entered) return work.goTo(entered);
  explorer.select(node.id, { isAdditive });
  if (screen.isSmall && !isAdditive && screen.sheet !== 'details') screen.showSheet('details');
}

function focus(explorer: Explorer, { id, label }: SceneNode): string {
  explorer.show(id).catch(() => undefined);
  return `Focus: ${label}`;
}

function expand(explorer: Explorer, { id, label }: SceneNode): string {
  const wasExpanded = explorer.shownView.expanded.includes(id);
  explorer.expand(id);
  return `${wasExpanded ? 'Collapsed' : 'Expanded'}: ${label}`;
}

function unfold(explorer: Explorer, { id, label }: SceneNode): string {
  const module = explorer.moduleOf(id);
  if (module !== null) {
    const isFolded = explorer.shownView.folded.includes(module);
    explorer.fold(module);
    return `${isFolded ? 'Unfolded' : 'Folded'}: ${module}`;
  }
  const isUnfolded = explorer.shownView.unfolded.includes(id);
  const claims = explorer.graph?.getNodeAttribute(id, 'claims') ?? 0;
  if (!isUnfolded && claims === 0) return `No claims known: ${label}`;
  explorer.unfold(id);
  return `${isUnfolded ? 'Folded' : 'Unfolded'}: ${label}`;
}

function hide(explorer: Explorer, { id, label }: SceneNode): string {
  explorer.hide([id]);
  return `Hidden: ${label}`;
}

function seed(explorer: Explorer, { id, label }: SceneNode): string {
  const wasSeed = explorer.shownView.seeds.includes(id);
  explorer.toggleSeed(id);
  return `${wasSeed ? 'No longer a seed' : 'Seed'}: ${label}`;
}

function pin(explorer: Explorer, { id, label, isPinned, x, y }: SceneNode): string {
  if (isPinned) explorer.unpin(id);
  else explorer.pin(id, { x, y });
  return `${isPinned ? 'Unpinned' : 'Pinned'}: ${label}`;
}
