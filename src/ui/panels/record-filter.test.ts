import { expect, test } from 'vitest';
import { recordFilterOf, withRecordFilter } from './record-filter';

test('a record filter is told from the keys it switches off, and leaves other filters alone', () => {
  for (const filter of ['all', 'checked', 'signed', 'broken'] as const) {
    const off = withRecordFilter(['kind:stub', 'trust:sound'], filter);
    expect(off).toContain('kind:stub');
    expect(recordFilterOf(off)).toBe(filter);
  }
  expect(withRecordFilter([], 'checked')).toEqual(['trust:none', 'trust:unchecked']);
  expect(recordFilterOf(['trust:sound'])).toBe('chosen');
});
