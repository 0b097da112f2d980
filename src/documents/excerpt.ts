import { parseTree, type Node } from 'jsonc-parser';

/** A document as lines for reading, of which some are what a pointer names. Texts and numbers stand as written. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** The number in the file of the first line; null where the lines are not the file's own. */
  readonly from: number | null;
  /** The first and the last line (counted from 0) of what the pointer names; null where it names nothing in it. */
  readonly marked: readonly [first: number, last: number] | null;
}

/** Documents up to this many characters are laid out; a larger one is to be saved and read elsewhere. */
const MOST_SHOWN = 8 * 1024 * 1024;
const LINES_AROUND = 200;
const DEEPEST = 500;

/** Null where the document is too large, or is not JSON although the pointer is into JSON. */
export function excerptOf(text: string, pointer: string): Excerpt | null {
  const line = /^line (\d+)$/.exec(pointer)?.[1];
  if (line !== undefined) return linesAround(text, Number(line));
  if (text.length > MOST_SHOWN) return null;
  const root = parse(text);
  if (root === null) return null;
  const isWhole = text.trimEnd().length <= root.offset + root.length;
  return isWhole ? laidOut(text, root, pointer) : { ...linesAround(text, 1), marked: null };
}

function linesAround(text: string, number: number): Excerpt {
  const all = text.split('\n');
  const from = Math.max(1, number - LINES_AROUND);
  const lines = all.slice(from - 1, number + LINES_AROUND).map((line) => line.replace(/\r$/, ''));
  const place = number - from;
  return { lines, from, marked: place < lines.length ? [place, place] : null };
}

function parse(text: string): Node | null {
  try {
    return parseTree(text, [], { disallowComments: true }) ?? null;
  } catch {
    // Nested deeper than the parser's stack.
    return null;
  }
}

/** Indented by two, with every scalar exactly as it stands in the text. */
function laidOut(text: string, root: Node, pointer: string): Excerpt | null {
  const wanted = nodeAt(root, pointer);
  const lines: string[] = [];
  let [first, last] = [-1, -1];
  const write = (node: Node, lead: string, tail: string, depth: number): void => {
    if (depth > DEEPEST) throw new RangeError('nested too deep');
    const start = lines.length;
    const children = node.children ?? [];
    const [open, close] = node.type === 'array' ? '[]' : '{}';
    if (children.length === 0 || (node.type !== 'array' && node.type !== 'object')) {
      lines.push(lead + text.slice(node.offset, node.offset + node.length) + tail);
    } else {
      lines.push(`${lead}${open ?? ''}`);
      const inner = '  '.repeat(depth + 1);
      children.forEach((child, index) => {
        const comma = index < children.length - 1 ? ',' : '';
        const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
        const name = key ? `${text.slice(key.offset, key.offset + key.length)}: ` : '';
        if (value) write(value, inner + name, comma, depth + 1);
      });
      lines.push(`${'  '.repeat(depth)}${close ?? ''}${tail}`);
    }
    if (node === wanted) [first, last] = [start, lines.length - 1];
  };
  try {
    write(root, '', '', 0);
  } catch {
    return null;
  }
  return { lines, from: null, marked: first === -1 || wanted === root ? null : [first, last] };
}

/** The last of repeated keys, as JSON.parse takes it. */
function nodeAt(root: Node, pointer: string): Node | null {
  let here: Node | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const children: readonly Node[] = here?.children ?? [];
    here =
      here?.type === 'array'
        ? children[Number(key)]
        : children.findLast((child) => child.children?.[0]?.value === key)?.children?.[1];
  }
  return here ?? null;
}
