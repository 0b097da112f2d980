import type { FigureFormat, FigureSettings, FigureTheme, LabelDensity } from '../../model';

export const FORMAT_WORDS: Readonly<Record<FigureFormat, { readonly name: string; readonly holds: string }>> =
  {
    svg: { name: 'SVG', holds: 'Drawn in lines, to edit on. Dropped on Corollary it brings this view back.' },
    png: { name: 'PNG', holds: 'Exact pixels. Dropped on Corollary it brings this view back.' },
    pdf: {
      name: 'PDF',
      holds: 'Drawn in lines, with text to select. Dropped on Corollary it brings this view back.',
    },
    tikz: {
      name: 'TikZ',
      holds: 'For LaTeX, in centimetres, with its styles at the top. It does not bring the view back.',
    },
    html: {
      name: 'HTML',
      holds: 'One page to pan and zoom in, without a network. Dropped on Corollary it brings this view back.',
    },
  };

export const THEME_WORDS: readonly (readonly [FigureTheme, string])[] = [
  ['light', 'light'],
  ['dark', 'dark'],
  ['print', 'print, told apart in greys'],
  ['contrast', 'high contrast'],
];

export const DENSITY_WORDS: readonly (readonly [LabelDensity, string])[] = [
  ['none', 'none'],
  ['few', 'few'],
  ['some', 'some'],
  ['all', 'as many as fit'],
];

const MM_A_PX = 25.4 / 96;

/** `Page of 423 × 238 mm (1600 × 900 px), letters of 18 pt` */
export function sizeInWords({ size, fontSize }: FigureSettings): string {
  const { width, height, unit } = size;
  const own = `${width} × ${height} ${unit}`;
  const inMm = `${Math.round(width * MM_A_PX)} × ${Math.round(height * MM_A_PX)} mm`;
  return `Page of ${unit === 'mm' ? own : `${own} (${inMm})`}, labels of ${fontSize} pt`;
}

/** The drawing as a node that fits into its place; its links do not lead away from the editor. */
export function svgIn(text: string): Element {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  svg.setAttribute('width', '100%');
  svg.setAttribute('height', '100%');
  svg.setAttribute('pointer-events', 'none');
  for (const link of svg.querySelectorAll('a')) link.removeAttribute('href');
  return document.importNode(svg, true);
}
