import type { SceneLine } from '../model';
import type { Theme } from '../scene';
import { headOf, type Stroke } from './line-shape';
import { CHOSEN, STRONG } from './mark-shape';
import { svg } from './svg-element';
import { endParts } from './svg-ends';

/** A line's shaft and head between two points, in the pixels it is drawn at. */
export function lineParts(line: SceneLine, stroke: Stroke, flags: number, theme: Theme): SVGElement[] {
  const width = line.width + (flags & STRONG ? 0.4 : 0) + (flags & CHOSEN ? 0.8 : 0);
  const ink = theme[flags & CHOSEN ? 'accent' : line.colour];
  const { end = 'arrow' } = line;
  const head = headOf(width, end);
  const length = Math.min(head.length, stroke.length * 0.6);
  const ux = (stroke.to.x - stroke.from.x) / stroke.length;
  const uy = (stroke.to.y - stroke.from.y) / stroke.length;
  const base = { x: stroke.to.x - ux * length, y: stroke.to.y - uy * length };
  const isTwin = line.style === 'double' || line.style === 'double-weak';
  const sides = isTwin ? [width + 0.3, -width - 0.3] : [0];
  const d = sides
    .map(
      (by) =>
        `M${stroke.from.x + uy * by} ${stroke.from.y - ux * by}L${base.x + uy * by} ${base.y - ux * by}`,
    )
    .join('');
  const thickness =
    line.style === 'double' ? width * 0.8 : line.style === 'double-weak' ? width * 0.6 : width;
  const isDashed = line.style === 'dashed' || line.style === 'double-weak';
  const shaft = svg('path', { d, fill: 'none', stroke: ink, 'stroke-width': thickness });
  if (isDashed) shaft.setAttribute('stroke-dasharray', '4.2 2.8');
  if (line.style === 'dotted') shaft.setAttribute('stroke-dasharray', '2 3');
  if (line.style === 'dash-dot') shaft.setAttribute('stroke-dasharray', '6 2 2 2');
  return [shaft, ...endParts(end, { tip: stroke.to, ux, uy, length, half: head.half }, { ink, width })];
}
