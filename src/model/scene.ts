import type { Standing } from './standing';
import type { Relationship, TieRelation } from './relationships';
import type { Camera, LineKind } from './view';
import type { Trust } from './rows';

/**
 * paper ● stub ○ theorem ◆ definition ■ axiom ▲ module (hexagon) claim (rounded tag) reference (a reference without any
 * id, dotted circle)
 */
export type NodeKind =
  'paper' | 'stub' | 'theorem' | 'definition' | 'axiom' | 'module' | 'claim' | 'reference';

const FORMAL: readonly NodeKind[] = ['theorem', 'definition', 'axiom', 'module'];

export function isFormal(kind: NodeKind): boolean {
  return FORMAL.includes(kind);
}

/** A colour as a role; a theme gives the value. `cN` are the eight Okabe-Ito categories, `sN` five steps of a scale. */
export type ColourRole =
  | 'ink'
  | 'muted'
  | 'faint'
  | 'paper'
  | 'accent'
  | 'line'
  | 'formal'
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'c0'
  | 'c1'
  | 'c2'
  | 'c3'
  | 'c4'
  | 'c5'
  | 'c6'
  | 'c7'
  | 's0'
  | 's1'
  | 's2'
  | 's3'
  | 's4';

/** What became of something between two snapshots, where two are compared. */
export type Change = 'new' | 'gone' | 'changed';

export interface SceneNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Centre and radius in CSS pixels of the frame, y down, at the home camera. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: ColourRole;
  /** A ring round the mark says trust: none for works without a record. */
  readonly trust: Trust;
  /** Of a formal statement: how much of the mark is filled, and its ring, say it. */
  readonly standing?: Standing;
  /** Absent where nothing is compared, or nothing changed. */
  readonly change?: Change;
  readonly isFocus: boolean;
  readonly isPinned: boolean;
  readonly hops: number;
  /** Neighbours known but not on the stage. */
  readonly hiddenNeighbours: number;
  /** The short words that may be written beside the mark. */
  readonly label: string;
  /** The greater, the sooner its label is written. */
  readonly weight: number;
  /** The words a hover or a screen reader gives. */
  readonly title: string;
  readonly date: string | null;
  /** Of a cluster's mark: how many works it stands for. */
  readonly works?: number;
}

export type LineStyle = 'solid' | 'double' | 'double-weak' | 'dashed' | 'dotted' | 'dash-dot';

/** What a line ends in: ▶ arrow, > open, ▷ hollow, ┤ bar, ● disc, ◆ diamond, ▶▶ double, or nothing. */
export type LineEnd = 'arrow' | 'open' | 'hollow' | 'bar' | 'disc' | 'diamond' | 'double' | 'none';

/** A line that a person's own query gave: it rests on no evidence and is in no View. */
export interface AskedLine {
  readonly from: string;
  readonly to: string;
}

export interface SceneLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /**
   * A citation's is its relationship; `claim` and `contains` join a part to its whole and are no evidence. `gathered`
   * are all the lines between a cluster and something else, as one.
   */
  readonly kind: LineKind | Relationship | 'claim' | 'contains' | 'asked' | 'gathered';
  /** Of a tie (`formal`), where its evidence states one. */
  readonly relation?: TieRelation;
  readonly change?: Change;
  readonly style: LineStyle;
  /** An arrow where it is not said. */
  readonly end?: LineEnd;
  readonly colour: ColourRole;
  /** CSS pixels. */
  readonly width: number;
  readonly evidence: number;
  /** Of too many lines some are drawn only where they, or a node of theirs, are pointed at, selected or highlighted. */
  readonly isHeldBack?: boolean;
}

export interface SceneLabel {
  readonly node: string;
  readonly text: string;
  /** Left end of the baseline, CSS pixels of the frame at the Scene's camera. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isStrong: boolean;
}

export interface LegendEntry {
  /** The key that a filter switches, such as `kind:stub`, `line:formal`, `trust:sound`. */
  readonly key: string;
  readonly group: 'kind' | 'line' | 'change' | 'trust' | 'standing' | 'colour';
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly isFilter: boolean;
  readonly mark: {
    readonly shape?: NodeKind;
    readonly line?: LineStyle;
    readonly end?: LineEnd;
    readonly trust?: Trust;
    readonly standing?: Standing;
    readonly change?: Change;
    readonly colour: ColourRole;
  };
}

export interface AxisTick {
  /** CSS pixels of the frame at the home camera: x for a time axis, the radius for rings, y for a lane. */
  readonly at: number;
  readonly label: string;
  readonly isMajor: boolean;
}

export interface SceneAxis {
  readonly kind: 'time' | 'rings' | 'lane';
  readonly ticks: readonly AxisTick[];
  readonly centre?: { readonly x: number; readonly y: number };
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Works that are drawn as one mark until the camera is near. */
export interface SceneCluster {
  readonly mark: SceneNode;
  /** Ids of its works, the weightiest first. */
  readonly works: readonly string[];
  /** Where most of them are, CSS pixels of the frame. */
  readonly box: Box;
  /** From this zoom on they are drawn themselves. */
  readonly opensAt: number;
}

/** Of a picture of very many works: what is drawn of it at the Scene's camera. */
export interface Gathered {
  readonly clusters: readonly SceneCluster[];
  readonly closed: readonly SceneCluster[];
  /** Works of these that are drawn all the same, because they are selected. */
  readonly apart: readonly string[];
  /** Marks of clusters that are closed, and all nodes that are in none of these. */
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
  /** Whether of the lines that are not gathered some are held back. */
  readonly isThinned: boolean;
  /** `5,012 works in 14 clusters, all lines between two as one; zoom in to see them`; nothing where all are open. */
  readonly words: string;
}

/** Among what `Filters` switch off: all works are drawn, however many. */
export const CLUSTERS_OFF = 'kind:cluster';

export interface Scene {
  readonly frame: Frame;
  readonly camera: Camera;
  /** Absent where nodes and lines are drawn as they are. */
  readonly gathered?: Gathered;
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
  readonly labels: readonly SceneLabel[];
  readonly legend: readonly LegendEntry[];
  readonly axes: readonly SceneAxis[];
  readonly caption: readonly string[];
  readonly bounds: Box;
}

/** What is drawn of a Scene at its camera. */
export function drawnOf(scene: Scene): Pick<Scene, 'nodes' | 'lines'> {
  return scene.gathered ?? scene;
}

/** In a legend: one in so many lines is drawn. */
export const THINNED = 'line:thinned';

/** What a Scene says at its camera: not that lines are held back where all are gathered. */
export function saidOf({ caption, legend, gathered }: Scene): Pick<Scene, 'caption' | 'legend'> {
  const thinned = legend.find(({ key }) => key === THINNED);
  if (!thinned || !gathered || gathered.isThinned) return { caption, legend };
  return {
    caption: caption.filter((words) => words !== `${thinned.label}.`),
    legend: legend.filter((entry) => entry !== thinned),
  };
}

/** What stands for a node on the stage: the mark of the cluster that it is in, or its own. */
export function markFor(gathered: Gathered | undefined, id: string): string {
  if (!gathered || gathered.apart.includes(id)) return id;
  return gathered.closed.find(({ works }) => works.includes(id))?.mark.id ?? id;
}
