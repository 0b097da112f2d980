export type Direction = 'references' | 'citing' | 'both';
export type Depth = 1 | 2 | 3;
export type LineKind = 'cites' | 'formal' | 'uses';
export type LayoutName = 'timeline' | 'force' | 'rings' | 'layers';
export type ColourBy = 'relation' | 'hops' | 'year' | 'category' | 'trust' | 'same';
export type SizeBy = 'cited' | 'same';

export interface Camera {
  /** Centre of the frame in stage coordinates: 0.5, 0.5 is the middle of the fitted picture. */
  readonly x: number;
  readonly y: number;
  /** 1 fits the picture into the frame; 2 is twice as large. */
  readonly zoom: number;
}

/**
 * What is on the stage, as one plain object: the stage is a pure function of (tables, View).
 * Ids are any alias of a work or theorem as it was given; they are resolved when used.
 */
export interface View {
  readonly focus: string | null;
  readonly seeds: readonly string[];
  readonly direction: Direction;
  readonly depth: Depth;
  /** Nodes whose direct neighbours (in the View's direction of lines: any) are added. */
  readonly expanded: readonly string[];
  /** Nodes shown besides, without their neighbours: those of a path, or of a list. */
  readonly added: readonly string[];
  readonly hidden: readonly string[];
  /** Lines drawn strong while the others step back, each as `from → to`: a path, a skeleton. */
  readonly traced: readonly string[];
  readonly lines: readonly LineKind[];
  readonly filters: {
    readonly years: readonly [number, number] | null;
    /** Legend keys that are switched off, such as `kind:stub` or `trust:broken`. */
    readonly off: readonly string[];
  };
  readonly layout: LayoutName;
  readonly layoutSettings: { readonly seed: number };
  /** Where a person dragged a node, in stage units (see `Positions`). */
  readonly pins: Readonly<Record<string, readonly [number, number]>>;
  readonly colourBy: ColourBy;
  readonly sizeBy: SizeBy;
  /** Draw references that carry no id at all. */
  readonly unidentified: boolean;
  readonly selection: readonly string[];
  readonly camera: Camera;
}

export const HOME_CAMERA: Camera = { x: 0.5, y: 0.5, zoom: 1 };

export const DEFAULT_VIEW: View = {
  focus: null,
  seeds: [],
  direction: 'both',
  depth: 1,
  expanded: [],
  added: [],
  hidden: [],
  traced: [],
  lines: ['cites', 'formal', 'uses'],
  filters: { years: null, off: [] },
  layout: 'timeline',
  layoutSettings: { seed: 1 },
  pins: {},
  colourBy: 'relation',
  sizeBy: 'cited',
  unidentified: false,
  selection: [],
  camera: HOME_CAMERA,
};
