import { parseAlias, schemeOf, valueOf, type Alias } from '../model';
import type { Card, CitedNeighbour, Neighbour } from './corpus';
import type { Manifest } from './manifest';

/** What a corpus says of a work and some of its neighbours. */
export interface Told {
  readonly card: Card;
  readonly references: readonly CitedNeighbour[];
  readonly citing: readonly CitedNeighbour[];
}

/** The same as a collection: unsigned rows that say where they were read. */
export function asCollection(about: Manifest, told: readonly Told[]): string {
  const day = about.date === null ? '' : ` on ${about.date}`;
  const head = {
    ...{ type: 'collection', name: about.name, version: 1, local_ids: 'whole', licence: about.licence },
    note: `What the corpus ${about.name} tells. Its documents were checked when they were packed${day}, not here.`,
  };
  const rows: object[] = [head];
  for (const { card, references, citing } of told) {
    rows.push(...cardRows(card));
    for (const one of references) rows.push(...workRows(one), citation(card.id, one.id, 'cited', one, about));
    for (const one of citing) rows.push(...workRows(one), citation(one.id, card.id, 'citing', one, about));
  }
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

const KEYS: Readonly<Record<string, string>> = { arxiv: 'arxiv_id', doi: 'doi', openalex: 'openalex_id' };

/** Names that a row cannot hold beside the first stay with the original documents that unite them. */
function cardRows({ id, names, title, authors, date, venue, category, stub }: Card): object[] {
  if (stub) return [];
  const facts = { title, authors_text: authors, ...when(date), venue, primary_cat: category };
  const first = named(id);
  const others = names
    .filter((name) => name !== id)
    .map(named)
    .filter((other) => Object.keys(other)[0] !== Object.keys(first)[0]);
  return [
    { type: 'work', ...first, ...facts },
    ...others.map((other) => ({ type: 'work', ...first, ...other })),
  ];
}

function named(name: string): Record<string, string> {
  const alias = parseAlias(name) ?? (name as Alias);
  const key = KEYS[schemeOf(alias)];
  return key === undefined ? { id: name } : { [key]: valueOf(alias) };
}

function workRows({ id, title, authors, date, category, stub }: Neighbour): object[] {
  if (stub) return [];
  return [{ type: 'work', ...named(id), title, authors_text: authors, ...when(date), primary_cat: category }];
}

/** Of a stub its title stands with the citation, which alone tells of it. */
function citation(
  citing: string,
  cited: string,
  other: 'citing' | 'cited',
  { stub, title, authors, date, document, pointer, evidence, role, relationship }: CitedNeighbour,
  { name }: Manifest,
): object {
  const more = evidence > 1 ? `, and ${evidence - 1} more` : '';
  const year = date === null ? undefined : Number(date.slice(0, 4));
  return {
    ...{ type: 'citation', citing, cited, role, relationship },
    source: `${document}${pointer === '' ? '' : ` at ${pointer}`}${more}, in the corpus ${name}`,
    ...(stub && { [`${other}_title`]: title, [`${other}_authors`]: authors, [`${other}_year`]: year }),
  };
}

function when(date: string | null): object {
  if (date === null) return {};
  return date.length === 4 ? { year: Number(date) } : { date };
}
