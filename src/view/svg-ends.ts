import type { LineEnd } from '../model';
import type { Point } from '../scene';
import { svg } from './svg-element';

/** The place of a line's end: its tip, the line's direction as a unit vector, and its size. */
export interface EndPlace {
  readonly tip: Point;
  readonly ux: number;
  readonly uy: number;
  readonly length: number;
  readonly half: number;
}

interface Ink {
  readonly ink: string;
  readonly width: number;
}

/** What a line ends in, as the shader draws it. */
export function endParts(end: LineEnd, place: EndPlace, { ink, width }: Ink): SVGElement[] {
  const { length, half } = place;
  const [tip, left, right] = [at(place, 0, 0), at(place, length, half), at(place, length, -half)];
  const filled = (d: string) => svg('path', { d, fill: ink });
  const drawn = (d: string, by: number) => svg('path', { d, fill: 'none', stroke: ink, 'stroke-width': by });
  const middle = length / 2;
  switch (end) {
    case 'arrow':
      return [filled(`M${tip}L${left}L${right}Z`)];
    case 'open':
      return [
        drawn(`M${left}L${tip}L${right}`, 1.6),
        drawn(`M${at(place, length, 0)}L${at(place, 1, 0)}`, width),
      ];
    case 'hollow':
      return [
        drawn(
          `M${at(place, 1.4, 0)}L${at(place, length - 0.7, half - 1)}L${at(place, length - 0.7, 1 - half)}Z`,
          1.4,
        ),
      ];
    case 'bar':
      return [drawn(`M${at(place, middle, half)}L${at(place, middle, -half)}`, length)];
    case 'disc':
      return [filled(disc(place, middle))];
    case 'diamond':
      return [
        filled(`M${tip}L${at(place, middle, half)}L${at(place, length, 0)}L${at(place, middle, -half)}Z`),
      ];
    case 'double':
      return [0, middle].map((back) =>
        filled(
          `M${at(place, back, 0)}L${at(place, back + middle, half)}L${at(place, back + middle, -half)}Z`,
        ),
      );
    case 'none':
      return [];
  }
}

/** So far back from the tip and to the side. */
function at({ tip, ux, uy }: EndPlace, back: number, aside: number): string {
  return `${tip.x - ux * back + uy * aside} ${tip.y - uy * back - ux * aside}`;
}

function disc(place: EndPlace, radius: number): string {
  const arc = `A${radius} ${radius} 0 0 1`;
  return `M${at(place, 0, 0)}${arc} ${at(place, 2 * radius, 0)}${arc} ${at(place, 0, 0)}Z`;
}
