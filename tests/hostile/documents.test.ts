import { describe, expect, test } from 'vitest';
import { bundleOf, records, type PublishedRecord } from '../../src/checks/vectors/bundle-of';
import { BUNDLE } from '../../src/documents/vectors/score';
import { readPaper, resolveNode, search } from '../../src/queries';
import { opened } from './opened';

const WORKS = 'SELECT public_id, title, trust FROM works WHERE NOT is_stub ORDER BY public_id';
const header = (name: string) => ({ type: 'collection', name, version: 1 });
const messages = ({ report }: Awaited<ReturnType<typeof opened>>) =>
  report.problems.map(({ message }) => message).join('\n');

/** A published record with its own title, so that every check of it holds. */
const published = records.find(
  ({ title, pith_number: number }) => title !== null && number !== BUNDLE.pith_number,
) as PublishedRecord;
const sound = bundleOf(published);
const soundId = `arXiv:${sound.source.id}`;
const soundTitle = published.title;

describe('who a work is', () => {
  const retitles = [header('theirs'), { type: 'work', arxiv_id: sound.source.id, title: 'Another title' }];

  test.each([
    ['after', { 'a.json': sound, 'b.jsonl': retitles }],
    ['before', { 'b.jsonl': retitles, 'a.json': sound }],
  ])(
    'a collection that comes %s a sound record does not re-title it, and is reported',
    async (_, documents) => {
      const loaded = await opened(documents);
      expect(await loaded.rows(WORKS)).toEqual([{ public_id: soundId, title: soundTitle, trust: 'sound' }]);
      expect(loaded.report.problems).toContainEqual({
        document: 'b.jsonl',
        pointer: '',
        severity: 'warning',
        message: expect.stringContaining('this document calls it “Another title”') as string,
      });
    },
  );

  test('a collection that writes the title in other letters is not reported', async () => {
    const same = [
      header('theirs'),
      { type: 'work', arxiv_id: sound.source.id, title: `{${soundTitle?.toUpperCase()}}.` },
    ];
    expect(messages(await opened({ 'a.json': sound, 'b.jsonl': same }))).not.toContain('calls it');
  });

  test('a second record of a paper with another title is reported', async () => {
    const forged = {
      record_type: 'pith_number_record',
      pith_number: `pith:2024:${'A'.repeat(26)}`,
      source: sound.source,
      paper: { title: 'A forged title' },
    };
    const loaded = await opened({ 'a.json': sound, 'b.json': forged });
    expect(messages(loaded)).toMatch(/another record of the paper calls it/);
    expect(await loaded.rows(WORKS), 'what proves nothing renames nothing').toMatchObject([
      { public_id: soundId, title: soundTitle },
    ]);
    const node = await resolveNode(loaded.connection, soundId);
    const paper = await readPaper(loaded.connection, node as NonNullable<typeof node>);
    expect(paper?.disagreements).toMatchObject([
      {
        message: expect.stringContaining('A forged title') as string,
        document: expect.any(String) as string,
      },
    ]);
  });

  test('two works that claim one id are kept apart, and reported', async () => {
    const claim = (arxiv_id: string) => ({ type: 'work', arxiv_id, doi: '10.1000/one', title: arxiv_id });
    const loaded = await opened({ 'a.jsonl': [header('a'), claim('2401.00001'), claim('2401.00002')] });
    expect(await loaded.rows('SELECT count(DISTINCT work_id)::INTEGER AS n FROM work_ids')).toEqual([
      { n: 2 },
    ]);
    expect(messages(loaded)).toContain('kept apart');
  });

  test('a record that claims the alias of another stays another work', async () => {
    const thief = {
      ...BUNDLE,
      source_aliases: [
        { alias_kind: 'arxiv', alias_value: sound.source.id },
        { alias_kind: 'doi', alias_value: `10.48550/arxiv.${sound.source.id}` },
      ],
    };
    const loaded = await opened({ 'a.json': sound, 'b.json': thief });
    const works = (await loaded.rows(WORKS)) as { public_id: string; title: string; trust: string }[];
    expect(works.map(({ public_id }) => public_id)).toEqual([soundId, 'arXiv:2409.12917'].sort());
    expect(works.find(({ public_id }) => public_id === soundId)).toMatchObject({
      title: soundTitle,
      trust: 'sound',
    });
    expect(works.find(({ public_id }) => public_id !== soundId)?.trust).toBe('broken');
  });

  test('a short Pith id that fits several records names its candidates', async () => {
    const record = (tail: string, id: string) => ({
      record_type: 'pith_number_record',
      pith_number: `pith:2024:OQMAWUXN${tail.repeat(18)}`,
      source: { kind: 'arxiv', id },
    });
    const { connection } = await opened({
      'a.json': record('A', '2401.00001'),
      'b.json': record('B', '2401.00002'),
    });
    await expect(resolveNode(connection, 'pith:OQMAWUXN')).rejects.toMatchObject({
      kind: 'ambiguous',
      candidates: [`pith:2024:OQMAWUXN${'A'.repeat(18)}`, `pith:2024:OQMAWUXN${'B'.repeat(18)}`],
    });
    expect(await resolveNode(connection, 'pith:OQMAWUXNA')).not.toBeNull();
  });
});

describe('what is in ids and keys', () => {
  const SQL = [
    `'; DROP TABLE works; --`,
    `" OR 1=1 --`,
    `x') UNION SELECT * FROM records --`,
    '${sql}',
    '?1',
    '\\',
    '%',
    '_',
  ];

  test('SQL is text', async () => {
    const loaded = await opened(
      Object.fromEntries(
        SQL.map((text, n) => [
          `${n}.jsonl`,
          [
            header(text),
            { type: 'work', id: text, title: text },
            { type: 'theorem', id: text, library: text, declaration: text },
          ],
        ]),
      ),
    );
    expect(loaded.report).toMatchObject({ works: SQL.length, theorems: SQL.length, problems: [] });
    for (const text of SQL) {
      expect(await resolveNode(loaded.connection, `local:${text}/${text}`)).not.toBeNull();
      expect(await resolveNode(loaded.connection, text)).toBeNull();
      const hits = await search(loaded.connection, text);
      expect(hits.map(({ id }) => id)).toEqual(
        expect.arrayContaining([`local:${text}/${text}`, `lean:${text}/${text}`]),
      );
    }
  });

  test('keys of every object are keys: nothing is inherited from a document or by one', async () => {
    const evil =
      '{"__proto__":{"type":"work","arxiv_id":"2401.00001","bundle_type":"x"},"constructor":{"prototype":{"hacked":1}}}';
    const loaded = await opened({
      'evil.json': evil,
      'evil.jsonl': `${JSON.stringify(header('c'))}\n${evil}\n{"type":"work","__proto__":{"arxiv_id":"2401.00002"},"id":"__proto__","title":"constructor"}`,
    });
    expect(await loaded.rows(WORKS)).toEqual([
      { public_id: 'local:c/__proto__', title: 'constructor', trust: 'none' },
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('hacked' in {}).toBe(false);
  });
});

describe('too much of one thing is a problem and not a crash', () => {
  test('a million events in a bundle: the first 100,000 are read', async () => {
    const events = `[${'{},'.repeat(999_999)}{}]`;
    const bundle = JSON.stringify({ ...sound, events: '@' }).replace('"@"', () => events);
    const loaded = await opened({ 'a.json': bundle, 'b.json': BUNDLE });
    expect(messages(loaded)).toContain('Only the first 100,000 events were read.');
    expect(
      await loaded.rows(
        `SELECT count(*)::INTEGER AS n FROM events JOIN documents USING (document_id) WHERE name = 'a.json'`,
      ),
    ).toEqual([{ n: 100_000 }]);
    expect(loaded.report.records).toBe(2);
  });

  test('thousands of bundles and states of one record are not all held against all', async () => {
    const number = BUNDLE.pith_number;
    const pair = `{"bundle_type":"b","pith_number":"${number}","events":[]}\n{"state_type":"s","pith_number":"${number}","event_count":1}\n`;
    const distinct = Array.from({ length: 2000 }, (_, n) =>
      pair.replaceAll('"pith_number"', `"n":${n},"pith_number"`),
    ).join('');
    const loaded = await opened({ 'a.jsonl': distinct });
    expect(loaded.report.documents).toBe(4000);
    const [made] = (await loaded.rows(
      `SELECT count(*)::INTEGER AS n FROM checks WHERE "check" = 'event-counts'`,
    )) as { n: number }[];
    expect(made?.n).toBeGreaterThan(0);
    expect(made?.n).toBeLessThan(5000);
  });

  test('thousands of works in conflict are settled', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [
      { type: 'work', arxiv_id: `2401.${10_000 + n}`, doi: `10.1000/${n}` },
      { type: 'work', arxiv_id: `2402.${10_000 + n}`, doi: `10.1000/${n}` },
    ]);
    const loaded = await opened({ 'a.jsonl': [header('a'), ...rows.flat()] });
    expect(loaded.report.works).toBe(40_000);
    expect(loaded.report.problems.at(-1)?.message).toContain('more problems are not listed');
  });
});
