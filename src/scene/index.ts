/**
 * A `Scene` is all that is drawn, as plain data in CSS pixels of a frame, y down: Scene = f(graph, positions, View,
 * frame). Colours are roles that a theme resolves. Text is measured with the advance widths of the shipped fonts
 * (`advances.json`), so labels stand at the same places in Node, in a worker and on a page.
 */
export { buildScene, seenFrom, type SceneInput } from './build-scene';
/** Of very many works clusters are drawn until the camera is near. */
export { cameraInto } from './clusters';
/** Two snapshots in one Scene: marks, lines and words of what is new, gone or changed. */
export type { Changes, ChangesSide } from './changes';
export { placeLabels } from './place-labels';
/** What labels are placed with, for a placement that takes its time. */
export { ASCENT, changedFirst, DESCENT, markOf, signBoxes, type Mark } from './place-labels';
export type { Box } from '../model';
export { Occupied } from './occupied';
export { stripOf } from './reach';
export { fitToFrame } from './fit';
/** What a highlight leaves unfaded, on the stage and in figures. */
export { litIn, type Lit } from './lit';
export { measure, shortened, shortenedInside } from './measure';
export { collarOf, fillingOf, FILLINGS, RING, ringOf, SIGN, type Filling } from './reach';
export { radiusAt, toScreen, toStage, type Point } from './camera';
export { AIR, bendsOf, ENDS, strokeBetween, type End, type Stroke } from './line-shape';
export { paintOrder, rimAt, SHAPE } from './mark-shape';
/** Marks, lines and axes as shapes with their inks: every way of drawing a Scene draws these. */
export { markParts } from './mark-parts';
export { lineParts } from './line-parts';
export { drawAxes, type AxisDrawing } from './axis-drawing';
export { wayThrough, type DrawnPart, type Segment, type Shape } from './drawn-part';
export { THEMES, type Theme } from './theme';
