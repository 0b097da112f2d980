import type { ColourRole } from '../model';

/** A colour with the words that the legend gives it. */
export interface Paint {
  readonly key: string;
  readonly label: string;
  readonly colour: ColourRole;
  /** Its place in the legend; equal ones stand by key. */
  readonly order?: number;
}
