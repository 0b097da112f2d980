import type { View } from '../model';
import type { Neighbourhood } from '../queries';
import { withPublicIds } from './names';
import { united } from './united';
import type { ViewRows } from './view-rows';

/** A second snapshot, whose rows are drawn with those of the first. */
export interface Beside {
  /** What the names in a View mean, as public ids of the first where it has them. */
  readonly names: (view: View) => Promise<Readonly<Record<string, string>>>;
  /** The rows of a View with public ids in both, as those of one. */
  readonly unite: (view: View, rowsOf: (view: View) => Promise<Neighbourhood>) => Promise<Neighbourhood>;
}

/** `renamed`: ids of the earlier snapshot that are others in the later one. */
export function besideOf(earlier: ViewRows, renamed: Readonly<Record<string, string>>): Beside {
  const idOf = (id: string) => (Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id);
  const before = Object.fromEntries(Object.entries(renamed).map(([old, now]) => [now, old]));
  const earlierRows = (view: View) => earlier.known(withPublicIds(view, before));
  return {
    names: async (view) =>
      Object.fromEntries(Object.entries(await earlier.ids(view)).map(([alias, id]) => [alias, idOf(id)])),
    // What one side reaches is put on the other too: a line among what is shown may be in either.
    unite: async (view, rowsOf) => {
      const [later, old] = await Promise.all([rowsOf(view), earlierRows(view)]);
      const reached = [...later.nodes.id, ...old.nodes.id.map(idOf)];
      const wide = { ...view, added: [...new Set([...view.added, ...reached])] };
      const [all, oldOfAll] = await Promise.all([rowsOf(wide), earlierRows(wide)]);
      return united(all, oldOfAll, idOf);
    },
  };
}
