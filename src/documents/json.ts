/** What is wrong with a text that JSON.parse refused, for a person. */
export function explainJson(text: string, thrown: unknown): string {
  if (text.trim() === '') return 'The file is empty.';
  if (text.trimStart().startsWith('<')) {
    return 'This is a web page, not JSON: the address shows a document instead of giving it. Save the JSON itself.';
  }
  const message = thrown instanceof Error ? thrown.message : '';
  const position = positionIn(message, text);
  const isCut = /end of|unterminated|EOF/i.test(message) || position === text.length;
  if (isCut)
    return 'This is not whole JSON: it ends in the middle. It may have been cut off when it was saved.';
  if (position === null) return 'This is not JSON.';
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  return `This is not JSON: something unexpected stands at line ${line}, column ${column}.`;
}

/** Engines word it differently: V8 gives a position, Firefox line and column. */
function positionIn(message: string, text: string): number | null {
  const direct = /position (\d+)/.exec(message);
  if (direct) return Number(direct[1]);
  const place = /line (\d+) column (\d+)/.exec(message);
  if (!place) return null;
  let start = 0;
  for (let line = 1; line < Number(place[1]); line++) start = text.indexOf('\n', start) + 1;
  return start + Number(place[2]) - 1;
}

/** The texts of a JSON array's items. The text must be a valid JSON array. */
export function itemTexts(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = text.indexOf('[') + 1;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth++;
    else if (depth === 0 && (character === ',' || character === ']')) {
      const item = text.slice(start, at).trim();
      if (item !== '') items.push(item);
      if (character === ']') return items;
      start = at + 1;
    } else if (character === '}' || character === ']') depth--;
  }
  return items;
}

/** The place of the closing quote of a string that opens at `from`. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
