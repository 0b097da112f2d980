import type { AxisDrawing, Theme } from '../scene';
import { FONT } from './canvas';
import { svg } from './svg-element';
import type { Plate, Writing } from './writing';

interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly halo?: string;
  readonly isStrong?: boolean;
  readonly isCentred?: boolean;
}

function words(what: Words): SVGTextElement {
  const element = svg('text', {
    x: what.x,
    y: what.y,
    'font-size': what.size,
    'font-family': FONT,
    fill: what.colour,
  });
  if (what.isStrong) element.setAttribute('font-weight', '600');
  if (what.isCentred) element.setAttribute('text-anchor', 'middle');
  if (what.halo) {
    const halo = {
      stroke: what.halo,
      'stroke-width': '4',
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    };
    for (const [name, value] of Object.entries(halo)) element.setAttribute(name, value);
  }
  element.textContent = what.text;
  return element;
}

export function labelParts(writing: Writing, theme: Theme): SVGElement[] {
  const labels = writing.labels.flatMap((label) => {
    const text = words({ ...label, colour: theme.ink, halo: theme.paper });
    text.setAttribute('data-label', '');
    text.setAttribute('opacity', String(label.strength));
    const x = label.x + label.width + 5;
    if (!label.note) return [text];
    return [
      text,
      words({ text: label.note, x, y: label.y, size: label.size, colour: theme.muted, halo: theme.paper }),
    ];
  });
  return writing.plate ? [...labels, ...plateParts(writing.plate, theme)] : labels;
}

function plateParts({ left, top, width, height, rows }: Plate, theme: Theme): SVGElement[] {
  const box = { x: left, y: top, width, height, rx: 4, fill: theme.paper, stroke: theme.faint };
  const texts = rows.map(({ text, x, y, isTitle }) =>
    words({ text, x, y, size: 13, colour: isTitle ? theme.ink : theme.muted, isStrong: isTitle }),
  );
  return [svg('rect', box), ...texts];
}

export function axisParts(axes: AxisDrawing, theme: Theme): { below: SVGElement[]; above: SVGElement[] } {
  const lines = axes.hairlines.map(({ x1, y1, x2, y2, isMajor }) =>
    svg('line', { x1, y1, x2, y2, stroke: theme.faint, 'stroke-width': 1, opacity: isMajor ? 1 : 0.55 }),
  );
  const circles = axes.circles.map(({ x, y, radius }) =>
    svg('circle', { cx: x, cy: y, r: radius, fill: 'none', stroke: theme.faint }),
  );
  const write = ({ text, x, y, isCentred }: AxisDrawing['texts'][number]): SVGElement =>
    words({ text, x, y, size: 11.5, colour: theme.muted, halo: theme.paper, isCentred });
  const foot = axes.texts.filter((text) => text.isFoot).map(write);
  const rest = axes.texts.filter((text) => !text.isFoot).map(write);
  return { below: [...lines, ...circles, ...rest], above: foot };
}
