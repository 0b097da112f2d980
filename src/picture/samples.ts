import { DEFAULT_VIEW, type View } from '../model';

/** A collection of documents that ships with the app, made by `npm run samples`. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Addresses relative to the page. */
  readonly documents: readonly string[];
  readonly view: View;
  /** The first picture as the pipeline made it: see `StoredPicture`. */
  readonly picture: string;
}

export const SAMPLES: readonly [Sample, ...Sample[]] = [
  {
    id: 'score',
    title: 'SCoRe: self-correction by reinforcement learning',
    description:
      'The Pith record of arXiv 2409.12917, rebuilt from what is public, and 2,104 real papers within three steps of it.',
    documents: [
      'samples/score/score.bundle.json',
      'samples/score/related-records.jsonl',
      'samples/score/score-citations.jsonl',
    ],
    view: { ...DEFAULT_VIEW, focus: 'arXiv:2409.12917' },
    picture: 'samples/score/picture.json',
  },
  {
    id: 'formal-conjectures',
    title: 'Formal conjectures: Lean statements and the papers they name',
    description:
      'Statements of the formal-conjectures library tied to 120 arXiv papers; most are stated, not proved.',
    documents: ['samples/formal-conjectures/formal-conjectures.jsonl'],
    view: { ...DEFAULT_VIEW, focus: 'arXiv:1902.06023', depth: 2 },
    picture: 'samples/formal-conjectures/picture.json',
  },
  {
    id: 'pfr',
    title: 'PFR: the blueprint of a finished proof',
    description:
      'The polynomial Freiman–Ruzsa conjecture in Lean: 218 statements, each with what it uses. All are proved.',
    documents: ['samples/blueprints/pfr.json'],
    view: {
      ...DEFAULT_VIEW,
      focus: 'blueprint:pfr/pfr',
      cone: { of: 'blueprint:pfr/pfr', shape: 'down', through: 'proof', reduced: true },
      layout: 'layers',
    },
    picture: 'samples/blueprints/pfr.picture.json',
  },
  {
    id: 'flt',
    title: 'FLT: the blueprint of a proof under way',
    description:
      'Fermat’s Last Theorem in Lean: 265 statements, many still to be proved, and the papers that they cite.',
    documents: ['samples/blueprints/FLT.json'],
    view: {
      ...DEFAULT_VIEW,
      focus: 'blueprint:FLT/FLT',
      cone: { of: 'blueprint:FLT/FLT', shape: 'down', through: 'proof', reduced: true },
      layout: 'layers',
    },
    picture: 'samples/blueprints/FLT.picture.json',
  },
];
