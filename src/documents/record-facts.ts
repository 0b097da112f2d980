import type { Evidence, Parts } from './evidence';
import { count, date, id, readFields, text } from './fields';
import { readGraph } from './graph-facts';
import { identify, type Identity } from './identity';
import type { Reading } from './reading';
import { isObject, within } from './stated';
import { statementsIn } from './statements';

const METADATA = { license: text, primary_cat: text, submitted_at: date };
const PAPER = { ...METADATA, title: text, headline: text, authors_text: text, abstract_excerpt: text };
const EVENT = { event_id: id, event_type: text, subject_pith_number: id, target: text, created_at: date };
const SIGNER = { signer_id: text, key_id: text, public_key_fingerprint: id };
const COUNTERS = {
  event_count: count,
  valid_event_count: count,
  invalid_event_count: count,
  equivocation_count: count,
};

/** Facts of one record from its parts, and the evidence for its checks. */
export function readRecord(parts: Parts, reading: Reading): Evidence {
  const identity = identify(parts, reading);
  const [graph] = parts.graphs;
  if (parts.graphs.length > 1) {
    reading.problems.note('', `There are ${parts.graphs.length} graph snapshots; only the newest was read.`);
  }
  if (identity.work === null) {
    reading.problems.error(
      '',
      'Neither an arXiv id nor a DOI nor a Pith Number says which paper this is; nothing was taken from it.',
    );
  } else {
    addRecord(parts, identity, reading);
    if (graph) readGraph(graph, identity.work, reading);
    readEvents(parts, identity, reading);
    reading.facts.statements.push(...statementsIn(parts, identity.subject));
  }
  return { ...parts, subject: identity.subject, text: reading.text };
}

function addRecord(
  parts: Parts,
  { names, work, version, subject }: Identity,
  { facts, problems }: Reading,
): void {
  if (work === null) return;
  const canonical = readFields(METADATA, within(parts.canonicalRecord, 'metadata'), problems);
  const paper = readFields(PAPER, parts.papers[0] ?? null, problems);
  const submittedAt = canonical.submitted_at ?? paper.submitted_at ?? null;
  facts.works.push({
    names,
    source: 'record',
    title: paper.title ?? null,
    authorsText: paper.authors_text ?? null,
    year: submittedAt === null ? null : Number(submittedAt.slice(0, 4)),
    date: submittedAt === null ? null : submittedAt.slice(0, 10),
    primaryCat: canonical.primary_cat ?? paper.primary_cat ?? null,
    headline: paper.headline ?? null,
    abstract: paper.abstract_excerpt ?? null,
    pointer: parts.papers[0]?.pointer ?? '',
  });
  if (parts.number === null && parts.canonicalRecord === null) return;
  const hash = parts.canonicalSha256?.value;
  facts.records.push({
    pithNumber: subject,
    work,
    version,
    canonicalSha256: typeof hash === 'string' ? hash.slice(0, 64) : null,
    submittedAt,
    license: canonical.license ?? paper.license ?? null,
    ...statedCounts(parts, problems),
    graphPointer: parts.graphs[0]?.pointer ?? null,
    statedCitedBy: null,
    hasCanonicalRecord: parts.canonicalRecord !== null,
    pointer: '',
  });
}

function statedCounts({ graphs: [graph] }: Parts, problems: Reading['problems']) {
  const references = readFields(
    { count, resolved_work: count, internal_anchors: count },
    within(graph ?? null, 'references'),
    problems,
  );
  const formal = readFields({ evidence_count: count }, within(graph ?? null, 'formal_canon'), problems);
  return {
    statedReferences: references.count ?? null,
    statedResolved: references.resolved_work ?? null,
    statedAnchors: references.internal_anchors ?? null,
    statedFormal: formal.evidence_count ?? null,
  };
}

function readEvents(parts: Parts, { subject }: Identity, { facts, problems }: Reading): void {
  for (const event of parts.events) {
    if (!isObject(event.value)) {
      problems.error(event.pointer, 'This event is not an object; it was left out.');
      continue;
    }
    const fields = readFields(EVENT, event, problems);
    const signer = readFields(SIGNER, within(event, 'signer'), problems);
    const receipt = readFields(SIGNER, within(event, 'payload', 'receipt'), problems);
    facts.events.push({
      eventId: fields.event_id ?? null,
      pithNumber: fields.subject_pith_number ?? subject,
      type: fields.event_type ?? null,
      target: fields.target ?? null,
      createdAt: fields.created_at ?? null,
      signer: signer.signer_id ?? null,
      keyId: signer.key_id ?? receipt.key_id ?? null,
      fingerprint: signer.public_key_fingerprint ?? receipt.public_key_fingerprint ?? null,
      pointer: event.pointer,
    });
  }
  if (parts.counters === null) return;
  const counters = readFields(COUNTERS, parts.counters, problems);
  facts.eventCounts.push({
    pithNumber: subject,
    eventCount: counters.event_count ?? null,
    validEventCount: counters.valid_event_count ?? null,
    invalidEventCount: counters.invalid_event_count ?? null,
    equivocationCount: counters.equivocation_count ?? null,
    pointer: parts.counters.pointer,
  });
}
