/** What stands between two marks where they are first found, in a list; empty where they are not. */
export function between(whole: string, before: string, after: string): string[] {
  const start = whole.indexOf(before);
  const end = start < 0 ? -1 : whole.indexOf(after, start + before.length);
  return end < 0 ? [] : [whole.slice(start + before.length, end)];
}

/** As Base64 in a PDF's information, which is not compressed. */
export function inPdf(whole: string, mark: string): string[] {
  return between(whole, ` obj\n(${mark}`, ')').flatMap((found) => {
    try {
      return [atob(found)];
    } catch {
      return [];
    }
  });
}
