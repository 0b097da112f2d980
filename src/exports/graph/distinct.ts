/** Texts after a cleaning that may make two the same: later ones get `_2`, `_3` until each is one of its own. */
export function distinct(texts: readonly string[], clean: (text: string) => string): string[] {
  const cleaned = texts.map(clean);
  const kept = new Set(cleaned.filter((text, place) => text === texts[place]));
  return cleaned.map((text, place) => {
    if (text === texts[place]) return text;
    let name = text;
    for (let count = 2; kept.has(name); count++) name = `${text}_${count}`;
    kept.add(name);
    return name;
  });
}
