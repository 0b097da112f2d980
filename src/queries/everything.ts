import type { Connection } from '../tables';
import type { NodeNumber } from './resolve';
import { neighbourhoodOf, type Neighbourhood } from './neighbourhood';

const ALL = `SELECT work_id AS node FROM works UNION ALL SELECT -theorem_id FROM theorems`;

/** All papers, stubs too. */
export async function readAllWorks(connection: Connection): Promise<readonly NodeNumber[]> {
  return (await connection.query('SELECT work_id AS node FROM works')).numbers('node');
}

/** All works and formal statements with all lines among them, as the rows of a neighbourhood without steps. */
export async function readEverything(connection: Connection): Promise<Neighbourhood> {
  const seeds = (await connection.query(ALL)).numbers('node');
  return neighbourhoodOf(connection, {
    ...{ seeds, direction: 'both', depth: 0, kinds: ['cites', 'formal', 'uses'], expanded: [] },
  });
}
