import { endsOf, type Csr } from './csr';

export interface Condensed {
  /** The component of each place; -1 outside of what was condensed. Lines lead to components of lower numbers. */
  readonly component: Int32Array;
  /** The places of each component, in their order. */
  readonly members: readonly (readonly number[])[];
}

/** Nodes that reach each other over lines among these count as one: what is left has no cycles (Tarjan 1972). */
export function condense(lines: Csr, places: readonly number[]): Condensed {
  const count = lines.starts.length - 1;
  const isInside = new Uint8Array(count);
  for (const place of places) isInside[place] = 1;
  const order = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const members: number[][] = [];
  const open: number[] = [];
  const isOpen = new Uint8Array(count);
  let visited = 0;

  function close(root: number): void {
    const own: number[] = [];
    for (let at = open.length - 1; own.at(-1) !== root; at--) {
      const node = open[at] as number;
      isOpen[node] = 0;
      component[node] = members.length;
      own.push(node);
    }
    open.length -= own.length;
    members.push(own.sort((a, b) => a - b));
  }

  function enter(node: number): void {
    order[node] = lowest[node] = visited++;
    open.push(node);
    isOpen[node] = 1;
  }

  /** Recursion as a stack of its own: a chain of citations may be longer than the call stack. */
  function visit(root: number): void {
    const trail: { readonly node: number; next: number }[] = [{ node: root, next: 0 }];
    enter(root);
    for (let at = trail.at(-1); at; at = trail.at(-1)) {
      const { node } = at;
      const target = endsOf(lines, node)[at.next];
      at.next += 1;
      if (target === undefined) {
        trail.pop();
        const before = trail.at(-1)?.node;
        if (before !== undefined) lowest[before] = Math.min(lowest[before] as number, lowest[node] as number);
        if (lowest[node] === order[node]) close(node);
      } else if (isInside[target] && order[target] === -1) {
        enter(target);
        trail.push({ node: target, next: 0 });
      } else if (isInside[target] && isOpen[target]) {
        lowest[node] = Math.min(lowest[node] as number, order[target] as number);
      }
    }
  }

  for (const place of places) if (order[place] === -1) visit(place);
  return { component, members };
}
