/** A node number: a work's id, or minus a theorem's. */
export type NodeNumber = number;

/** What a name means in what is loaded. */
export interface Resolved {
  readonly node: NodeNumber;
  readonly id: string;
}
