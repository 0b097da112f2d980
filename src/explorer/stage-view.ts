import { RELATIONSHIPS, type Scene, type View } from '../model';

/** Changes of a View that a person makes on the stage; ids are public ids. Pure. */

export function toggled(items: readonly string[], id: string): string[] {
  return items.includes(id) ? items.filter((item) => item !== id) : [...items, id];
}

export function withHidden(view: View, ids: readonly string[]): Partial<View> {
  return {
    hidden: [...new Set([...view.hidden, ...ids])],
    selection: view.selection.filter((id) => !ids.includes(id)),
  };
}

export function withPin(view: View, id: string, x: number, y: number): Partial<View> {
  return { pins: { ...view.pins, [id]: [Math.round(x * 100) / 100, Math.round(y * 100) / 100] } };
}

export function withoutPin(view: View, id: string): Partial<View> {
  return { pins: Object.fromEntries(Object.entries(view.pins).filter(([pinned]) => pinned !== id)) };
}

/** The legend's keys of lines. */
export function wordsIn(scene: Scene | null): string[] {
  return (scene?.legend ?? []).filter(({ group }) => group === 'line').map(({ key }) => key);
}

/**
 * A legend key is a kind of line (`line:formal`), or something that a node or a citation is (`kind:stub`,
 * `line:refutes`). `line:cites` is the kind where nothing else is stated of citations, else one relationship of several.
 */
export function withToggledKey(view: View, key: string, legend: readonly string[] = []): Partial<View> {
  const line = /^line:(cites|formal|uses)$/.exec(key)?.[1] as View['lines'][number] | undefined;
  const isOneOfSeveral =
    key === 'line:cites' && (view.filters.off.includes(key) || legend.some(isRelationship));
  const isOneTie =
    key === 'line:formal' &&
    (view.filters.off.includes(key) || legend.some((one) => one.startsWith('line:tie_')));
  if (line === undefined || isOneOfSeveral || isOneTie)
    return { filters: { ...view.filters, off: toggled(view.filters.off, key) } };
  return { lines: toggled(view.lines, line) as View['lines'] };
}

function isRelationship(key: string): boolean {
  return key === 'line:several' || RELATIONSHIPS.some((word) => word !== 'cites' && key === `line:${word}`);
}

export function nextSelection(
  selection: readonly string[],
  id: string | null,
  isAdditive: boolean,
): readonly string[] {
  if (id === null) return [];
  return isAdditive ? toggled(selection, id) : [id];
}

export function sameView(a: View, b: View): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two Views differ in more than camera and selection: then the change is an undo step. */
export function isNewStep(before: View, after: View): boolean {
  return !sameView({ ...after, camera: before.camera, selection: before.selection }, before);
}
