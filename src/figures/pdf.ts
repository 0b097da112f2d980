import type { Recipe } from '../model';
import type { Segment } from '../scene';
import { runsOf, startOf, type Faces } from './fonts';
import { PDF_RECIPE, recipeText } from './recipe-text';
import { fixed } from './svg';
import type { CirclePart, GroupPart, Part, PathPart, Sheet, WordsPart } from './sheet';

type Document = PDFKit.PDFDocument;

/**
 * PDF 1.7 (ISO 32000-1): shapes and selectable words in the embedded fonts, a link on each work. The recipe stands as
 * Base64 in the document's information, under `CorollaryRecipe`.
 */
export async function writePdf(sheet: Sheet, recipe: Recipe, faces: Faces): Promise<Uint8Array<ArrayBuffer>> {
  const info = {
    Title: sheet.title,
    Subject: sheet.description,
    Creator: `Corollary ${recipe.appVersion}`,
    CorollaryRecipe: PDF_RECIPE + btoa(recipeText(recipe)),
  };
  return writePages([sheet], info, faces);
}

/** A page a sheet; `info` is the document's own, besides its day. */
export async function writePages(
  sheets: readonly Sheet[],
  info: Readonly<Record<string, string>>,
  faces: Faces,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import('pdfkit');
  const day = new Date(`${sheets[0]?.date}T00:00:00Z`);
  const document = new PDFDocument({
    ...{ autoFirstPage: false, margin: 0, pdfVersion: '1.7', lang: 'en', displayTitle: true, font: '' },
    info: { ...info, CreationDate: Number.isNaN(day.getTime()) ? new Date(0) : day },
  });
  const bytes = collected(document);
  for (const [index, { bytes: font }] of faces.regular.entries())
    document.registerFont(`r${index}`, font.slice());
  for (const [index, { bytes: font }] of faces.strong.entries())
    document.registerFont(`s${index}`, font.slice());
  for (const sheet of sheets) {
    document.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    if (sheet.ground) document.rect(0, 0, sheet.width, sheet.height).fill(sheet.ground);
    for (const part of sheet.parts) draw(part, document, faces);
  }
  document.end();
  return bytes;
}

function collected(document: Document): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      resolve(whole);
    });
  });
}

function draw(part: Part, document: Document, faces: Faces): void {
  switch (part.kind) {
    case 'group':
      for (const inner of part.parts) draw(inner, document, faces);
      return link(part, document);
    case 'words':
      return drawWords(part, document, faces);
    default:
      return drawShape(part, document);
  }
}

/** Over the first part of the group that is a mark's ground. */
function link({ href, parts }: GroupPart, document: Document): void {
  const first = parts[0];
  if (href === undefined || !first || first.kind === 'group' || first.kind === 'words') return;
  const { left, top, right, bottom } = extent(first);
  document.link(left, top, right - left, bottom - top, href);
}

function extent(part: CirclePart | PathPart) {
  if (part.kind === 'circle') {
    const { x, y, radius } = part;
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
  }
  const ends = part.segments.map((segment) => segment.slice(-2).filter((at) => typeof at === 'number'));
  const xs = ends.flatMap(([x]) => (x === undefined ? [] : [x]));
  const ys = ends.flatMap(([, y]) => (y === undefined ? [] : [y]));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function drawShape(part: CirclePart | PathPart, document: Document): void {
  const { fill, stroke, width = 1, dashes } = part;
  if (part.kind === 'circle') document.circle(part.x, part.y, part.radius);
  else for (const segment of part.segments) step(segment, document);
  if (!stroke) {
    if (fill) document.fill(fill);
    return;
  }
  document.lineWidth(width);
  if (dashes) document.addContent(`[${dashes.map(fixed).join(' ')}] 0 d`);
  if (fill) document.fillAndStroke(fill, stroke);
  else document.stroke(stroke);
  if (dashes) document.undash();
}

function step(segment: Segment, document: Document): void {
  switch (segment[0]) {
    case 'M':
      document.moveTo(segment[1], segment[2]);
      return;
    case 'L':
      document.lineTo(segment[1], segment[2]);
      return;
    case 'C': {
      const [, x1, y1, x2, y2, x, y] = segment;
      document.bezierCurveTo(x1, y1, x2, y2, x, y);
      return;
    }
    case 'Z':
      document.closePath();
  }
}

function drawWords(words: WordsPart, document: Document, faces: Faces): void {
  const { size, y, isStrong, colour } = words;
  const runs = runsOf(words, faces);
  const own = isStrong ? faces.strong : faces.regular;
  let x = startOf(words, runs);
  for (const { face, text, width } of runs) {
    document
      .font(`${isStrong ? 's' : 'r'}${own.indexOf(face)}`, size)
      .fillColor(colour)
      .text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    x += width * size;
  }
}
