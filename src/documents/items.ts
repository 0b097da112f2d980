import { LIMITS } from './limits';
import type { Problems } from './problems';
import { each, within, type Stated } from './stated';

/** A bundle's events, as far as they are read. */
export function eventsIn(events: Stated | null, problems: Problems): Stated[] {
  return atMost(each(events, LIMITS.events), LIMITS.events, 'events', events?.pointer ?? '', problems);
}

function atMost(items: Stated[], most: number, what: string, pointer: string, problems: Problems): Stated[] {
  if (items.length <= most) return items;
  problems.error(pointer, `Only the first ${most.toLocaleString('en')} ${what} were read.`);
  return items.slice(0, most);
}

/** The items of a part of the graph under the first of these keys that it has. */
export function itemsOf(part: Stated | null, keys: readonly string[], problems: Problems): Stated[] {
  const lists = keys.map((key) => within(part, key)).filter((found) => found !== null);
  const found = lists.find(({ value }) => Array.isArray(value));
  const [wrong] = lists;
  if (!found && wrong) problems.error(wrong.pointer, 'This should be a list; it was left out.');
  return atMost(each(found ?? null), LIMITS.listItems, 'items', found?.pointer ?? '', problems);
}
