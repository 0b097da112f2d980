import type { Camera, Scene } from '../model';
import type { Theme } from '../scene';

/** What a person did on the stage. */
export interface StageHandlers {
  /** The id of the node or line under the pointer. */
  onHover(id: string | null): void;
  onSelect(target: { node: string } | { line: string } | null, options: { isAdditive: boolean }): void;
  /** Double click. */
  onExpand(node: string): void;
  /** Right click or long press; `at` in CSS pixels of the stage. */
  onMenu(target: { node: string } | { line: string } | null, at: { x: number; y: number }): void;
  /** A node was dragged; `at` in stage coordinates (CSS pixels at the home camera). */
  onPin(node: string, at: { x: number; y: number }): void;
  /** A person's pan or zoom has settled; not told of `setCamera`. */
  onCamera(camera: Camera): void;
}

/** A picture of a Scene that can be touched. All methods may be called at any time until `destroy`. */
export interface Stage {
  /**
   * Draws exactly this Scene at its camera; the same object twice is a no-op. Animated, marks move to their new
   * places in 350 ms, lines thinned meanwhile, and new ones appear, unless the person prefers reduced motion; where no
   * mark has to move, the Scene is drawn once. A gesture under way keeps its camera.
   */
  draw(scene: Scene, options: { isAnimated: boolean }): void;
  /** Ids of nodes or lines. A hovered node dims all but its neighbourhood; with any lit, the others are faded. */
  mark(marks: { selected: ReadonlySet<string>; hovered: string | null; lit?: readonly string[] }): void;
  setTheme(theme: Theme): void;
  setCamera(camera: Camera, options: { isAnimated: boolean }): void;
  /** `svg` where there is no WebGL 2, or when it was lost and did not come back. */
  readonly renderer: 'webgl' | 'svg';
  /** Empties the container and gives the WebGL contexts back. */
  destroy(): void;
}
