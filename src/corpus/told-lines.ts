import { Failure } from '../model';
import { neighbourOf, type CitedNeighbour, type Neighbourhood } from './corpus';
import { NEIGHBOURHOODS_FILE, WORDS_FILE } from './layout';
import type { StretchLine, StretchRow, WordLine } from './lines';
import { isCard, isStretch, isWord } from './lines-read';

/** A work's own line and stretches of its neighbours as one neighbourhood. */
export function neighbourhoodIn(work: number, [card, ...stretches]: readonly unknown[]): Neighbourhood {
  if (!isCard(card) || card.work !== work) throw damaged(NEIGHBOURHOODS_FILE);
  const told = { references: [] as CitedNeighbour[], citing: [] as CitedNeighbour[] };
  for (const line of stretches) {
    if (!isStretch(line) || line.id !== card.id) throw damaged(NEIGHBOURHOODS_FILE);
    told[line.direction].push(...line.rows.map((row) => citedNeighbour(row, line)));
  }
  return { card, ...told };
}

/** The line of one of these words. */
export function wordIn(line: unknown, words: readonly string[]): WordLine {
  if (!isWord(line) || !words.includes(line.word)) throw damaged(WORDS_FILE);
  return line;
}

export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function citedNeighbour(row: StretchRow, { documents }: StretchLine): CitedNeighbour {
  const [, , , , , , , , , , evidence, document, pointer, role = null, relationship = null] = row;
  const [work, id, title, authors, date, category, stub, trust, references, citing] = row;
  return {
    ...neighbourOf([work, id, title, authors, date, category, stub, trust, references, citing]),
    ...{ evidence, document: documents[document] ?? '', pointer, role, relationship },
  };
}

export function damaged(name: string): Failure {
  return new Failure(
    'unreadable',
    `${name} of this corpus is damaged, or of another version than its database.`,
  );
}
