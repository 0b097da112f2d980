import type { ColourRole } from '../../model';

type Theme = Readonly<Record<ColourRole, string>>;

const ROLES: readonly ColourRole[] = [
  ...(['ink', 'muted', 'faint', 'paper', 'accent', 'line', 'formal', 'pass', 'fail', 'unknown'] as const),
  ...(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 's0', 's1', 's2', 's3', 's4'] as const),
];

/** The colours that `base.css` gives each role at this moment, as `#rrggbb`. */
export function themeColours(within: HTMLElement): Theme {
  const probe = document.createElement('i');
  probe.style.setProperty('forced-color-adjust', 'none');
  within.append(probe);
  const colours = ROLES.map((role) => {
    probe.style.color = `var(--${role})`;
    return [role, hexOf(getComputedStyle(probe).color)] as const;
  });
  probe.remove();
  return Object.fromEntries(colours) as Theme;
}

function hexOf(colour: string): string {
  const channels = colour.match(/\d+/g)?.slice(0, 3) ?? [];
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}
