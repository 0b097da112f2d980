/** The numbers of a bound list, as a table of one column `node`. */
export const LIST = (position: number) =>
  `(SELECT node::INTEGER AS node FROM (SELECT unnest(string_split(?${position}, chr(31))) AS node) WHERE node <> '')`;
