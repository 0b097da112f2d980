import {
  describeFailure,
  Failure,
  NO_DOCUMENTS,
  NO_STORY,
  readLink,
  STORY_LIMITS,
  writeLink,
  type DocumentMark,
  type Story,
  type StoryStep,
  type View,
} from '../model';
import { withPublicIds } from '../picture';
import { resolveNames } from '../queries';
import { readText, writeText } from '../workspace';
import { FigureMaker } from './figure-maker.svelte';
import { STORY } from './keeping.svelte';
import type { Ground } from './tools';

const MOST_UNDONE = 50;
/** So many documents an address bar bears. */
const MOST_NAMED = 100;

/** Where one of two steps that changed places stands now. */
export type StepMove = -1 | 1;

/** The story that a person makes: kept on this machine for the address of the page, changed with undo, presented. */
export class Stories {
  #story = $state.raw<Story>(NO_STORY);
  #before = $state.raw<readonly Story[]>([]);
  #at = $state.raw<number | null>(null);
  #hasBegun = $state(false);
  #failure = $state('');
  /** What was changed last, while more of the same is no undo step of its own. */
  #changing = '';
  /** What the workspace holds of it, as far as this page knows. */
  #kept: string | null = null;
  readonly #ground: Ground;
  /** What was kept has been read. */
  readonly ready: Promise<void>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.ready = this.#restore();
    // Another tab of this address tells the same story.
    window.addEventListener('storage', () => void this.#restore());
  }

  get story(): Story {
    return this.#story;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  /** Which step is presented, from 0; null where none is. */
  get at(): number | null {
    return this.#at;
  }

  /** Whether a step has come to the stage: from then on, that none is there ends the presentation. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Why the step that is presented cannot be shown; '' where it can. */
  get failure(): string {
    return this.#failure;
  }

  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    this.#changing = '';
    this.#keep(before);
  }

  rename(title: string): void {
    this.#change({ title: title.slice(0, STORY_LIMITS.title) }, 'title');
  }

  /** What is on the stage as a last step; what is selected is highlighted. */
  async add(): Promise<void> {
    if (this.#story.steps.length >= STORY_LIMITS.steps)
      throw new Failure('too-large', `A story has at most ${STORY_LIMITS.steps} steps.`);
    const step = { ...this.#staged(), title: this.#nameOfFocus(), words: '' };
    const documents = await this.#documents();
    this.#change({ steps: [...this.#story.steps, step], documents });
  }

  /** The View and the highlight of a step become those of now. */
  async replace(at: number): Promise<void> {
    const staged = this.#staged();
    const documents = await this.#documents();
    this.#change({ steps: this.#with(at, staged), documents });
  }

  edit(at: number, change: Partial<Pick<StoryStep, 'title' | 'words'>>): void {
    const { title, words } = change;
    const cut = {
      ...(title !== undefined && { title: title.slice(0, STORY_LIMITS.title) }),
      ...(words !== undefined && { words: words.slice(0, STORY_LIMITS.words) }),
    };
    this.#change({ steps: this.#with(at, cut) }, `${at} ${Object.keys(cut).join()}`);
  }

  /** What is selected on the stage, or nothing. */
  highlight(at: number): void {
    this.#change({ steps: this.#with(at, { highlight: this.#selected() }) });
  }

  remove(at: number): void {
    this.#change({ steps: this.#story.steps.filter((_, place) => place !== at) });
  }

  /** Changes places with the step before or after; false where there is none. */
  move(at: number, by: StepMove): boolean {
    const steps = [...this.#story.steps];
    const [one, other] = [steps[at], steps[at + by]];
    if (!one || !other) return false;
    [steps[at], steps[at + by]] = [other, one];
    this.#change({ steps });
    return true;
  }

  /** The View of a step on the stage, with its highlight selected. */
  async show(at: number): Promise<void> {
    const view = this.viewOf(at);
    if (!view) return;
    const [selection] = await this.named([this.#story.steps[at]?.highlight ?? []]);
    this.#ground.change({ ...view, selection: selection ?? [] });
  }

  viewOf(at: number): View | null {
    const step = this.#story.steps[at];
    return step ? (readLink(step.view)?.view ?? null) : null;
  }

  /**
   * Another story in place of this one, which undo brings back; its first View is shown, and its list opened. What of
   * `documents` is missing is named.
   */
  async open(story: Story, name: string, documents = story.documents): Promise<void> {
    await this.ready;
    const hadSteps = this.#story.steps.length > 0;
    this.#change(story);
    const view = this.viewOf(0);
    if (view) {
      const named = documents.slice(0, MOST_NAMED);
      const linked = { named, more: documents.length - named.length };
      await this.#ground.follow(writeLink({ view, documents: linked, list: 'story' }));
    }
    const count = story.steps.length;
    this.#ground.notices.say(
      `${name}: a story of ${count} ${count === 1 ? 'step' : 'steps'}.`,
      hadSteps ? [{ label: 'Back to the story before', run: () => this.undo() }] : [],
    );
  }

  // Presenting

  /** A step, full screen; one beyond the ends is the last or the first. */
  async present(at: number): Promise<void> {
    const last = this.#story.steps.length - 1;
    const place = Math.max(0, Math.min(last, at));
    const view = this.viewOf(place);
    if (!view || place === this.#at) return;
    this.#at = place;
    try {
      const [lit] = await this.named([this.#story.steps[place]?.highlight ?? []]);
      if (this.#at !== place) return;
      this.#hasBegun = true;
      await this.#ground.present(view, lit);
      if (this.#at === place) this.#failure = '';
      await this.#warm(place + 1);
    } catch (reason) {
      if (this.#at === place) this.#failure = describeFailure(reason);
    }
  }

  /** Back to the View from before. */
  async stop(): Promise<void> {
    if (this.#at === null) return;
    this.#at = null;
    this.#hasBegun = false;
    this.#failure = '';
    await this.#ground.present(null).catch((reason: unknown) => this.#say(reason));
  }

  /** What comes next is made ready; whether it can be shown is said when it is. */
  async #warm(at: number): Promise<void> {
    const view = this.viewOf(at);
    if (view) await this.#ground.showing.pictureOf(view).catch(() => undefined);
  }

  /** Highlights by the ids that their nodes have in what is loaded. */
  async named(highlights: readonly (readonly string[])[]): Promise<string[][]> {
    const parts = highlights.flat().flatMap((id) => id.split(' → '));
    const found = await resolveNames(await this.#ground.library.connection(), [...new Set(parts)]);
    const nameOf = (part: string) => found.get(part)?.id ?? part;
    return highlights.map((ids) => ids.map((id) => id.split(' → ').map(nameOf).join(' → ')));
  }

  // Changing

  /** What is on the stage, and what is selected of it. */
  #staged(): Pick<StoryStep, 'view' | 'highlight'> {
    const { showing } = this.#ground;
    if (!showing.shown) throw new Failure('not-found', 'Nothing is on the stage yet.');
    const view = { ...withPublicIds(showing.view, showing.shown.picture.names), selection: [] };
    return { view: writeLink({ view, documents: NO_DOCUMENTS }), highlight: this.#selected() };
  }

  #selected(): readonly string[] {
    return this.#ground.showing.namedView.selection.slice(0, STORY_LIMITS.highlight);
  }

  /** As short as on the stage. */
  #nameOfFocus(): string {
    const label = this.#ground.showing.scene?.nodes.find(({ isFocus }) => isFocus)?.label ?? '';
    return label.slice(0, STORY_LIMITS.title);
  }

  /** Those of the steps there are, and what was loaded for what is on the stage. */
  async #documents(): Promise<readonly DocumentMark[]> {
    const { shown } = this.#ground.showing;
    if (!shown) return this.#story.documents;
    const now = (await this.#ground.tool(FigureMaker).documentsOf(shown.graph)).slice(0, MOST_NAMED);
    const before = this.#story.documents.filter((one) => !now.some(({ sha256 }) => sha256 === one.sha256));
    return [...before, ...now].slice(-STORY_LIMITS.documents);
  }

  #with(at: number, change: Partial<StoryStep>): StoryStep[] {
    return this.#story.steps.map((step, place) => (place === at ? { ...step, ...change } : step));
  }

  #change(change: Partial<Story>, changing = ''): void {
    if (changing === '' || changing !== this.#changing)
      this.#before = [...this.#before, this.#story].slice(-MOST_UNDONE);
    this.#changing = changing;
    this.#keep({ ...this.#story, ...change });
  }

  #keep(story: Story): void {
    this.#story = story;
    const isEmpty = story.steps.length === 0 && story.title === '';
    this.#kept = isEmpty ? null : JSON.stringify(story);
    if (!writeText(this.#ground.address, STORY, this.#kept))
      this.#say('There is no room to keep your story: save it as a file before you close this page.');
  }

  async #restore(): Promise<void> {
    const kept = readText(this.#ground.address, STORY);
    if (kept === null || kept === this.#kept) return;
    this.#kept = kept;
    try {
      const { readStory } = await import('../figures');
      const story = readStory(new TextEncoder().encode(kept));
      if (story && this.#kept === kept) this.#story = story;
    } catch (reason) {
      this.#say(reason);
    }
  }

  #say(reason: unknown): void {
    this.#ground.notices.say(typeof reason === 'string' ? reason : describeFailure(reason));
  }
}
