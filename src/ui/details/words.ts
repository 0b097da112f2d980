import { spelled } from '../../model';
import type { PaperCheck, Theorem, TheoremTie } from '../shown';

/** What documents say of a statement by itself. */
interface Stated extends Pick<Theorem, 'sorry' | 'status'> {
  readonly stage?: Theorem['stage'];
}

/** `machine_extracted` as machine-extracted; other words as they are written. */
export function spaced(word: string): string {
  return word === 'machine_extracted' ? 'machine-extracted' : word.replaceAll('_', ' ');
}

/** A document by its path from this page, or as it is named. */
export function documentInWords(name: string): string {
  return spelled(pathFromHere(name));
}

function pathFromHere(name: string): string {
  const base = new URL('.', document.baseURI).href;
  return name.startsWith(base) ? name.slice(base.length) : name;
}

/** What a document is saved as. */
export function fileNameOf(name: string): string {
  return (pathFromHere(name).split('/').at(-1) ?? '').replace(/#.*$/, '') || 'document.json';
}

const RELATIONSHIPS: Readonly<Record<string, string>> = {
  uses_method: 'uses the method of',
  compares: 'compares itself with',
};

/** `depends_on` as depends on; a word that is none of the known is told as it is written. */
export function relationshipInWords(word: string): string {
  return RELATIONSHIPS[word] ?? spaced(word);
}

const METHODS: Readonly<Record<string, string>> = {
  'arxiv-id-in-reference': 'the reference prints its arXiv id',
  'doi-in-reference': 'the reference prints its DOI',
  'bib-entry-with-arxiv-id': 'its BibTeX entry holds the arXiv id',
  'bib-title-match': 'the title in its BibTeX entry was matched',
  'title-match': 'its title was matched',
};

export function methodInWords(method: string): string {
  const [, name = method, aside = ''] = /^([\w-]+)( \(.+\))?$/.exec(method) ?? [];
  return `${METHODS[name] ?? spaced(name).replaceAll('-', ' ')}${aside}`;
}

const STAGES: Readonly<Record<NonNullable<Theorem['stage']>, string>> = {
  stated: 'said to be stated in words, not yet in Lean',
  formalised: 'said to be stated in Lean, not proved',
  proved: 'said to be proved in Lean, not checked here',
  'proved-all': 'said to be proved in Lean with all it rests on, not checked here',
};

const SITES: Readonly<Record<string, string>> = {
  statement: 'in its statement',
  proof: 'in its proof',
  unknown: 'where is not told',
  import: 'imported',
};

/** `statement, proof` as in its statement, in its proof. */
export function sitesInWords(sites: string): string {
  return sites
    .split(', ')
    .map((site) => SITES[site] ?? site)
    .join(', ');
}

/** A theorem's own state: whether Lean has checked it, apart from any tie to a paper. */
export function statusInWords({ sorry, status, stage }: Stated): string {
  const label = status === null || status === 'contains sorry' ? '' : `, labelled “${spaced(status)}”`;
  if (sorry === true || status === 'contains sorry') return `stated in Lean, not proved${label}`;
  if (sorry === false) return `in Lean without sorry, not checked here${label}`;
  const told = stage ?? (status === 'proved' ? status : null);
  if (told) return `${STAGES[told]}${status === 'proved' ? '' : label}`;
  return label === '' ? 'no status given' : label.slice(2);
}

const SCOPES: Readonly<Record<string, string>> = {
  file: 'named in the header of its file',
  theorem: 'named in its docstring',
};

export function scopeInWords(scope: string | null): string | null {
  return scope === null ? null : (SCOPES[scope] ?? spaced(scope));
}

/** What is known of a tie: who says it, and that nothing here has checked it. */
export function tieInWords({ source }: Pick<TheoremTie, 'source'>): string {
  const by = source === null ? 'the document it was read in' : 'its source';
  return `The tie to this paper is asserted by ${by}, not checked${source === null ? '' : `: ${source}`}.`;
}

export const VERDICTS: Readonly<
  Record<PaperCheck['verdict'], { readonly sign: string; readonly words: string }>
> = {
  pass: { sign: '✓', words: 'passes' },
  fail: { sign: '✗', words: 'fails' },
  'not-checkable': { sign: '?', words: 'not checkable' },
};

/** Failures first, then what could not be checked, then what holds. */
export function inOrder(checks: readonly PaperCheck[]): PaperCheck[] {
  const order: readonly PaperCheck['verdict'][] = ['fail', 'not-checkable', 'pass'];
  return [...checks].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

const TRUSTS = {
  signed: 'Record signed: it is sound, and each of its events verifies under a key you trust.',
  sound: 'Record sound: its number and hash follow from its content, and nothing checkable fails.',
  broken: 'Record broken: something in it does not hold.',
  unchecked: 'Record unchecked: its canonical form is not in what was loaded.',
  none: '',
} as const;

export function trustInWords(trust: keyof typeof TRUSTS): string {
  return TRUSTS[trust];
}

/** The address of the bundle that a Pith Number names. */
export function bundleAddress(pithNumber: string): string {
  return `https://pith.science/pith/${pithNumber.slice(-26)}/bundle.json`;
}

const STATED: Readonly<Record<string, string>> = {
  attestation_state: 'attestation',
  builder_version: 'builder',
  content_addressed: 'content addressed',
  externally_anchored: 'anchored elsewhere',
  storage_verified: 'storage verified',
  pith_receipt: 'receipt',
  references_resolved: 'references resolved',
  formal_links_present: 'formal links',
};

/** `verification_status.externally_anchored` as anchored elsewhere. */
export function statementInWords(name: string): string {
  const short = name.replace(/^verification_status\./, '');
  return STATED[short] ?? spaced(short).replaceAll('.', ' · ');
}

/** A command that computes a saved document's canonical hash and Pith id with nothing but Python. */
export function recomputeCommand(kind: string, file: string): string {
  const record = kind === 'state' ? `d["current"]["canonical_record"]` : `d["canonical_record"]`;
  const name = /^[\w.-]+$/.test(file) && !file.startsWith('-') ? file : 'document.json';
  return `python3 -c 'import base64, hashlib, json
d = json.load(open("${name}", encoding="utf-8"))
t = json.dumps(${record}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
h = hashlib.sha256(t.encode("utf-8")).digest()
print(h.hex(), base64.b32encode(h).decode()[:26])'`;
}

/** The address, where it is one that a link may lead to. */
export function safeAddress(address: string | null): string | null {
  if (address === null) return null;
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}
