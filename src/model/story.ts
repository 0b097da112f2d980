import type { DocumentMark } from './view-link';

/** What a story's file and a bundle's part say they are. */
export const STORY_TYPE = 'corollary-story';
/** The entry of a portable bundle that holds the story. */
export const STORY_NAME = 'corollary-story.json';

/** The most that a story has; lengths in UTF-16 units. */
export const STORY_LIMITS = {
  steps: 200,
  title: 300,
  words: 2_000,
  highlight: 2_000,
  documents: 500,
} as const;

/** One scene of a story. */
export interface StoryStep {
  /** The View's link text, without documents and selection. */
  readonly view: string;
  readonly title: string;
  /** A sentence or two. */
  readonly words: string;
  /** Ids of nodes and lines (`from → to`); with any, the rest is faded. */
  readonly highlight: readonly string[];
}

/** Scenes in the order they are told. */
export interface Story {
  readonly type: typeof STORY_TYPE;
  readonly version: 1;
  readonly title: string;
  /** What its Views were made on, so that what is missing can be named. */
  readonly documents: readonly DocumentMark[];
  readonly steps: readonly StoryStep[];
}

export const NO_STORY: Story = { type: STORY_TYPE, version: 1, title: '', documents: [], steps: [] };

export const STORY_FORMATS = ['svg', 'png', 'pdf', 'deck', 'reveal'] as const;
/** `deck`: one HTML file to show. `reveal`: sections for reveal.js. `svg` and `png`: a zip of a file a step. */
export type StoryFormat = (typeof STORY_FORMATS)[number];
