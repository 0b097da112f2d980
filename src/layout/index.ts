/**
 * Where marks go: a table of pure, deterministic layouts in stage units, and the worker that runs them.
 * `timeline` (default): x is the date; `force`: ForceAtlas2, seeded; `rings`: steps from the focus; `layers`:
 * dependency order, foundations at the bottom or, with `flow: 'right'`, at the left. Positions do not know the frame; `scene` fits them into it.
 */
export { Layouts, type Arranging } from './client';
export { LAYOUTS } from './layouts';
export { layoutInput } from './layout-input';
export type { LayoutInput, Positions } from './arrangement';
