import { Failure } from '../model';

/** Numbers reach SQL as they are; anything else would be words of others. */
export function integer(value: number): number {
  if (!Number.isSafeInteger(value))
    throw new Failure('bad-argument', 'A work of a corpus is known by a whole number.');
  return value;
}

export function integers(values: readonly number[]): string {
  return values.map(integer).join(', ');
}
