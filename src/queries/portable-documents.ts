import { joined } from '../model';
import type { Connection } from '../tables';
import { LIST } from './list';
import type { NodeNumber } from './resolve';
import { rowsOf } from './rows';

/** A document that says something of some nodes or of lines among them, and where in it. */
export interface PortableDocument {
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
  readonly pointers: readonly string[];
}

const DOCUMENTS = `
WITH shown AS MATERIALIZED ${LIST(1)},
named AS (SELECT pith_number FROM records WHERE work_id IN (FROM shown)),
evidence AS (
  SELECT document_id, pointer FROM records WHERE work_id IN (FROM shown)
  UNION ALL
  SELECT document_id, pointer FROM citations WHERE citing IN (FROM shown) AND (cited IS NULL OR cited IN (FROM shown))
  UNION ALL
  SELECT document_id, pointer FROM claims WHERE work_id IN (FROM shown)
  UNION ALL
  SELECT document_id, pointer FROM theorems WHERE -theorem_id IN (FROM shown)
  UNION ALL
  SELECT document_id, pointer FROM theorem_uses WHERE -theorem_id IN (FROM shown) AND -uses IN (FROM shown)
  UNION ALL
  SELECT document_id, pointer FROM theorem_links WHERE work_id IN (FROM shown) AND -theorem_id IN (FROM shown)
  UNION ALL
  SELECT document_id, pointer FROM events WHERE pith_number IN (FROM named)
  UNION ALL
  SELECT document_id, pointer FROM statements WHERE pith_number IN (FROM named)
  UNION ALL
  SELECT document_id, '' FROM documents WHERE kind = 'collection' AND status <> 'refused')
SELECT name, sha256, kind, string_agg(DISTINCT pointer, chr(31) ORDER BY pointer) AS pointers
  FROM evidence JOIN documents USING (document_id) GROUP BY name, sha256, kind ORDER BY name, sha256`;

const NAMES = `SELECT DISTINCT alias FROM work_ids WHERE work_id IN (FROM ${LIST(1)}) ORDER BY alias`;

export interface PortableEvidence {
  readonly documents: readonly PortableDocument[];
  /** All names of the papers among the nodes. */
  readonly aliases: readonly string[];
}

export async function readPortableEvidence(
  connection: Connection,
  nodes: readonly NodeNumber[],
): Promise<PortableEvidence> {
  const asked = joined(nodes);
  const rows = rowsOf<Omit<PortableDocument, 'pointers'> & { pointers: string }>(
    await connection.query(DOCUMENTS, [asked]),
  );
  const aliases = (await connection.query(NAMES, [asked])).texts('alias');
  return {
    documents: rows.map((row) => ({ ...row, pointers: row.pointers.split('\u001f') })),
    aliases,
  };
}
