/**
 * An edge list of so many papers and citations, the same for the same seed: each paper cites earlier ones, mostly in
 * proportion to how often they are cited already, so that a few are cited by thousands (Price 1976). The oldest is
 * within three steps of all others.
 */
export function citationList(papers: number, citations: number, seed = 1): string {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  const rows = ['citing,cited'];
  /** Each paper once for itself and once for each time it is cited. */
  const drawn = [0];
  for (let paper = 1; paper < papers; paper++) {
    const wanted = Math.round(((paper + 1) * citations) / papers) - (rows.length - 1);
    const cited = new Set<number>([random(Math.min(paper, CLASSICS))]);
    if (paper < CLASSICS) cited.add(0);
    for (let tries = 0; cited.size < Math.min(wanted, paper) && tries < 20 * wanted; tries++)
      cited.add(drawn[random(drawn.length)] ?? 0);
    for (const other of cited) {
      rows.push(`${arxivOf(paper, papers)},${arxivOf(other, papers)}`);
      drawn.push(other);
    }
    drawn.push(paper);
  }
  return rows.join('\n');
}

/** Every paper cites one of the first ones, which all cite the very first. */
const CLASSICS = 200;
const [FIRST_YEAR, YEARS] = [2015, 10];

/** In the order of time: the year and month are in the id. */
function arxivOf(paper: number, papers: number): string {
  const month = Math.floor((paper / papers) * YEARS * 12);
  const year = FIRST_YEAR - 2000 + Math.floor(month / 12);
  return `arXiv:${year}${String(1 + (month % 12)).padStart(2, '0')}.${String(paper % 100_000).padStart(5, '0')}`;
}
