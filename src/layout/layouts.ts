import type { LayoutName } from '../model';
import type { LayoutInput, Positions, Tell } from './arrangement';
import { besidePapers } from './claims';
import { force } from './force';
import { layers } from './layers';
import { rings } from './rings';
import { timeline } from './timeline';

/** All layouts; each is pure and gives the same positions for the same input. */
export const LAYOUTS: Readonly<Record<LayoutName, (input: LayoutInput, tell?: Tell) => Positions>> = {
  timeline: (input) => besidePapers(timeline(input), input),
  force: (input, tell) => besidePapers(force(input, tell), input),
  rings: (input) => besidePapers(rings(input), input),
  layers: (input) => besidePapers(layers(input), input),
};
