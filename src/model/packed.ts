const MOST_ITEMS = 5_000;
const LONGEST = 600;

/** A list as one text. Ids may hold spaces (local ids do): only these and the escape itself are escaped before they are joined. */
export function packed(items: readonly string[]): string {
  return items.map((item) => item.replace(/[% ]/g, encodeURIComponent)).join(' ');
}

export function unpacked(text: string, longest = LONGEST): string[] {
  if (text === '') return [];
  return text
    .split(' ')
    .slice(0, MOST_ITEMS)
    .flatMap(decoded)
    .filter((item) => item.length <= longest);
}

function decoded(item: string): string[] {
  try {
    return [decodeURIComponent(item)];
  } catch {
    return [];
  }
}
