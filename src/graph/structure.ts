import type { Filters } from '../model';
import { coreOf, degreesOf, largestOf, type Neighbours } from './neighbours';

export type StructureFilters = Pick<Filters, 'degree' | 'core' | 'largest'>;

export function hasStructure({ degree, core, largest }: StructureFilters): boolean {
  return degree !== null || core !== null || largest;
}

/**
 * Of the rows that pass all other filters, those that pass these too: first degree, then k-core, then the largest
 * part, each on what the one before left. Rows that stay whatever filters say take part in all of it, as neighbours
 * of the others; whether they themselves pass is told like that of any row.
 */
export function sifted(
  neighbours: Neighbours,
  passing: Uint8Array,
  { kept, filters }: { readonly kept: readonly number[]; readonly filters: StructureFilters },
): Uint8Array {
  let passes = passing;
  const narrow = (test: (stage: Uint8Array) => (row: number) => boolean) => {
    const isFit = test(withRows(passes, kept));
    passes = passes.map((isIn, row) => (isIn === 1 && isFit(row) ? 1 : 0));
  };
  const { degree, core, largest } = filters;
  if (degree) {
    narrow((stage) => {
      const degrees = degreesOf(neighbours, stage);
      return (row) =>
        (degrees[row] as number) >= degree[0] && (degrees[row] as number) <= (degree[1] ?? Infinity);
    });
  }
  if (core !== null) narrow((stage) => among(coreOf(neighbours, stage, core)));
  if (largest) narrow((stage) => among(largestOf(neighbours, stage)));
  return passes;
}

function among(isIn: Uint8Array): (row: number) => boolean {
  return (row) => isIn[row] === 1;
}

export function withRows(isIn: Uint8Array, rows: readonly number[]): Uint8Array {
  const all = isIn.slice();
  for (const row of rows) all[row] = 1;
  return all;
}
