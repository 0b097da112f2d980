import { type Camera, type Frame, type Scene, type SceneNode } from '../model';
import { placeLabels } from '../scene';
import { isSameCamera } from './camera-moves';
import type { Emphasis, Marks } from './emphasis';
import type { Places } from './places';
import { isClearOf, plateFor, writtenAt, type Placed, type Stand, type Writing } from './writing';

/** Which labels are written, and where. */
export class Lettering {
  readonly #scene: Scene;
  readonly #places: Places;
  readonly nodes: ReadonlyMap<string, SceneNode>;
  #placed: Placed;

  constructor(scene: Scene, places: Places) {
    this.#scene = scene;
    this.#places = places;
    this.nodes = new Map(scene.nodes.map((node) => [node.id, node]));
    this.#placed = { labels: scene.labels, nodes: this.nodes, camera: scene.camera };
  }

  /** Chooses and places labels for a camera; at the Scene's own they are the Scene's. */
  place(camera: Camera, frame: Frame): void {
    const { frame: own } = this.#scene;
    const isOwn =
      isSameCamera(this.#scene.camera, camera) && frame.width === own.width && frame.height === own.height;
    if (isOwn && !this.#places.hasDragged) {
      this.#placed = { labels: this.#scene.labels, nodes: this.nodes, camera };
    } else this.#placed = this.#chosen(this.#scene.nodes, camera, frame);
  }

  #chosen(nodes: readonly SceneNode[], camera: Camera, frame: Frame): Placed {
    const standing = nodes.map((node) => ({ ...node, ...this.#places.of(node.id) }));
    const labels = placeLabels(standing, camera, frame, this.#scene.axes);
    return { labels, nodes: new Map(standing.map((node) => [node.id, node])), camera };
  }

  compose(stand: Stand, emphasis: Emphasis, { hovered, selected, lit = [] }: Marks): Writing {
    const node = this.nodes.get(hovered ?? '');
    if (!node && lit.length > 0 && emphasis.strength < 1) return this.#lit(stand, emphasis);
    const labels = writtenAt(this.#placed, stand, emphasis);
    if (!node) return this.#named(labels, stand, selected);
    const near = this.#scene.nodes.filter(({ id }) => emphasis.nodes.has(id) && id !== hovered);
    const plate = plateFor(node, stand, near);
    const neighbours = writtenAt(this.#chosen(near, stand.camera, stand.frame), stand, emphasis);
    const rest = labels.filter((label) => label.strength < 1);
    return { labels: [...rest, ...neighbours].filter((label) => isClearOf(plate, label)), plate };
  }

  /** Only what is highlighted is written, as in figures: it has the room of all. */
  #lit(stand: Stand, emphasis: Emphasis): Writing {
    const lit = this.#scene.nodes.filter(({ id }) => emphasis.nodes.has(id));
    return { labels: writtenAt(this.#chosen(lit, stand.camera, stand.frame), stand, emphasis), plate: null };
  }

  /** What is selected has its name, also where there was no room for a label. */
  #named(labels: Writing['labels'], stand: Stand, selected: ReadonlySet<string>): Writing {
    const hasLabel = new Set(this.#placed.labels.map((label) => label.node));
    const last = [...selected].reverse().find((id) => this.nodes.has(id) && !hasLabel.has(id));
    const node = this.nodes.get(last ?? '');
    if (!node) return { labels, plate: null };
    // It stays: so it says no more than a label does, and stands where it covers the fewest of all.
    const short = { ...node, title: node.label, date: null, hiddenNeighbours: 0 };
    const plate = plateFor(short, stand, this.#scene.nodes);
    return { labels: labels.filter((label) => isClearOf(plate, label)), plate };
  }
}
