import type { Camera, Frame, Scene } from '../model';
import type { AxisDrawing, Point, Theme } from '../scene';
import type { Emphasis } from './emphasis';
import type { Writing } from './writing';

export interface Moment {
  readonly camera: Camera;
  readonly isMoving: boolean;
  /** Of a transition between two Scenes, 0 to 1. */
  readonly progress: number;
}

/** What can put a Scene on the screen. The director decides what and when; a painter only draws. */
export interface Painter {
  readonly renderer: 'webgl' | 'svg';
  /** `origins`: where marks stand when the transition starts; what has none appears at its own place. */
  show(scene: Scene, origins: ReadonlyMap<string, Point>): void;
  move(node: string, to: Point): void;
  emphasise(emphasis: Emphasis): void;
  recolour(theme: Theme): void;
  resize(frame: Frame): void;
  paint(moment: Moment): void;
  rule(axes: AxisDrawing): void;
  write(writing: Writing): void;
  /** Moves what was last written by some pixels, without writing it again. */
  shiftWriting(by: Point): void;
  destroy(): void;
}
