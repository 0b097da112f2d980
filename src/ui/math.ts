import { unescaped } from '../model';

/** A run of plain text, or of TeX between its signs. */
export interface TextPart {
  readonly kind: 'text' | 'tex';
  readonly text: string;
  /** As it was written, signs included: shown where it cannot be set. */
  readonly source: string;
}

const TEX = /\$\$([^$]+)\$\$|\$([^$\n]+)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]/gs;
/** `$5 and $10` are prices: TeX begins and ends with a sign that touches it, and no digit follows. */
const IS_MATHS = /^\S(?:.*\S)?$/s;

/** Splits a title where it holds TeX. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(TEX)) {
    const tex = match.slice(1).find((group) => group !== undefined) ?? '';
    const end = match.index + match[0].length;
    if (!IS_MATHS.test(tex) || (match[2] !== undefined && /\d/.test(text[end] ?? ''))) continue;
    if (match.index > at) parts.push(plain(text.slice(at, match.index)));
    parts.push({ kind: 'tex', text: tex, source: match[0] });
    at = end;
  }
  if (at < text.length || parts.length === 0) parts.push(plain(text.slice(at)));
  return parts;
}

function plain(text: string): TextPart {
  return { kind: 'text', text: unescaped(text), source: text };
}

/** Sets TeX as MathML inside an element; where it cannot be read, the source stays. Nothing in it is trusted. */
export async function setMath(element: HTMLElement, tex: string): Promise<void> {
  const { default: temml } = await import('temml');
  const made = document.createElement('span');
  try {
    temml.render(tex, made, {
      throwOnError: true,
      trust: false,
      strict: false,
      maxExpand: 200,
      maxSize: [10, 20],
    });
  } catch {
    return;
  }
  element.replaceChildren(...made.childNodes);
}
