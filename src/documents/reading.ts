import type { Facts } from './facts';
import type { Problems } from './problems';

/** One document while it is read. */
export interface Reading {
  readonly name: string;
  readonly text: string;
  readonly facts: Facts;
  readonly problems: Problems;
}
