/** Works that others are looked for through: each costs about a block. */
export const MOST_THROUGH = 60;

/** Lines from the table `near`, then back from the table `back`: the columns of both are `of` and `through`. */
export interface Join {
  readonly near: 'cites' | 'cited_by';
  readonly of: 'citing' | 'cited';
  readonly through: 'citing' | 'cited';
  readonly back: 'cites' | 'cited_by';
  /** In which order neighbours are looked through: numbers are in the order of citations. */
  readonly order: 'ASC' | 'DESC';
}

/** Works that cite what one cites. The greatest number is cited least, and tells most. */
export const COUPLED: Join = {
  near: 'cites',
  of: 'citing',
  through: 'cited',
  back: 'cited_by',
  order: 'DESC',
};

/** Works that are cited together with one. */
export const COCITED: Join = {
  near: 'cited_by',
  of: 'cited',
  through: 'citing',
  back: 'cites',
  order: 'ASC',
};
