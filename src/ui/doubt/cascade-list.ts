import type { DependentRow, DoubtAnswer, DoubtStart, MarkBook } from '../../explorer';
import { csvOf, spelled } from '../../model';
import { nameOf } from '../lists/work-columns';

const HEAD = ['depends', 'steps', 'id', 'title', 'year', 'way'];

/** What depends on what is in doubt, as CSV (RFC 4180): first what that is, and that a person marked it. */
export function cascadeList({ starts, formally, otherwise }: DoubtAnswer, marks: MarkBook): string {
  const rows = [
    HEAD,
    ...starts.map((start) => [
      `marked ${marks.of(start.id).doubt ?? 'in doubt'} by a person on this machine`,
      0,
      start.id,
      startName(start),
      start.brief.year,
      '',
    ]),
    ...formally.map((row) => rowOf('rests on it formally', row)),
    ...otherwise.map((row) => rowOf('only cites it or is tied to it', row)),
  ];
  return csvOf(rows);
}

function rowOf(depends: string, { brief, steps, path }: DependentRow) {
  return [depends, steps, brief.id, nameOf(brief), brief.year, path.map(({ id }) => id).join(' < ')];
}

export function startName({ brief, claimId }: DoubtStart): string {
  return claimId === null ? nameOf(brief) : `${spelled(claimId)} of ${nameOf(brief)}`;
}
