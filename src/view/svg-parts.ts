import type { SceneLine, SceneNode } from '../model';
import { lineParts, markParts, type DrawnPart, type Shape, type Stroke, type Theme } from '../scene';
import { CHOSEN, HOVERED, SELECTED, STRONG } from './mark-shape';
import { svg } from './svg-element';

/** A mark's elements about the origin, from back to front; `flags` as in `Emphasis`. */
export function markElements(node: SceneNode, radius: number, flags: number, theme: Theme): SVGElement[] {
  const look = { isHovered: (flags & HOVERED) !== 0, isSelected: (flags & SELECTED) !== 0 };
  return markParts(node, radius, look).map((part) => elementOf(part, theme));
}

/** A line's shaft and end between two points, in the pixels it is drawn at. */
export function lineElements(line: SceneLine, stroke: Stroke, flags: number, theme: Theme): SVGElement[] {
  const width = line.width + (flags & STRONG ? 0.4 : 0) + (flags & CHOSEN ? 0.8 : 0);
  const ink = flags & CHOSEN ? 'accent' : line.colour;
  return lineParts(line, stroke, { width, ink }).map((part) => elementOf(part, theme));
}

function elementOf({ shape, fill, stroke, width, dashes, opacity }: DrawnPart, theme: Theme): SVGElement {
  const element = outlined(shape);
  element.setAttribute('fill', fill ? theme[fill] : 'none');
  if (opacity !== undefined) element.setAttribute('fill-opacity', String(opacity));
  if (stroke) element.setAttribute('stroke', theme[stroke]);
  if (width !== undefined) element.setAttribute('stroke-width', String(width));
  if (dashes) element.setAttribute('stroke-dasharray', dashes.join(' '));
  return element;
}

function outlined(shape: Shape): SVGElement {
  if (shape.kind === 'circle') return svg('circle', { cx: shape.x, cy: shape.y, r: shape.radius });
  if (shape.kind === 'path') {
    return svg('path', { d: shape.segments.map(([step, ...at]) => step + at.join(' ')).join('') });
  }
  const { halfWidth, halfHeight, corner } = shape;
  const size = { width: 2 * halfWidth, height: 2 * halfHeight };
  return svg('rect', { x: -halfWidth, y: -halfHeight, ...size, rx: corner });
}
