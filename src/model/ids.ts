declare const brand: unique symbol;
/** A name of a work with its scheme: `arXiv:2409.12917`, `doi:10.1/x`, `openalex:W1`, `pith-work:<uuid>`, `pith:2024:<26>`, `local:<collection>/<id>`. */
export type Alias = string & { readonly [brand]: 'Alias' };

export type Scheme = 'arxiv' | 'doi' | 'openalex' | 'pith_work' | 'pith' | 'local';

/** Best first: the first scheme a work has gives it its public id. */
const PUBLIC_SCHEMES: readonly Scheme[] = ['arxiv', 'doi', 'openalex', 'pith_work', 'local', 'pith'];

const PREFIX: Record<Scheme, string> = {
  arxiv: 'arXiv:',
  doi: 'doi:',
  openalex: 'openalex:',
  pith_work: 'pith-work:',
  pith: 'pith:',
  local: 'local:',
};

export const MAX_ID_LENGTH = 512;

/** arXiv's two forms (2007-04 and later; before), without version. */
const ARXIV_NEW = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})(?:v\d+)?$/;
const ARXIV_OLD = /^([a-z][a-z-]*)(?:\.[A-Za-z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?$/i;

/** The arXiv id without its version, or null where the text is not one. */
export function arxivId(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf)\//i, '')
    .replace(/\.pdf$/i, '')
    .replace(/^arxiv:\s*/i, '');
  const recent = ARXIV_NEW.exec(bare);
  if (recent) {
    const [, year, month, serial] = recent;
    return `${year}${month}.${serial}`;
  }
  const old = ARXIV_OLD.exec(bare);
  return old ? `${old[1]?.toLowerCase()}/${old[2]}` : null;
}

/** The one arXiv id inside a reference as printed ("arXiv preprint arXiv:2305.08844 , year="), or null. */
export function arxivIdWithin(text: string): string | null {
  if (text.length > 20_000) return null;
  const found = new Set<string>();
  const pattern =
    /(?:arxiv[:\s.]*(?:preprint\s*)?(?:arxiv[:\s]*)?|arxiv\.org\/(?:abs|pdf)\/|abs\/)((?:\d{4}\.\d{4,5}|[a-z][a-z-]{1,12}(?:\.[A-Z]{2})?\/\d{7})(?!\d))/gi;
  for (const match of text.matchAll(pattern)) {
    const id = arxivId(match[1] ?? '');
    if (id) found.add(id);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const DOI = /^10\.\d{4,9}\/\S+$/;

/** A DOI in lower case; null where it is malformed or visibly cut off ("10.1007/978-3-030-"). */
export function doi(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '')
    .toLowerCase();
  if (!DOI.test(bare) || bare.length > MAX_ID_LENGTH) return null;
  return /[-./_(:,;]$/.test(bare) ? null : bare;
}

export const PITH_NUMBER = /^pith:(\d{4}):([A-Z2-7]{26})$/;

/** Lone halves of pairs are replaced, as the database does: else two names could be one in the tables. */
export function alias(scheme: Scheme, value: string): Alias {
  return (PREFIX[scheme] + value).toWellFormed() as Alias;
}

/** The alias of a DOI: arXiv's own DOIs are arXiv ids. */
export function doiAlias(text: string): Alias | null {
  const value = doi(text);
  if (!value) return null;
  const arxiv = value.startsWith('10.48550/arxiv.') ? arxivId(value.slice('10.48550/arxiv.'.length)) : null;
  return arxiv ? alias('arxiv', arxiv) : alias('doi', value);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads what people and documents write for a work: with a scheme, as an address, or a bare arXiv id or DOI.
 * Null where it is no id; a bare word is never taken for a local id.
 */
export function parseAlias(text: string): Alias | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_ID_LENGTH) return null;
  const arxiv = arxivId(trimmed);
  if (arxiv) return alias('arxiv', arxiv);
  const lower = trimmed.toLowerCase();
  if (lower.startsWith('doi:') || lower.startsWith('10.') || /^https?:\/\/(?:dx\.)?doi\.org\//.test(lower)) {
    return doiAlias(trimmed);
  }
  const openalex = /^(?:openalex:|https?:\/\/openalex\.org\/)(w\d+)$/i.exec(trimmed);
  if (openalex?.[1]) return alias('openalex', openalex[1].toUpperCase());
  const work = /^pith-work:(.+)$/i.exec(trimmed);
  if (work?.[1]) return UUID.test(work[1]) ? alias('pith_work', work[1].toLowerCase()) : null;
  if (lower.startsWith('pith:')) return pithAlias(trimmed.slice('pith:'.length));
  const local = trimmed.startsWith('local:') ? trimmed.slice('local:'.length) : '';
  return local === '' ? null : alias('local', local);
}

/** A full Pith Number, or a short form (8 to 25 characters) that has to be resolved against what is loaded. */
function pithAlias(rest: string): Alias | null {
  const upper = rest.toUpperCase();
  if (/^\d{4}:[A-Z2-7]{26}$/.test(upper)) return alias('pith', upper);
  return /^[A-Z2-7]{8,26}$/.test(upper) ? alias('pith', upper) : null;
}

export function schemeOf(name: Alias): Scheme {
  for (const scheme of PUBLIC_SCHEMES) if (name.startsWith(PREFIX[scheme])) return scheme;
  return 'local';
}

export function valueOf(name: Alias): string {
  return name.slice(PREFIX[schemeOf(name)].length);
}

/** The first a work has of arXiv, doi, openalex, pith-work, local, pith; each scheme's smallest. */
export function publicId(names: readonly Alias[]): Alias | null {
  let best: Alias | null = null;
  for (const name of names) if (best === null || compareNames(name, best) < 0) best = name;
  return best;
}

export function compareNames(a: Alias, b: Alias): number {
  const byScheme = PUBLIC_SCHEMES.indexOf(schemeOf(a)) - PUBLIC_SCHEMES.indexOf(schemeOf(b));
  return byScheme !== 0 ? byScheme : compareText(a, b);
}

/** Order by code unit: the same on every machine, unlike localeCompare. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The month an arXiv id was given, as `YYYY-MM`. */
export function arxivMonth(id: string): string | null {
  const match = /^(\d{2})(\d{2})\.\d/.exec(id) ?? /\/(\d{2})(\d{2})\d{3}$/.exec(id);
  if (!match?.[1] || !match[2]) return null;
  const short = Number(match[1]);
  const year = short >= 91 ? 1900 + short : 2000 + short;
  return `${year}-${match[2]}`;
}

/** Where a person can read about a name, or null where no public page is known. */
export function pageOf(name: Alias): string | null {
  const value = valueOf(name);
  switch (schemeOf(name)) {
    case 'arxiv':
      return `https://arxiv.org/abs/${value}`;
    case 'doi':
      return `https://doi.org/${encodeURI(value)}`;
    case 'openalex':
      return `https://openalex.org/${value}`;
    case 'pith':
      return `https://pith.science/pith/${value.slice(-26)}`;
    case 'pith_work':
      return `https://pith.science/citations/${value}`;
    case 'local':
      return null;
  }
}
