import { measure, type Segment } from '../scene';
import type { CirclePart, GroupPart, Ink, Part, PathPart, Sheet, WordsPart } from './sheet';
import { tikzText } from './tikz-text';
import { cleaned } from './words';

const POINTS_A_CM = 72 / 2.54;
/** The size that every TeX font has; others are made of it by scaling. */
const FONT_SIZE = 10;
/** TeX points in a PostScript point. */
const TEX_POINTS = 72.27 / 72;

/**
 * A `tikzpicture` to be \input, because authors set figures inside a paper of their own class and fonts; its header
 * says how. Only TikZ is needed. Colours and styles stand at the top; sizes are centimetres.
 */
export function writeTikz(sheet: Sheet): string {
  const colours = coloursOf(sheet);
  const unknown = new Set<string>();
  const drawing: Drawing = { height: sheet.height, colours, unknown };
  const ground = sheet.ground ? [groundOf(sheet, drawing)] : [];
  const body = sheet.parts.flatMap((part) => groupLines(part, drawing, 'words'));
  return [
    ...HEADER,
    ...(unknown.size > 0 ? [missing(unknown)] : []),
    ...[...colours].map(([hex, name]) => `\\definecolor{${name}}{HTML}{${hex.slice(1).toUpperCase()}}`),
    ...stylesOf(sheet),
    FIT,
    '\\begin{tikzpicture}[corollary]',
    `\\useasboundingbox (0,0) rectangle (${cm(sheet.width)},${cm(sheet.height)});`,
    ...ground,
    ...body,
    '\\end{tikzpicture}%',
    '',
  ].join('\n');
}

/** Another font's words are made as narrow as ours, so that no label covers anything; TikZ brings \\scalebox. */
const FIT =
  '\\providecommand\\corollaryfit[2]{\\sbox0{#2}\\ifdim\\wd0>#1\\relax\\pgfmathparse{#1/\\wd0}\\scalebox{\\pgfmathresult}[1]{\\usebox0}\\else\\usebox0\\fi}';

const HEADER = [
  '% A figure made by Corollary. In the preamble of your document:',
  '%   \\usepackage{tikz}',
  '% and where the figure goes:',
  '%   \\input{this-file}',
  '% Colours and styles come first: change them here, or after them in your own file.',
];

function missing(unknown: ReadonlySet<string>): string {
  const codes = [...unknown]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'))
    .sort();
  return `% Written as "?", because TeX's usual fonts lack them: ${codes.map((code) => `U+${code}`).join(' ')}`;
}

interface Drawing {
  readonly height: number;
  readonly colours: ReadonlyMap<string, string>;
  readonly unknown: Set<string>;
}

/** Each colour of the sheet with a name, in the order they come in. */
function coloursOf({ parts, ground, palette }: Sheet): Map<string, string> {
  const seen = new Set<string>(ground ? [ground] : []);
  const visit = (part: Part): void => {
    if (part.kind === 'group') part.parts.forEach(visit);
    else if (part.kind === 'words') seen.add(part.colour);
    else [part.fill, part.stroke].forEach((colour) => colour !== undefined && seen.add(colour));
  };
  parts.forEach(visit);
  let mixed = 0;
  return new Map(
    [...seen].map((hex) => {
      const role = palette[hex] ?? `mixed${(mixed += 1)}`;
      return [hex, `corollary${role.replace(/^./, (letter) => letter.toUpperCase())}`];
    }),
  );
}

function stylesOf({ parts }: Sheet): string[] {
  const kinds = new Set<string>();
  const visit = (part: Part): void => {
    if (part.kind !== 'group') return;
    if (part.sort !== undefined) kinds.add(part.sort);
    part.parts.forEach(visit);
  };
  parts.forEach(visit);
  const groups = parts.map(({ id }) => `  corollary/${id}/.style={},`);
  return [
    '\\tikzset{',
    '  corollary/.style={x=1cm, y=1cm, line cap=butt, line join=miter},',
    `  corollary/words/.style={inner sep=0pt, outer sep=0pt, font=\\sffamily\\frenchspacing\\fontsize{${FONT_SIZE}}{12}\\selectfont},`,
    `  corollary/strong/.style={font=\\sffamily\\bfseries\\frenchspacing\\fontsize{${FONT_SIZE}}{12}\\selectfont},`,
    ...groups,
    ...[...kinds].sort().map((kind) => `  corollary/${kind}/.style={},`),
    '}',
  ];
}

function groundOf(sheet: Sheet, { colours }: Drawing): string {
  const fill = colours.get(sheet.ground ?? '') ?? 'white';
  return `\\fill[${fill}] (0,0) rectangle (${cm(sheet.width)},${cm(sheet.height)});`;
}

function groupLines({ id, sort, parts }: GroupPart, drawing: Drawing, above: string): string[] {
  const style = sort ?? (above === 'words' ? id : null);
  const inner = parts.flatMap((part) => partLines(part, drawing));
  if (!style) return [`% ${id}`, ...inner];
  return [`\\begin{scope}[corollary/${style}]% ${id}`, ...inner, '\\end{scope}'];
}

function partLines(part: Part, drawing: Drawing): string[] {
  if (part.kind === 'group') return groupLines(part, drawing, 'group');
  return [part.kind === 'words' ? node(part, drawing) : path(part, drawing)];
}

const ANCHORS = { start: 'base west', middle: 'base', end: 'base east' } as const;

function node({ text, x, y, size, isStrong, colour, anchor }: WordsPart, drawing: Drawing): string {
  const { text: words, unknown } = tikzText(text);
  for (const character of unknown) drawing.unknown.add(character);
  const options = [
    'corollary/words',
    ...(isStrong ? ['corollary/strong'] : []),
    `anchor=${ANCHORS[anchor]}`,
    `scale=${decimal((size * TEX_POINTS) / FONT_SIZE)}`,
    `text=${drawing.colours.get(colour) ?? 'black'}`,
  ];
  const room = decimal(measure(cleaned(text), FONT_SIZE, isStrong));
  return `\\node[${options.join(', ')}] at ${at(x, y, drawing)} {\\corollaryfit{${room}pt}{${words}}};`;
}

function path(part: CirclePart | PathPart, drawing: Drawing): string {
  const way =
    part.kind === 'circle'
      ? `${at(part.x, part.y, drawing)} circle[radius=${cm(part.radius)}]`
      : part.segments.map((segment) => step(segment, drawing)).join('');
  return `\\path[${inkOf(part, drawing)}] ${way.trim()};`;
}

function step(segment: Segment, drawing: Drawing): string {
  switch (segment[0]) {
    case 'M':
      return ` ${at(segment[1], segment[2], drawing)}`;
    case 'L':
      return ` -- ${at(segment[1], segment[2], drawing)}`;
    case 'C': {
      const [, x1, y1, x2, y2, x, y] = segment;
      const [a, b, to] = [at(x1, y1, drawing), at(x2, y2, drawing), at(x, y, drawing)];
      return ` .. controls ${a} and ${b} .. ${to}`;
    }
    case 'Z':
      return ' -- cycle';
  }
}

function inkOf({ fill, stroke, width, dashes }: Ink, { colours }: Drawing): string {
  const lengths = (dashes ?? []).map((dash, index) => `${index % 2 ? 'off' : 'on'} ${cm(dash)}cm`);
  return [
    ...(fill ? [`fill=${colours.get(fill) ?? 'black'}`] : []),
    ...(stroke ? [`draw=${colours.get(stroke) ?? 'black'}`, `line width=${cm(width ?? 1)}cm`] : []),
    ...(stroke && lengths.length > 0 ? [`dash pattern=${lengths.join(' ')}`] : []),
  ].join(', ');
}

function at(x: number, y: number, { height }: Drawing): string {
  return `(${cm(x)},${cm(height - y)})`;
}

function cm(points: number): string {
  return decimal(points / POINTS_A_CM);
}

/** TeX reads no exponents. */
function decimal(value: number): string {
  return (Math.round(value * 10_000) / 10_000 || 0).toFixed(4).replace(/\.?0+$/, '');
}
