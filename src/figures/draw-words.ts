import { wayThrough } from '../scene';
import type { FigureLabel } from './label';
import { LABEL_LEADING } from './label';
import { boxSegments, pointOnto, type Onto } from './onto-sheet';
import type { Rows } from './page';
import type { Part, WordsPart } from './sheet';

/** Air of the ground round a label, CSS pixels, so that lines do not run through its letters. */
const [PLATE_X, PLATE_Y] = [1.2, 0];

/** Leaders below all labels, a plate of the page's colour under each, and the words. */
export function drawLabels(labels: readonly FigureLabel[], onto: Onto, hasPlates: boolean): Part[] {
  const plates = hasPlates ? labels.map((label) => plate(label, onto)) : [];
  const leaders = labels.flatMap((label) => leaderOf(label, onto));
  return [...plates, ...leaders, ...labels.flatMap((label) => wordsOf(label, onto))];
}

export function plate({ box }: Pick<FigureLabel, 'box'>, onto: Onto): Part {
  const from = pointOnto(onto, { x: box.left - PLATE_X, y: box.top - PLATE_Y });
  const to = pointOnto(onto, { x: box.right + PLATE_X, y: box.bottom + PLATE_Y });
  return {
    kind: 'path',
    segments: boxSegments(from.x, from.y, to.x, to.y, 2 * onto.scale),
    fill: onto.colours.paper,
  };
}

function leaderOf({ leader }: FigureLabel, onto: Onto): Part[] {
  if (!leader) return [];
  const [from, to] = [pointOnto(onto, leader.from), pointOnto(onto, leader.to)];
  const stroke = { stroke: onto.colours.muted, width: 0.5 * onto.scale };
  const { segments } = wayThrough(
    [
      [from.x, from.y],
      [to.x, to.y],
    ],
    false,
  );
  return [{ kind: 'path', segments, ...stroke }];
}

function wordsOf({ rows, x, y, anchor, size, isStrong }: FigureLabel, onto: Onto): WordsPart[] {
  return rows.map((text, row) => ({
    kind: 'words',
    text,
    ...pointOnto(onto, { x, y: y + row * LABEL_LEADING * size }),
    size: size * onto.scale,
    isStrong,
    colour: onto.colours.ink,
    anchor,
  }));
}

/** Rows of the title or the caption. */
export function drawRows({ rows, size, leading, x, y }: Rows, colour: string, isStrong: boolean): Part[] {
  return rows.map((text, row) => ({
    kind: 'words',
    text,
    x,
    y: y + row * leading,
    size,
    isStrong,
    colour,
    anchor: 'start',
  }));
}
