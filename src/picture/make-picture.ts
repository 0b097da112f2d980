import { buildGraph, type EvidenceGraph } from '../graph';
import { layoutInput, type LayoutInput, type Positions } from '../layout';
import { Failure, type LayoutName, type View } from '../model';
import { countNextStep, neighbourhoodOf, resolveNames, type Neighbourhood, type Resolved } from '../queries';
import type { Connection } from '../tables';

/** What a picture is made of: plain data, made by the pipeline or stored beside a sample. */
export interface Picture {
  readonly rows: Neighbourhood;
  readonly positions: Positions;
  /** Each alias of the View with the public id it has now. */
  readonly names: Readonly<Record<string, string>>;
}

/** A Picture with the View it is of, as it is stored in a sample's `picture.json`. */
export interface StoredPicture extends Picture {
  readonly view: View;
  readonly next: number | null;
}

export type Arrange = (layout: LayoutName, input: LayoutInput) => Promise<Positions>;

export interface PictureSource {
  readonly connection: Connection;
  readonly arrange: Arrange;
}

/** From the tables to a picture. Throws a Failure `not-found` where the focus is in nothing that is loaded. */
export async function makePicture({ connection, arrange }: PictureSource, view: View): Promise<Picture> {
  const { question, names } = await questionOf(connection, view);
  const rows = await neighbourhoodOf(connection, question);
  const graph = buildGraph(rows, { unidentified: view.unidentified });
  const focus = view.focus === null ? null : (names[view.focus] ?? null);
  const positions = await arrange(view.layout, layoutInput(graph, focus, view.layoutSettings.seed));
  return { rows, positions, names };
}

/** How many nodes one step more would add; null where depth is at its end. */
export async function countNext(connection: Connection, view: View): Promise<number | null> {
  if (view.depth === 3) return null;
  const { question } = await questionOf(connection, view);
  return countNextStep(connection, question);
}

async function questionOf(connection: Connection, view: View) {
  const names = await resolveNames(connection, aliasesOf(view));
  const expanded = view.expanded.flatMap((alias) => names.get(alias)?.node ?? []);
  const { direction, depth, lines } = view;
  const question = { seeds: startsOf(view, names), direction, depth, kinds: lines, expanded };
  return { question, names: Object.fromEntries([...names].map(([alias, { id }]) => [alias, id])) };
}

function startsOf(view: View, names: ReadonlyMap<string, Resolved>): number[] {
  const starts = [...(view.focus === null ? [] : [view.focus]), ...view.seeds];
  if (view.focus !== null && !names.has(view.focus)) {
    throw new Failure('not-found', `${view.focus} is not in what is loaded.`);
  }
  return starts.flatMap((alias) => names.get(alias)?.node ?? []);
}

function aliasesOf(view: View): string[] {
  const focus = view.focus === null ? [] : [view.focus];
  return [
    ...new Set([
      ...focus,
      ...view.seeds,
      ...view.expanded,
      ...view.hidden,
      ...Object.keys(view.pins),
      ...view.selection,
    ]),
  ];
}

export function graphOf(picture: Picture, view: View): EvidenceGraph {
  return buildGraph(picture.rows, { unidentified: view.unidentified });
}

/** The View with every alias replaced by its public id; what is not loaded keeps its own name. */
export function withPublicIds(view: View, names: Picture['names']): View {
  const named = (alias: string) => (Object.hasOwn(names, alias) ? (names[alias] ?? alias) : alias);
  return {
    ...view,
    focus: view.focus === null ? null : named(view.focus),
    seeds: view.seeds.map(named),
    expanded: view.expanded.map(named),
    hidden: view.hidden.map(named),
    selection: view.selection.map(named),
    pins: Object.fromEntries(Object.entries(view.pins).map(([alias, at]) => [named(alias), at])),
  };
}

/** What of a View the picture depends on: while this is the same, only the Scene has to be made again. */
export function pictureKey(view: View, revision: number): string {
  const { focus, seeds, direction, depth, expanded, lines, layout, layoutSettings, unidentified } = view;
  return JSON.stringify([
    revision,
    focus,
    seeds,
    direction,
    depth,
    expanded,
    lines,
    layout,
    layoutSettings,
    unidentified,
  ]);
}

/** Whether a picture still answers for a View whose key is the same: every alias in it must be known to the picture. */
export function coversAliases(picture: Picture, view: View): boolean {
  const ids = new Set(picture.rows.nodes.id);
  return aliasesOf(view).every((alias) => Object.hasOwn(picture.names, alias) || ids.has(alias));
}
