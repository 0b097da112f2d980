import type { Explorer } from '../../explorer';

/** More would hide each other on the stage. */
const MOST_ADDED = 500;

/** Puts works on the stage besides what is there, and draws these lines (`from → to`) strong. */
export function toStage(
  explorer: Explorer,
  ids: readonly string[],
  traced: readonly string[] = explorer.shownView.traced,
): void {
  const view = explorer.shownView;
  const isThere = new Set(explorer.scene?.nodes.map(({ id }) => id));
  const missing = ids.filter((id) => !isThere.has(id) && !view.added.includes(id)).slice(0, MOST_ADDED);
  explorer.change({
    added: [...view.added, ...missing],
    hidden: view.hidden.filter((id) => !ids.includes(id)),
    traced,
  });
}
