import { describeFailure, type CheckResult } from '../model';
import { readBlueprint } from './blueprint';
import { bundleParts } from './bundle';
import { sha256 } from './digest';
import { NOT_A_DOCUMENT, type Raw } from './documents-in';
import type { Evidence } from './evidence';
import { noFacts, type CheckedDocument } from './facts';
import { readHub } from './hub';
import { Problems } from './problems';
import type { Reading } from './reading';
import { recognise } from './recognise';
import { readGraphFile } from './read-graph-file';
import { readListFile } from './list-file';
import { readRecord } from './record-facts';
import { graphParts } from './graph';
import { recordParts } from './record';
import { stateParts } from './state';
import { within } from './stated';

export type Check = (evidence: Evidence) => readonly CheckResult[] | Promise<readonly CheckResult[]>;

type RawDocument = Extract<Raw, { type: 'document' }>;

/** Reads and checks one document. Never rejects: what goes wrong becomes a problem. */
export async function readDocument(raw: Raw, check: Check): Promise<CheckedDocument> {
  switch (raw.type) {
    case 'refused':
      return refuse(raw);
    case 'rows':
      return readRows(raw);
    case 'graph':
      return readGraph(raw);
    case 'list':
      return readList(raw);
    case 'document':
      return readParsed(raw, check);
  }
}

async function refuse(raw: Extract<Raw, { type: 'refused' }>): Promise<CheckedDocument> {
  const { name, origin, size, severity, pointer, message } = raw;
  const problems = new Problems(name);
  problems.add(severity, pointer, message);
  const hash = raw.bytes && raw.bytes.length > 0 ? await digestOf(raw.bytes, problems) : '';
  return {
    name,
    origin,
    kind: 'unknown',
    couldBe: [],
    isList: false,
    bytes: size,
    sha256: hash,
    note: null,
    facts: noFacts(),
    checks: [],
    problems: problems.list(),
  };
}

async function readRows({
  name,
  origin,
  bytes,
  reader,
}: Extract<Raw, { type: 'rows' }>): Promise<CheckedDocument> {
  const hash = await digestOf(bytes, reader.problems);
  const facts = reader.finish();
  const kind = reader.hasRows ? reader.kind : 'unknown';
  const problems = reader.problems.list();
  return {
    name,
    origin,
    kind,
    couldBe: [],
    isList: reader.form !== null,
    bytes: bytes.length,
    sha256: hash,
    note: reader.note,
    facts,
    checks: [],
    problems,
  };
}

async function readGraph(raw: Extract<Raw, { type: 'graph' }>): Promise<CheckedDocument> {
  const { name, origin, bytes, text, form, note, as } = raw;
  const problems = new Problems(name);
  if (note !== null) problems.note('', note);
  const hash = await digestOf(bytes, problems);
  const facts = noFacts();
  const meaning = readGraphFile(form, as, { name, text, facts, problems });
  return {
    name,
    origin,
    ...meaning,
    isList: meaning.kind === 'collection',
    bytes: bytes.length,
    sha256: hash,
    note: null,
    facts,
    checks: [],
    problems: problems.list(),
  };
}

async function readList(raw: Extract<Raw, { type: 'list' }>): Promise<CheckedDocument> {
  const { name, origin, bytes, text, form, as } = raw;
  const problems = new Problems(name);
  if (raw.note !== null) problems.note('', raw.note);
  const hash = await digestOf(bytes, problems);
  const facts = noFacts();
  const meaning = readListFile(form, as, { name, text, facts, problems });
  return {
    name,
    origin,
    ...meaning,
    isList: meaning.kind === 'collection',
    bytes: bytes.length,
    sha256: hash,
    facts,
    checks: [],
    problems: problems.list(),
  };
}

async function readParsed(raw: RawDocument, check: Check): Promise<CheckedDocument> {
  const { name, origin, bytes, text, value } = raw;
  const problems = new Problems(name);
  if (raw.note !== null) problems.note('', raw.note);
  const hash = digestOf(bytes, problems);
  const reading: Reading = { name, text, facts: noFacts(), problems };
  const kind = raw.as === null ? recognise(value) : (WHOLE.find((one) => one === raw.as) ?? null);
  if (kind === null && raw.as !== null)
    problems.error('', `This is one JSON value, which cannot be read as ${raw.as}.`);
  else if (kind === null) problems.note('', NOT_A_DOCUMENT);
  const evidence = kind === null ? null : readKind(kind, value, reading);
  const checks = evidence === null ? [] : await checksOf(evidence, check, problems);
  return {
    name,
    origin,
    checks,
    kind: kind ?? 'unknown',
    couldBe: [],
    isList: false,
    bytes: bytes.length,
    sha256: await hash,
    note: noteOf(value),
    facts: reading.facts,
    problems: problems.list(),
  };
}

type Kind = NonNullable<ReturnType<typeof recognise>>;

const WHOLE: readonly Kind[] = ['bundle', 'state', 'record', 'graph', 'hub', 'blueprint'];

function readKind(kind: Kind, value: unknown, reading: Reading): Evidence | null {
  const root = { value, pointer: '' };
  try {
    switch (kind) {
      case 'bundle':
        return readRecord(bundleParts(root, reading.problems), reading);
      case 'state':
        return readRecord(stateParts(root, reading.problems), reading);
      case 'record':
        return readRecord(recordParts(root, reading.problems), reading);
      case 'graph':
        return readRecord(graphParts(root), reading);
      case 'hub':
        readHub(root, reading);
        return null;
      case 'blueprint':
        readBlueprint(root, reading);
        return null;
      default:
        return null;
    }
  } catch (failure) {
    reading.problems.error('', `Reading stopped: ${describeFailure(failure)}.`);
    return null;
  }
}

async function checksOf(
  evidence: Evidence,
  check: Check,
  problems: Problems,
): Promise<readonly CheckResult[]> {
  try {
    return await check(evidence);
  } catch (failure) {
    problems.error('', `The record could not be checked: ${describeFailure(failure)}.`);
    return [];
  }
}

async function digestOf(bytes: Uint8Array, problems: Problems): Promise<string> {
  try {
    return await sha256(bytes as Uint8Array<ArrayBuffer>);
  } catch (failure) {
    problems.error('', `The document's hash could not be computed: ${describeFailure(failure)}.`);
    return '';
  }
}

function noteOf(value: unknown): string | null {
  const note = within({ value, pointer: '' }, 'note')?.value;
  return typeof note === 'string' && note !== '' ? note.slice(0, 1000) : null;
}
