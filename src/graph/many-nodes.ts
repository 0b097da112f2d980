/** Of a picture of more nodes than this clusters are found unasked, and drawn in place of their works. */
export const MANY_NODES = 5_000;
