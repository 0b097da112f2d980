import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAUGHTY } from '../../tests/hostile/vectors/naughty-strings';
import { readOne } from './vectors/read';

const FILE = `TY  - UNPB
ID  - kumar2024training
AU  - Kumar, Aviral
AU  - Nicolas Le Roux
AU  - et al.
TI  - Training
PY  - 2024
DA  - 2024/09/19/
AN  - arXiv:2409.12917
DO  - 10.48550/arXiv.2409.12917
ER  - 

TY  - JOUR
A1  - Barnes, A., Jr
T1  - Modular
      Elliptic Curves
JO  - Annals
Y1  - 1995///
M3  - Article
DO  - 10.2307/2118559
N2  - Of curves.
ER  -
TY  - ELEC
TI  - Page
UR  - https://arxiv.org/abs/2303.11366
TY  - GEN
AN  - openalex:W5
DA  - soon
PY  - 2001
ER  - 
TY  - GEN
TI  - Bare
ER  - 
TY  - JOUR
DO  - 10.2307/2118559
ER  - 
`;

test.each([
  ['line feeds', FILE],
  ['carriage returns', FILE.replaceAll('\n', '\r\n')],
])('a RIS file with %s is a collection of works, each under one name', async (_, text) => {
  const { kind, note, facts, problems } = await readOne(text, 'refs.ris');
  expect([kind, note]).toEqual(['collection', 'A RIS file: works without their citations.']);
  expect(
    facts.works.map(({ names, title, authorsText, date, venue, pointer }) => [
      ...[names, title, authorsText, date, venue, pointer],
    ]),
  ).toEqual([
    [['arXiv:2409.12917'], 'Training', 'Aviral Kumar, Nicolas Le Roux, et al.', '2024-09-19', null, 'line 1'],
    [['doi:10.2307/2118559'], 'Modular Elliptic Curves', 'A. Barnes Jr', '1995', 'Annals', 'line 13'],
    [['arXiv:2303.11366'], 'Page', null, null, null, 'line 23'],
    [['openalex:W5'], null, null, '2001', null, 'line 26'],
    [['local:refs/31'], 'Bare', null, null, null, 'line 31'],
  ]);
  expect(problems.map(({ pointer, severity }) => [pointer, severity])).toEqual([['line 34', 'warning']]);
});

test('whatever a field says, the next reference is read', async () => {
  const said = fc.oneof(fc.string(), fc.constantFrom(...NAUGHTY, 'ER  - ', 'x\nER  - \ny', '\nTY  - '));
  await fc.assert(
    fc.asyncProperty(said, async (text) => {
      const { facts } = await readOne(
        `TY  - GEN\nTI  - ${text}\nER  - \nTY  - GEN\nID  - zz\nER  - \n`,
        'r.ris',
      );
      expect(facts.works.map(({ names }) => names[0])).toContain('local:r/zz');
    }),
  );
});
