import type { SceneNode } from '../model';
import type { Theme } from '../scene';
import { fillingOf, HOVERED, RING, ringOf, SELECTED, SHAPE } from './mark-shape';
import { svg } from './svg-element';

type Outline = SVGCircleElement | SVGPathElement | SVGRectElement;

/** A mark's outline about the origin, `by` pixels outside its rim. */
function outline(node: SceneNode, radius: number, by: number): Outline {
  if (node.kind === 'theorem') {
    const r = radius * SHAPE.diamond + by * Math.SQRT2;
    return svg('path', { d: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z` });
  }
  if (node.kind === 'definition')
    return rectangle(radius * SHAPE.square + by, radius * SHAPE.square + by, 0.5 + by);
  if (node.kind === 'claim') {
    return rectangle(
      radius * SHAPE.tagWidth + by,
      radius * SHAPE.tagHeight + by,
      radius * SHAPE.tagCorner + by,
    );
  }
  if (node.kind === 'axiom') {
    const half = radius * SHAPE.triangle + by * Math.sqrt(3);
    const [base, top] = [half / Math.sqrt(3), (-2 * half) / Math.sqrt(3)];
    return svg('path', { d: `M0 ${top}L${half} ${base}L${-half} ${base}Z` });
  }
  if (node.kind === 'module') {
    const inner = radius * SHAPE.hexagon + by;
    const [side, half] = [(2 * inner) / Math.sqrt(3), inner / Math.sqrt(3)];
    return svg('path', {
      d: `M${side} 0L${half} ${inner}L${-half} ${inner}L${-side} 0L${-half} ${-inner}L${half} ${-inner}Z`,
    });
  }
  return svg('circle', { r: radius + by });
}

function rectangle(halfWidth: number, halfHeight: number, corner: number): SVGRectElement {
  const size = { width: 2 * halfWidth, height: 2 * halfHeight };
  return svg('rect', { x: -halfWidth, y: -halfHeight, ...size, rx: Math.max(0, corner) });
}

function stroked(shape: Outline, colour: string, width: number, dashes = ''): Outline {
  shape.setAttribute('fill', 'none');
  shape.setAttribute('stroke', colour);
  shape.setAttribute('stroke-width', String(width));
  if (dashes) shape.setAttribute('stroke-dasharray', dashes);
  return shape;
}

function filled(shape: Outline, colour: string, opacity = 1): Outline {
  shape.setAttribute('fill', colour);
  if (opacity !== 1) shape.setAttribute('fill-opacity', String(opacity));
  return shape;
}

function trustRing(node: SceneNode, radius: number, theme: Theme): SVGElement[] {
  const kind = ringOf(node);
  if (kind === 'none') return [];
  const ring = outline(node, radius, RING.trust);
  if (kind === 'sound') return [stroked(ring, theme.pass, 1.1)];
  if (kind === 'unchecked') return [stroked(ring, theme.unknown, 1.1, '2.8 2.2')];
  const at = (radius + RING.trust + 0.4) * Math.SQRT1_2;
  const isSigned = kind === 'signed';
  const sign = svg('path', {
    d: isSigned
      ? `M${at - 2.6} ${-at - 0.2}l1.8 2l3.4 -4.2`
      : `M${at - 2.3} ${-at - 2.3}l4.6 4.6m0 -4.6l-4.6 4.6`,
    fill: 'none',
    stroke: isSigned ? theme.pass : theme.fail,
    'stroke-width': isSigned ? 1.6 : 1.5,
  });
  const gap = svg('circle', { cx: at, cy: -at, r: 4.6, fill: theme.paper });
  return [isSigned ? stroked(ring, theme.pass, 1.1) : stroked(ring, theme.fail, 2), gap, sign];
}

/** The parts of a mark about the origin, from back to front; `flags` as in `Emphasis`. */
export function markParts(node: SceneNode, radius: number, flags: number, theme: Theme): SVGElement[] {
  const isBare = ringOf(node) === 'none';
  const outer = node.isFocus ? (isBare ? 4.2 : 8.2) : isBare ? 1 : 4.4;
  const parts: SVGElement[] = [];
  if (flags & HOVERED) parts.push(filled(outline(node, radius, outer + 4), theme.accent, 0.2));
  parts.push(filled(outline(node, radius, isBare ? 1.1 : 2.2), theme.paper));
  if (flags & SELECTED) parts.push(stroked(outline(node, radius, outer + 1.9), theme.accent, 2.2));
  const focusAt = isBare ? RING.focus : RING.focusOverTrust;
  if (node.isFocus) parts.push(stroked(outline(node, radius, focusAt), theme.accent, 1.8));
  parts.push(...trustRing(node, radius, theme), ...body(node, radius, theme));
  if (node.isPinned) {
    const fill = fillingOf(node) === 'solid' ? theme.paper : theme[node.fill];
    parts.push(svg('circle', { r: Math.max(1.5, radius * 0.26), fill }));
  }
  return parts;
}

function body(node: SceneNode, radius: number, theme: Theme): SVGElement[] {
  const colour = theme[node.fill];
  const filling = fillingOf(node);
  if (filling === 'solid') return [filled(outline(node, radius, 0), colour)];
  const rim = stroked(outline(node, radius, -0.7), colour, 1.4, filling === 'dotted' ? '1.7 1.7' : '');
  const parts: SVGElement[] = [filled(rim, theme.paper)];
  if (filling === 'core') parts.push(filled(outline(node, radius * 0.45, 0), colour));
  if (filling === 'gap') parts.push(filled(rectangle(radius * 0.62, 1.1, 0.4), theme.fail));
  return parts;
}
