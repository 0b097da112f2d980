import type { MenuItem, Screen } from '../screen.svelte';

/** The ways to leave with something. */
export function shareItems(screen: Screen): MenuItem[] {
  return [
    { kind: 'action', label: 'Figure…', keys: 'G', run: () => screen.openDialog('figure') },
    { kind: 'action', label: 'Story…', keys: 'Y', run: () => screen.showTab('story') },
    {
      kind: 'action',
      label: 'What is new since an earlier snapshot…',
      keys: 'N',
      run: () => screen.showTab('changes'),
    },
    {
      kind: 'action',
      label: 'Graph, bibliography, table…',
      keys: 'Ctrl S',
      run: () => screen.openDialog('export'),
    },
    {
      kind: 'action',
      label: 'Link, QR code, frame…',
      run: () => screen.openDialog('link'),
    },
  ];
}
