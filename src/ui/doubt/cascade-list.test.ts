import { expect, test } from 'vitest';
import type { Brief, MarkBook } from '../../explorer';
import { cascadeList } from './cascade-list';

function brief(id: string, title: string): Brief {
  return {
    node: 1,
    id,
    kind: 'paper',
    title,
    authors: null,
    year: 2024,
    date: null,
    trust: 'none',
    isRecord: false,
  };
}

const marks = { of: () => ({ doubt: 'corrected' }) } as unknown as MarkBook;

test('the list says what is marked by whom, and each dependent with its way', () => {
  const [start, near, far] = [
    brief('arXiv:1', 'One, "quoted"'),
    brief('arXiv:2', 'Two'),
    brief('arXiv:3', 'Three'),
  ];
  const list = cascadeList(
    {
      starts: [
        { id: start.id, brief: start, claimId: null },
        { id: 'arXiv:1#C1', brief: start, claimId: 'C1' },
      ],
      formally: [],
      otherwise: [
        { node: 2, steps: 1, brief: near, path: [start, near] },
        { node: 3, steps: 2, brief: far, path: [start, near, far] },
      ],
    },
    marks,
  );
  expect(list.split('\r\n')).toEqual([
    'depends,steps,id,title,year,way',
    'marked corrected by a person on this machine,0,arXiv:1,"One, ""quoted""",2024,',
    'marked corrected by a person on this machine,0,arXiv:1#C1,"C1 of One, ""quoted""",2024,',
    'only cites it or is tied to it,1,arXiv:2,Two,2024,arXiv:1 < arXiv:2',
    'only cites it or is tied to it,2,arXiv:3,Three,2024,arXiv:1 < arXiv:2 < arXiv:3',
    '',
  ]);
});

test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
  'a title that a spreadsheet would run is text: %j',
  (title) => {
    const starts = [{ id: 'arXiv:1', brief: brief('arXiv:1', title), claimId: null }];
    const list = cascadeList({ starts, formally: [], otherwise: [] }, marks);
    expect(list).toMatch(/,"?'/);
  },
);
