/** What is wrong with a text that JSON.parse refused, for a person. */
export function explainJson(text: string): string {
  if (text.trim() === '') return 'The file is empty.';
  if (text.trimStart().startsWith('<')) {
    return 'This is a web page, not JSON: the address shows a document instead of giving it. Save the JSON itself.';
  }
  const place = firstBadPlace(text);
  if (place >= text.length) {
    return 'This is not whole JSON: it ends in the middle. It may have been cut off when it was saved.';
  }
  const before = text.slice(0, place);
  const line = before.split('\n').length;
  const column = place - before.lastIndexOf('\n');
  return `This is not JSON: something unexpected stands at line ${line}, column ${column}.`;
}

const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Where a text stops being JSON; its length if only the end is missing. Engines do not all tell. */
export function firstBadPlace(text: string): number {
  const closers: string[] = [];
  let wants: 'value' | 'key' | 'colon' | 'next' = 'value';
  let mayClose = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const closer = closers.at(-1);
    if (/\s/.test(character)) continue;
    if (character === closer && (mayClose || wants === 'next')) {
      closers.pop();
      wants = 'next';
    } else if (wants === 'next') {
      if (character !== ',' || !closer) return at;
      wants = closer === '}' ? 'key' : 'value';
    } else if (wants === 'colon') {
      if (character !== ':') return at;
      wants = 'value';
    } else if (wants === 'value' && (character === '{' || character === '[')) {
      closers.push(character === '{' ? '}' : ']');
      wants = character === '{' ? 'key' : 'value';
      mayClose = true;
      continue;
    } else {
      const end = wants === 'key' && character !== '"' ? at : endOfScalar(text, at);
      if (end === at || end >= text.length) return Math.min(end, text.length);
      at = end - 1;
      wants = wants === 'key' ? 'colon' : 'next';
    }
    mayClose = false;
  }
  return text.length;
}

/** After a string, number or word; its own place if it is none, the text's length if the text's end cuts it. */
function endOfScalar(text: string, at: number): number {
  if (text[at] === '"') {
    const end = endOfString(text, at) + 1;
    return end > text.length || isJson(text.slice(at, end)) ? end : at;
  }
  SCALAR.lastIndex = at;
  if (SCALAR.test(text)) return SCALAR.lastIndex;
  return isCutWord(text, at) ? text.length : at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A number or word that the end of the text cuts. */
function isCutWord(text: string, at: number): boolean {
  return (
    at + 30 > text.length &&
    /^(?:-?(?:\d+(?:\.\d*)?)?(?:[eE][+-]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(text.slice(at))
  );
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
