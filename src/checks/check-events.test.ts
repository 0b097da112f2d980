import { expect, it } from 'vitest';
import type { EventCountsFact } from '../documents';
import { checkEventCounts } from './check-events';

const counts: EventCountsFact = {
  pithNumber: 'pith:2024:OQMAWUXNEGORB2TU7H6MP4SDXQ',
  eventCount: 2,
  validEventCount: 2,
  invalidEventCount: 0,
  equivocationCount: 0,
  pointer: '',
};

it.each([
  ['as many events as are counted', 2, {}, 'pass'],
  ['an event less', 1, {}, 'fail'],
  ['an event more', 3, {}, 'fail'],
  ['more counted', 2, { eventCount: 3 }, 'fail'],
  ['fewer valid', 2, { validEventCount: 1 }, 'fail'],
  ['one invalid in place of a valid one', 2, { validEventCount: 1, invalidEventCount: 1 }, 'pass'],
  ['more equivocations than events', 2, { equivocationCount: 3 }, 'fail'],
  ['no count', 2, { eventCount: null }, 'not-checkable'],
])('a bundle and a state with %s', (_, held, change, verdict) => {
  const result = checkEventCounts(held, { ...counts, ...change });
  expect(result).toMatchObject({ verdict, check: 'event-counts', subject: counts.pithNumber });
});
