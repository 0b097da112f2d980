/**
 * A `Picture` is what is drawn before it knows its frame: the neighbourhood's rows, the positions, and what the View's
 * names mean. Plain data: made by the pipeline from the tables, or stored beside a sample, or beside what is kept, and
 * shown while the database starts; `npm test` holds the two equal. With a View and a frame, `scene` turns it into what is on the screen.
 */
export { isSamePicture, shownOf, type Picture, type Shown, type StoredPicture } from './picture';
export { readPicture, type DrawnPicture } from './stored';
export { PictureMaker, type Arrange } from './picture-maker';
/** Two snapshots in one picture: what only the earlier has is added to the rows of the later. */
export { besideOf, type Beside } from './beside';
export { ViewRows } from './view-rows';
export { withPublicIds } from './names';
export { SAMPLES, type Sample } from './samples';
/** What is read only where a filter, a colour or a person asks for it. */
export { wantedBy, type Wanted } from './wanted';
