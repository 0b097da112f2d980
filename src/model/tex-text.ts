const ACCENTS: Readonly<Record<string, string>> = {
  ...{
    "'": '\u0301',
    '`': '\u0300',
    '^': '\u0302',
    '"': '\u0308',
    '~': '\u0303',
    '=': '\u0304',
    '.': '\u0307',
  },
  ...{
    u: '\u0306',
    v: '\u030c',
    H: '\u030b',
    c: '\u0327',
    k: '\u0328',
    r: '\u030a',
    b: '\u0331',
    d: '\u0323',
  },
};

const LETTERS: Readonly<Record<string, string>> = {
  ...{
    ss: 'ß',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    aa: 'å',
    AA: 'Å',
    i: 'ı',
    j: 'ȷ',
  },
  ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textendash: '–', textemdash: '—' },
  ...{
    textbraceleft: '{',
    textbraceright: '}',
    textquoteright: '’',
    textquoteleft: '‘',
    ldots: '…',
    dots: '…',
  },
};

const TOKEN = new RegExp(
  [
    '(?<maths>\\$[^$]*\\$|\\\\\\(.*?\\\\\\)|\\\\\\[.*?\\\\\\])',
    '\\\\(?<accent>[\'`^"~=.]|[uvHckrbd](?![A-Za-z]))\\s?(?:\\{\\s?)?(?:\\\\(?<dotless>[ij])(?![A-Za-z])|(?<letter>\\p{L}))\\}?',
    '\\\\(?<word>[A-Za-z]+)(?: |\\{\\})?',
    '\\\\(?<sign>[^A-Za-z])',
    '(?<dash>-{2,3})',
    "(?<quotes>``|'')",
    '(?<brace>[{}])',
    '(?<blank>[\\s~]+)',
  ].join('|'),
  'gu',
);

/** TeX for reading: accents on their letters, no braces or commands, single spaces. Formulas stay as they are. */
export function plainOf(tex: string): string {
  return tex
    .replace(/\\texorpdfstring\s*\{[^{}]*\}\s*\{([^{}]*)\}/g, '$1')
    .replace(TOKEN, (...found) => plain(found.at(-1) as Readonly<Record<string, string | undefined>>))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text that may hold some TeX: accents on their letters, escaped signs as signs; all else as it is written. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(TOKEN, (match, ...rest) => {
    const token = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const isSign = token['sign'] !== undefined && '&%#_'.includes(token['sign']);
    return isSign || token['accent'] !== undefined ? plain(token) : match;
  });
}

function plain(token: Readonly<Record<string, string | undefined>>): string {
  const { maths, accent, dotless, letter, word, sign, dash, quotes } = token;
  if (maths !== undefined) return maths;
  if (accent !== undefined) return `${dotless ?? letter ?? ''}${ACCENTS[accent] ?? ''}`.normalize('NFC');
  if (word !== undefined) return LETTERS[word] ?? '';
  if (sign !== undefined) return /[\s/,;!-]/.test(sign) ? ' '.slice(Number(!/\s/.test(sign))) : sign;
  if (dash !== undefined) return dash.length === 2 ? '–' : '—';
  if (quotes !== undefined) return quotes === '``' ? '“' : '”';
  return token['blank'] === undefined ? '' : ' ';
}
