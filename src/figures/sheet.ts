import type { FigureSize } from '../model';
import type { Segment } from '../scene';

/** What a part is drawn with; colours are `#rrggbb`, lengths points. */
export interface Ink {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dashes?: readonly number[];
}

export interface PathPart extends Ink {
  readonly kind: 'path';
  readonly segments: readonly Segment[];
}

export interface CirclePart extends Ink {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** One line of text; x and y are where the anchor is on the baseline. */
export interface WordsPart {
  readonly kind: 'words';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isStrong: boolean;
  readonly colour: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface GroupPart {
  readonly kind: 'group';
  /** Letters, digits, `.`, `-` and `_`; one of its kind in the sheet. */
  readonly id: string;
  /** Of marks and lines: their kind, for styles. */
  readonly sort?: string;
  /** Of marks and lines that a highlight leaves strong while it fades the rest. */
  readonly isLit?: boolean;
  readonly title?: string;
  readonly desc?: string;
  readonly href?: string;
  readonly parts: readonly Part[];
}

export type Part = PathPart | CirclePart | WordsPart | GroupPart;

/** What a list of nodes is made of: ids are those of groups in the sheet. */
export interface SheetNode {
  readonly id: string;
  readonly title: string;
  /** As beside its mark. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface SheetLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Between the labels of its ends this is its title. */
  readonly verb: string;
  readonly evidence: string;
}

/** A page with all that is on it, back to front, in points (1/72 inch) with y down; texts are clean. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly size: FigureSize;
  readonly title: string;
  readonly description: string;
  /** An ISO day. */
  readonly date: string;
  /** None where the ground is transparent. */
  readonly ground: string | null;
  /** The colour of the page that the inks were chosen for. */
  readonly paper: string;
  /** Each colour of the theme with its role. */
  readonly palette: Readonly<Record<string, string>>;
  readonly isOutlined: boolean;
  readonly parts: readonly GroupPart[];
  readonly nodes: readonly SheetNode[];
  readonly lines: readonly SheetLine[];
  /** Ids of nodes whose labels had to be there and found no place. */
  readonly unplaced: readonly string[];
}
