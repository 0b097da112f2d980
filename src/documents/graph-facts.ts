import type { Alias } from '../model';
import { count, id, readFields, text } from './fields';
import { itemsOf } from './items';
import type { Reading } from './reading';
import { readReferences } from './references';
import { isObject, within, type Stated } from './stated';
import { stageOf } from './stage';
import { NOTHING_SAID } from './theorems';

const CLAIM = { claim_id: id, kind: text, text, status: text, attestation: text };
const LINK = {
  library: id,
  module: id,
  theorem: id,
  declaration: id,
  name: id,
  kind: text,
  status: text,
  statement: text,
  line: count,
  url: text,
  relation: text,
  claim: id,
  claim_id: id,
};

/** Claims, references and formal links of a graph snapshot. */
export function readGraph(graph: Stated, work: Alias, reading: Reading): void {
  readClaims(graph, work, reading);
  readReferences(within(graph, 'references'), work, reading);
  readFormalLinks(graph, work, reading);
}

function readClaims(graph: Stated, work: Alias, { facts, problems }: Reading): void {
  const claims = itemsOf(within(graph, 'claims'), ['items', 'sample'], problems);
  claims.forEach((claim, index) => {
    const fields = readFields(CLAIM, claim, problems);
    if (!isObject(claim.value)) return;
    if (fields.text === undefined) {
      problems.error(claim.pointer, 'This claim has no text; it was left out.');
      return;
    }
    facts.claims.push({
      work,
      claimId: fields.claim_id ?? `#${index + 1}`,
      kind: fields.kind ?? null,
      text: fields.text,
      status: fields.status ?? null,
      attestation: fields.attestation ?? null,
      pointer: claim.pointer,
    });
  });
}

function readFormalLinks(graph: Stated, work: Alias, { facts, problems }: Reading): void {
  const stated = within(graph, 'formal_canon');
  for (const item of itemsOf(stated, ['items', 'evidence', 'sample'], problems)) {
    const fields = readFields(LINK, item, problems);
    const declaration = fields.declaration ?? fields.theorem ?? fields.name;
    if (declaration === undefined) {
      if (isObject(item.value))
        problems.error(item.pointer, 'This formal link names no theorem; it was left out.');
      continue;
    }
    const library = fields.library ?? fields.module?.split('.', 1)[0] ?? 'unknown';
    const theorem = `lean:${library}/${declaration}`;
    const { pointer } = item;
    facts.theorems.push({
      ...NOTHING_SAID,
      ...{ id: theorem, library, declaration, pointer, stage: stageOf(fields.status ?? null, null) },
      module: fields.module ?? null,
      kind: fields.kind ?? null,
      status: fields.status ?? null,
      statement: fields.statement ?? null,
      line: fields.line ?? null,
      url: fields.url ?? null,
    });
    facts.theoremLinks.push({
      work,
      theorem,
      pointer,
      scope: null,
      claimId: fields.claim ?? fields.claim_id ?? null,
      relation: fields.relation ?? null,
      source: 'formal links in the Pith graph snapshot',
    });
  }
}
