/** The folder of packs in the origin's private file system. */
export const FOLDER = 'packs';
