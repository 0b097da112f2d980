import type { FigureFacts, FigureSettings, Frame, LegendEntry, Scene } from '../model';
import { captionWords } from './caption-words';
import { columnsWithin, legendBox, legendWidth, type LegendBox } from './legend-box';
import { cleaned, rowsOf } from './words';

const MM = 72 / 25.4;
const PX = 72 / 96;

/** The Scene's labels in CSS pixels of its frame, on a wide frame and on one of under 600. */
const [LABEL, SMALL_LABEL, SMALL_FRAME] = [12, 11, 600];
/** Over the size of labels. */
const [TITLE, LEAD, LEGEND, CAPTION] = [1.55, 1.15, 0.88, 0.7];
const LEAST_CAPTION = 5.5;

export interface Rows {
  readonly rows: readonly string[];
  readonly size: number;
  readonly leading: number;
  readonly x: number;
  /** Of the first baseline. */
  readonly y: number;
}

/** A page in points with y down: where each thing stands. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly title: Rows | null;
  readonly lead: Rows | null;
  readonly caption: Rows | null;
  readonly legend: { readonly box: LegendBox; readonly x: number; readonly y: number } | null;
  readonly picture: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Points a CSS pixel of the frame, at which the Scene's labels have the wanted size. */
  readonly scale: number;
}

/** Of any Scene of the View: what stands round the picture depends on its legend and caption alone. */
export interface PageInput {
  readonly scene: Pick<Scene, 'legend' | 'caption'>;
  readonly settings: FigureSettings;
  readonly facts: FigureFacts;
  /** A sentence or two under the title, as large as labels. */
  readonly lead?: string;
}

export function pointsOf({ size, margin }: FigureSettings) {
  const unit = size.unit === 'mm' ? MM : PX;
  return { width: size.width * unit, height: size.height * unit, margin: margin * MM };
}

/**
 * The frame that a Scene has to be built for to fill the picture of the page. One CSS pixel of it is `fontSize / 12`
 * points (`fontSize / 11` where it comes out narrower than 600, as `placeLabels` writes smaller there), so that labels
 * have the size that is asked for.
 */
export function frameFor(input: PageInput): Frame {
  const { picture, scale } = pageOf(input);
  return { width: picture.width / scale, height: picture.height / scale };
}

export function pageOf({ scene, settings, facts, lead: said = '' }: PageInput): Page {
  const { width, height, margin } = pointsOf(settings);
  const { fontSize, chrome } = settings;
  const gap = fontSize * 0.9;
  const inner = Math.max(20, width - 2 * margin);
  const title = chrome ? titleRows(settings, { x: margin, y: margin, width: inner }) : null;
  const under = margin + heightOf(title, gap);
  const lead = chrome ? leadRows(said, settings, { x: margin, y: under, width: inner }) : null;
  const words = chrome ? captionWords(scene, settings, facts) : [];
  const caption = captionRows(words, settings, { x: margin, y: height - margin, width: inner });
  const top = under + heightOf(lead, gap);
  const foot = caption ? caption.y - caption.size - gap * 0.8 : height - margin;
  const space = { x: margin, y: top, width: inner, height: Math.max(20, foot - top) };
  const { picture, legend } = withLegend(shownIn(scene, settings), settings, space);
  return { width, height, title, lead, caption, legend, picture, scale: scaleFor(fontSize, picture.width) };
}

function scaleFor(fontSize: number, width: number): number {
  return width / (fontSize / LABEL) < SMALL_FRAME ? fontSize / SMALL_LABEL : fontSize / LABEL;
}

/** The legend's entries that a figure has: what is switched off is not drawn. */
function shownIn({ legend }: Pick<Scene, 'legend'>, { legend: { off }, chrome }: FigureSettings) {
  return chrome ? legend.filter(({ key, isOn }) => isOn && !off.includes(key)) : [];
}

interface Space {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function titleRows({ title, fontSize }: FigureSettings, { x, y, width }: Omit<Space, 'height'>): Rows | null {
  const size = fontSize * TITLE;
  const rows = rowsOf(cleaned(title), { size, isStrong: true, width, most: 3 });
  return rows.length === 0 ? null : { rows, size, leading: size * 1.2, x, y: y + size * 0.8 };
}

function leadRows(
  lead: string,
  { fontSize }: FigureSettings,
  { x, y, width }: Omit<Space, 'height'>,
): Rows | null {
  const size = fontSize * LEAD;
  const rows = rowsOf(cleaned(lead), { size, isStrong: false, width, most: 6 });
  return rows.length === 0 ? null : { rows, size, leading: size * 1.32, x, y: y + size * 0.8 };
}

function heightOf(rows: Rows | null, gap: number): number {
  return rows ? rows.rows.length * rows.leading + gap * 0.6 : 0;
}

/** Above the foot of the page. */
function captionRows(
  words: readonly string[],
  { fontSize }: FigureSettings,
  { x, y, width }: Omit<Space, 'height'>,
): Rows | null {
  const size = Math.min(fontSize, Math.max(LEAST_CAPTION, fontSize * CAPTION));
  const leading = size * 1.36;
  const rows = words.flatMap((text) => rowsOf(text, { size, isStrong: false, width, most: 8 }));
  if (rows.length === 0) return null;
  return { rows, size, leading, x, y: y - size * 0.25 - (rows.length - 1) * leading };
}

function withLegend(
  entries: readonly LegendEntry[],
  { legend: { place }, fontSize }: FigureSettings,
  space: Space,
): Pick<Page, 'picture' | 'legend'> {
  if (place === 'none') return { picture: space, legend: null };
  const size = fontSize * LEGEND;
  const gap = fontSize * 1.2;
  const isRight = place === 'right';
  const whole = Math.min(space.width, legendWidth(entries, size));
  const box = legendBox(entries, {
    size,
    width: isRight ? space.width * 0.42 : space.width,
    height: isRight ? space.height : space.height * 0.4,
    columns: isRight ? [1, 2] : [columnsWithin(space.width, whole, size), 2, 3, 4],
    columnWidth: isRight ? Math.max(space.width * 0.24, size * 9) : whole,
  });
  if (!box) return { picture: space, legend: null };
  if (isRight) {
    const x = space.x + space.width - box.width;
    const picture = { ...space, width: space.width - box.width - gap };
    return { picture, legend: { box, x, y: space.y } };
  }
  const y = space.y + space.height - box.height;
  return {
    picture: { ...space, height: space.height - box.height - gap * 0.7 },
    legend: { box, x: space.x, y },
  };
}
