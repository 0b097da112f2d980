import type { Trust } from './rows';
import type { DocumentMark } from './view-link';

export interface FigureSize {
  readonly width: number;
  readonly height: number;
  readonly unit: 'mm' | 'px';
}

export interface FigurePreset {
  readonly id: string;
  readonly label: string;
  readonly size: FigureSize;
  /** What goes with the size: points. */
  readonly fontSize: number;
  /** Millimetres. */
  readonly margin: number;
}

/** 96 CSS pixels are an inch, so a slide of 1600 x 900 px is 423.3 x 238.1 mm. */
export const FIGURE_PRESETS = [
  preset('slide-16-9', 'Slide 16:9', [1600, 900, 'px'], 18, 12),
  preset('slide-4-3', 'Slide 4:3', [1200, 900, 'px'], 18, 12),
  preset('a4-landscape', 'A4 landscape', [297, 210, 'mm'], 9, 12),
  preset('a4-portrait', 'A4 portrait', [210, 297, 'mm'], 9, 12),
  preset('column', 'Column, 85 mm', [85, 80, 'mm'], 6, 1),
  preset('two-columns', 'Two columns, 174 mm', [174, 110, 'mm'], 7, 1),
  preset('poster-a1', 'Poster A1', [841, 594, 'mm'], 24, 30),
  preset('poster-a0', 'Poster A0', [1189, 841, 'mm'], 34, 40),
] as const satisfies readonly FigurePreset[];

function preset(
  id: string,
  label: string,
  [width, height, unit]: readonly [number, number, FigureSize['unit']],
  fontSize: number,
  margin: number,
): FigurePreset {
  return { id, label, size: { width, height, unit }, fontSize, margin };
}

export const FIGURE_THEMES = ['light', 'dark', 'print', 'contrast'] as const;
export type FigureTheme = (typeof FIGURE_THEMES)[number];

export const FIGURE_FORMATS = ['svg', 'png', 'pdf', 'tikz', 'html'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

export const LEGEND_PLACES = ['right', 'below', 'none'] as const;
export const LABEL_DENSITIES = ['none', 'few', 'some', 'all'] as const;
export type LabelDensity = (typeof LABEL_DENSITIES)[number];

export interface FigureSettings {
  readonly size: FigureSize;
  /** Millimetres, on all four sides. */
  readonly margin: number;
  /** Of labels, in points: the size for the back row. */
  readonly fontSize: number;
  /** None where empty. */
  readonly title: string;
  /** A person's own words before the caption that is made. */
  readonly caption: string;
  readonly legend: {
    readonly place: (typeof LEGEND_PLACES)[number];
    /** Keys of the legend entries that are left out. */
    readonly off: readonly string[];
  };
  readonly axis: boolean;
  /** `print` is told apart in greys, `contrast` is black and white with full colours. */
  readonly theme: FigureTheme;
  readonly labels: {
    readonly density: LabelDensity;
    /** Ids of nodes whose labels come first. */
    readonly must: readonly string[];
  };
  /** Times the widths of the picture's lines. */
  readonly lineWeight: number;
  /** Whether title, legend and caption are drawn. */
  readonly chrome: boolean;
  /** Ids of nodes and lines (`from → to`); with any, the rest is faded. */
  readonly highlight: readonly string[];
  /** Letters as shapes, for programs without the fonts. */
  readonly outlined: boolean;
  readonly transparent: boolean;
}

export const DEFAULT_FIGURE: FigureSettings = {
  size: FIGURE_PRESETS[0].size,
  margin: FIGURE_PRESETS[0].margin,
  fontSize: FIGURE_PRESETS[0].fontSize,
  title: '',
  caption: '',
  legend: { place: 'right', off: [] },
  axis: true,
  theme: 'light',
  labels: { density: 'some', must: [] },
  lineWeight: 1,
  chrome: true,
  highlight: [],
  outlined: false,
  transparent: false,
};

/** What makes a figure checkable. */
export interface FigureFacts {
  readonly documents: readonly DocumentMark[];
  /** An ISO day, given by the caller: nothing here reads a clock. */
  readonly date: string;
  /** What filters took away, in words; none where empty. */
  readonly filtered: string;
  readonly verdicts: Readonly<Partial<Record<Trust, number>>>;
  readonly layout: string;
  readonly seed: number;
  readonly appVersion: string;
}

/** All that a figure is made of, embedded in it, so that it can be made again. */
export interface Recipe {
  readonly version: 1;
  /** The View's link text. */
  readonly view: string;
  /** The ISO day that it bears. */
  readonly date: string;
  readonly settings: FigureSettings;
  readonly documents: readonly DocumentMark[];
  /** The snapshot that it was compared with, where it was. */
  readonly earlier?: { readonly name: string; readonly documents: readonly DocumentMark[] } | undefined;
  readonly appVersion: string;
}
