import { STANDARD_AXIOMS } from './standing';

export type Direction = 'references' | 'citing' | 'both';
export type Depth = 1 | 2 | 3;
export type LineKind = 'cites' | 'formal' | 'uses';
export type LayoutName = 'timeline' | 'force' | 'rings' | 'layers';
/** What a node can be told apart by. It may have several authors, documents, roles and words, or none. */
export const FACETS = [
  'kind',
  'trust',
  'category',
  'venue',
  'author',
  'document',
  'role',
  'word',
  'cluster',
  'standing',
  'statement',
  'library',
  'module',
] as const;
export type FacetName = (typeof FACETS)[number];
/** The value of a facet whose nodes do not state it. */
export const NOT_STATED = '';

export const COLOURS = ['relation', 'hops', 'year', 'degree', ...FACETS, 'same'] as const;
export type ColourBy = (typeof COLOURS)[number];
/** `cited` and `references` count what is known, shown or not; `degree` counts neighbours on the stage. */
export const SIZES = ['cited', 'references', 'degree', 'same'] as const;
export type SizeBy = (typeof SIZES)[number];

/** The stage shows this instead of a neighbourhood. */
export interface Cone {
  /** Any alias of a formal statement. */
  readonly of: string;
  /**
   * `down`: what it rests on. `up`: what rests on it. `review`: what a reader must check to trust its statement.
   * `library`: all statements of its library.
   */
  readonly shape: ConeShape;
  /** Along uses in statements alone, or those in proofs too; uses of which neither is told are in both. */
  readonly through: 'statement' | 'proof';
  /** Without the lines that longer ways say too (transitive reduction). */
  readonly reduced: boolean;
}
export type ConeShape = (typeof CONE_SHAPES)[number];
export const CONE_SHAPES = ['down', 'up', 'review', 'library'] as const;

/** Which way dependency goes: what is built on below, or at the left. */
export type Flow = (typeof FLOWS)[number];
export const FLOWS = ['down', 'right'] as const;

export interface Camera {
  /** Centre of the frame in stage coordinates: 0.5, 0.5 is the middle of the fitted picture. */
  readonly x: number;
  readonly y: number;
  /** 1 fits the picture into the frame; 2 is twice as large. */
  readonly zoom: number;
}

/** Which nodes of the neighbourhood stay on the stage; `graph` says in which order these are gone through. */
export interface Filters {
  readonly years: readonly [number, number] | null;
  /** Legend keys that are switched off, such as `kind:stub`, `trust:broken` or `line:refutes`. */
  readonly off: readonly string[];
  /** Of each facet the values to keep; a facet without any keeps all. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Words, phrases and fields joined by AND, OR and NOT. */
  readonly query: string;
  /** Least and most neighbours on the stage; null for no most. */
  readonly degree: readonly [number, number | null] | null;
  /** Only nodes of this k-core. */
  readonly core: number | null;
  /** Only the largest connected part. */
  readonly largest: boolean;
}

export const NO_FILTERS: Filters = {
  years: null,
  off: [],
  facets: {},
  query: '',
  degree: null,
  core: null,
  largest: false,
};

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
  /** In place of a neighbourhood; direction and depth then say nothing. */
  readonly cone: Cone | null;
  /** Modules drawn as one node each, as `module:<library>/<module>`. */
  readonly folded: readonly string[];
  /** Axioms that a proof may rest on. */
  readonly axioms: readonly string[];
  /** Works whose claims are on the stage too. */
  readonly unfolded: readonly string[];
  readonly hidden: readonly string[];
  /** Lines drawn strong while the others step back, each as `from → to`: a path, a skeleton. */
  readonly traced: readonly string[];
  readonly lines: readonly LineKind[];
  readonly filters: Filters;
  readonly layout: LayoutName;
  readonly layoutSettings: { readonly seed: number; readonly flow: Flow };
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
  cone: null,
  folded: [],
  axioms: STANDARD_AXIOMS,
  unfolded: [],
  hidden: [],
  traced: [],
  lines: ['cites', 'formal', 'uses'],
  filters: NO_FILTERS,
  layout: 'timeline',
  layoutSettings: { seed: 1, flow: 'down' },
  pins: {},
  colourBy: 'relation',
  sizeBy: 'cited',
  unidentified: false,
  selection: [],
  camera: HOME_CAMERA,
};
