import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alias, type Alias } from '../model';
import { Names } from './names';

type Statement = { readonly names: Alias[]; readonly rank: number };

function groupsOf(statements: readonly Statement[]): { groups: string[]; conflicts: string[] } {
  const names = new Names();
  for (const { names: aliases, rank } of statements)
    names.unite(
      aliases.map((name) => names.of(name)),
      rank,
    );
  names.settle();
  const groups = new Map<number, Alias[]>();
  names.aliases.forEach((name, index) => {
    const work = names.workOf(index);
    groups.set(work, [...(groups.get(work) ?? []), name]);
  });
  return {
    groups: [...groups.values()].map((members) => members.sort().join(' ')).sort(),
    conflicts: names.conflicts.map(({ kept, apart }) => `${kept} ${apart}`).sort(),
  };
}

const name = fc.oneof(
  fc.constantFrom('2401.00001', '2401.00002', '2401.00003').map((id) => alias('arxiv', id)),
  fc.constantFrom('10.1/a', '10.1/b').map((id) => alias('doi', id)),
  fc.constantFrom('W1', 'W2').map((id) => alias('openalex', id)),
  fc.constantFrom('c/x', 'c/y').map((id) => alias('local', id)),
);
const statement: fc.Arbitrary<Statement> = fc.record({
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
  rank: fc.constantFrom(0, 1, 2),
});

test('identity does not depend on the order of statements, nor on repeating them', () => {
  const shuffled = fc
    .array(statement, { maxLength: 8 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      expect(groupsOf(mixed)).toEqual(groupsOf(all));
    }),
    { numRuns: 500 },
  );
});

test('no work ends with two ids of one scheme', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      for (const group of groupsOf(statements).groups) {
        for (const scheme of ['arXiv:', 'doi:', 'openalex:']) {
          expect(group.split(' ').filter((member) => member.startsWith(scheme)).length).toBeLessThanOrEqual(
            1,
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('settling between statements gives the same as settling once', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const names = new Names();
      for (const { names: aliases, rank } of statements) {
        names.unite(
          aliases.map((one) => names.of(one)),
          rank,
        );
        names.settle();
      }
      const once = new Names();
      for (const { names: aliases, rank } of statements)
        once.unite(
          aliases.map((one) => once.of(one)),
          rank,
        );
      once.settle();
      expect(names.aliases.map((_, index) => names.workOf(index))).toEqual(
        once.aliases.map((_, index) => once.workOf(index)),
      );
    }),
  );
});
