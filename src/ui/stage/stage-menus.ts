import type { Explorer } from '../../explorer';
import { pageOf, type Alias, type SceneNode } from '../../model';
import { copyText } from '../copy-link';
import type { MenuItem, Screen } from '../screen.svelte';

/** What a right click offers on a node. */
export function nodeMenu(explorer: Explorer, screen: Screen, node: SceneNode): MenuItem[] {
  const { shownView: view } = explorer;
  const { id } = node;
  if (node.works !== undefined)
    return [{ kind: 'action', label: 'Zoom in to its works', keys: 'Enter', run: () => explorer.enter(id) }];
  const isExpanded = view.expanded.includes(id);
  const isSeed = view.seeds.includes(id);
  const expand = isExpanded ? 'Collapse' : 'Expand';
  const hidden = node.hiddenNeighbours > 0 ? { note: `${node.hiddenNeighbours} hidden` } : {};
  const { claims = 0, claimOf } = explorer.graph?.getNodeAttributes(id) ?? {};
  const page = pageOf((claimOf ?? id) as Alias);
  const module = explorer.moduleOf(id);
  const isFolded = view.folded.includes(id);
  const isNamed = !id.startsWith('reference:') && claimOf === undefined && !isFolded;
  const paper = claimOf ?? id;
  const isUnfolded = view.unfolded.includes(paper);
  const named: MenuItem[] = [
    {
      kind: 'action',
      label: 'Focus here',
      keys: 'F',
      isDisabled: id === view.focus,
      run: () => void explorer.show(id).catch(() => undefined),
    },
    {
      kind: 'action',
      label: expand,
      keys: 'E',
      ...hidden,
      isDisabled: !isExpanded && node.hiddenNeighbours === 0,
      run: () => explorer.expand(id),
    },
    {
      kind: 'action',
      label: isSeed ? 'Remove from seeds' : 'Add as seed',
      keys: 'S',
      run: () => explorer.toggleSeed(id),
    },
  ];
  return [
    ...(isNamed ? named : []),
    ...(module === null
      ? [
          {
            kind: 'action' as const,
            label: isUnfolded ? 'Fold claims' : 'Unfold claims',
            keys: 'U',
            ...(claims > 0 && { note: `${claims}` }),
            isDisabled: !isUnfolded && claims === 0,
            run: () => explorer.unfold(paper),
          },
        ]
      : [
          {
            kind: 'action' as const,
            label: view.folded.includes(module) ? 'Unfold its module' : 'Fold its module',
            keys: 'U',
            run: () => explorer.fold(module),
          },
        ]),
    { kind: 'action', label: 'Hide', keys: 'H', run: () => explorer.hide([id]) },
    {
      kind: 'action',
      label: node.isPinned ? 'Unpin' : 'Pin',
      keys: 'P',
      run: () => (node.isPinned ? explorer.unpin(id) : explorer.pin(id, node)),
    },
    { kind: 'rule' },
    { kind: 'action', label: 'Copy id', run: () => void copyText(screen, id) },
    ...(page === null || /^(lean|blueprint|module|reference):/.test(id)
      ? []
      : [
          {
            kind: 'link' as const,
            label: id.startsWith('arXiv:') ? 'Open arXiv page' : 'Open its page',
            href: page,
            isElsewhere: true,
          },
        ]),
  ];
}

export function lineMenu(explorer: Explorer, screen: Screen, line: string): MenuItem[] {
  const run = () => {
    explorer.select(line);
    if (screen.isSmall) screen.showSheet('details');
  };
  return [{ kind: 'action', label: 'Show evidence', run }];
}

export function groundMenu(explorer: Explorer): MenuItem[] {
  const hidden = explorer.view.hidden.length;
  return [
    { kind: 'action', label: 'Fit', keys: '0', run: () => explorer.fit() },
    {
      kind: 'action',
      label: 'Show all hidden',
      note: hidden > 0 ? `${hidden}` : '',
      isDisabled: hidden === 0,
      run: () => explorer.unhide(),
    },
  ];
}
