import { SAMPLES, type Sample } from '../../explorer';
import { copyLink } from '../copy-link';
import { shareItems } from '../share/share-items';
import type { MenuItem, Screen } from '../screen.svelte';

/** The ways to bring documents in. */
export function openItems(screen: Screen): MenuItem[] {
  const samples = SAMPLES.map((sample): MenuItem => {
    return {
      kind: 'link',
      label: sample.title,
      note: 'sample',
      href: sampleAddress(sample),
      isElsewhere: false,
    };
  });
  return [
    {
      kind: 'action',
      label: 'Files…',
      note: 'JSON, BibTeX, RIS, CSV, GEXF, zip…',
      run: () => screen.picker?.('files'),
    },
    { kind: 'action', label: 'Folder…', run: () => screen.picker?.('folder') },
    { kind: 'action', label: 'Text or an address…', run: () => screen.openDialog('paste') },
    {
      kind: 'action',
      label: 'A corpus…',
      note: 'read where it lies',
      run: () => screen.openDialog('corpus'),
    },
    ...(screen.isSmall ? [] : [compareItem(screen)]),
    {
      kind: 'action',
      label: 'Trusted keys…',
      note: 'to verify signatures',
      run: () => screen.openDialog('trust'),
    },
    { kind: 'rule' },
    ...samples,
  ];
}

/** On a small screen it stands once, among the ways to leave. */
function compareItem(screen: Screen): MenuItem {
  return {
    kind: 'action',
    label: 'Earlier snapshot to compare with…',
    keys: 'N',
    run: () => screen.showTab('changes'),
  };
}

/** What the top bar has no room for on a small screen. */
export function moreItems(screen: Screen): MenuItem[] {
  const { appearance } = screen;
  const label = `Theme: ${appearance.choice}`;
  return [
    { kind: 'rule' },
    { kind: 'action', label: 'Copy link', run: () => void copyLink(screen) },
    ...shareItems(screen),
    { kind: 'action', label, note: 'press to change', run: () => appearance.next() },
    { kind: 'action', label: 'Keys', run: () => screen.openDialog('keys') },
  ];
}

/** The page that opens a sample. */
export function sampleAddress(sample: Sample): string {
  if (sample === SAMPLES[0]) return './';
  return `./?${sample.documents.map((address) => `data=${encodeURIComponent(address)}`).join('&')}`;
}
