import type { Segment } from '../scene';
import type { CirclePart, Part, PathPart, Sheet, WordsPart } from './sheet';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the sheet into a 2D canvas, at so many pixels a point; the fonts have to be loaded. */
export function paint(sheet: Sheet, context: Context, pixelsPerPoint: number): void {
  context.save();
  context.scale(pixelsPerPoint, pixelsPerPoint);
  if (sheet.ground) {
    context.fillStyle = sheet.ground;
    context.fillRect(0, 0, sheet.width, sheet.height);
  }
  for (const part of sheet.parts) paintPart(part, context);
  context.restore();
}

function paintPart(part: Part, context: Context): void {
  switch (part.kind) {
    case 'group':
      for (const inner of part.parts) paintPart(inner, context);
      return;
    case 'words':
      return paintWords(part, context);
    default:
      return paintShape(part, context);
  }
}

function paintShape(part: CirclePart | PathPart, context: Context): void {
  context.beginPath();
  if (part.kind === 'circle') context.arc(part.x, part.y, Math.max(0, part.radius), 0, 2 * Math.PI);
  else for (const segment of part.segments) step(segment, context);
  if (part.fill) {
    context.fillStyle = part.fill;
    context.fill();
  }
  if (!part.stroke) return;
  context.strokeStyle = part.stroke;
  context.lineWidth = part.width ?? 1;
  context.setLineDash([...(part.dashes ?? [])]);
  context.stroke();
}

function step(segment: Segment, context: Context): void {
  switch (segment[0]) {
    case 'M':
      return context.moveTo(segment[1], segment[2]);
    case 'L':
      return context.lineTo(segment[1], segment[2]);
    case 'C': {
      const [, x1, y1, x2, y2, x, y] = segment;
      return context.bezierCurveTo(x1, y1, x2, y2, x, y);
    }
    case 'Z':
      return context.closePath();
  }
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

function paintWords({ text, x, y, size, isStrong, colour, anchor }: WordsPart, context: Context): void {
  context.font = `${isStrong ? 600 : 400} ${size}px 'Source Sans 3', sans-serif`;
  context.textAlign = ALIGN[anchor];
  context.textBaseline = 'alphabetic';
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
