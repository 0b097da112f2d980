import { LIMITS } from './limits';
import type { Problems } from './problems';
import { each, within, type Stated } from './stated';

/** The items of a part of the graph under the first of these keys that it has. */
export function itemsOf(part: Stated | null, keys: readonly string[], problems: Problems): Stated[] {
  const lists = keys.map((key) => within(part, key)).filter((found) => found !== null);
  const found = lists.find(({ value }) => Array.isArray(value));
  const [wrong] = lists;
  if (!found && wrong) problems.error(wrong.pointer, 'This should be a list; it was left out.');
  const items = each(found ?? null);
  if (items.length <= LIMITS.listItems) return items;
  problems.error(
    found?.pointer ?? '',
    `Only the first ${LIMITS.listItems.toLocaleString('en')} items were read.`,
  );
  return items.slice(0, LIMITS.listItems);
}
