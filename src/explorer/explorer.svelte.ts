import type { Answer, Question, Verb } from '../find';
import { isMistake, moduleId, parseQuery, type EvidenceGraph, type QueryMistake } from '../graph';
import type { Merging, MergeQuestion, Original, Wanted } from '../intake';
import {
  DEFAULT_VIEW,
  describeFailure,
  HOME_CAMERA,
  isCancelled,
  type AskedLine,
  type Camera,
  type Frame,
  NOTHING_LOADED,
  type LoadReport,
  type PortablePart,
  type SceneNode,
  type View,
} from '../model';
import { cameraInto } from '../scene';
import {
  readCompleteness,
  readNamedKeys,
  resolveClaims,
  search,
  searchSql,
  type Completeness,
  type Hit,
  type Holdings,
} from '../queries';
import type { Keepable } from '../workspace';
import { keptAddress, readAddress } from './address';
import type { Arrangement } from './arrangement.svelte';
import type { Asking } from './asking.svelte';
import { Corpora, type CorpusHit } from './corpora.svelte';
import { Consent } from './consent.svelte';
import { DetailsPanel } from './details.svelte';
import { Finding } from './finding.svelte';
import { FirstPicture } from './first-picture';
import { Keeping } from './keeping.svelte';
import { KeptPicture } from './kept-picture';
import { LargePictures } from './large-pictures.svelte';
import { Library } from './library.svelte';
import { Loading } from './loading.svelte';
import { compareKeys, type NamedKey } from './named-keys';
import { Notices } from './notices.svelte';
import type { Reading } from './reading.svelte';
import { Showing } from './showing.svelte';
import type { OpenedFigure } from './opened-figures';
import type { OpenedStory } from './opened-stories';
import { Opening } from './opening';
import {
  nextSelection,
  toggled,
  withHidden,
  withoutPin,
  withPin,
  withToggledKey,
  wordsIn,
} from './stage-view';
import { Tools, type Tool } from './tools';
import { Trail } from './trail';
import { Trust } from './trust.svelte';
import { Unsure } from './unsure.svelte';

/** The flow from documents to the stage. One on a page; components read it and call its verbs. */
export class Explorer {
  /** The node or line under the pointer, on the stage or in a list. */
  hovered = $state.raw<string | null>(null);
  /** The list that the link which was opened wants beside the stage, in the words of the screen; '' for none. */
  #linkedList = $state('');
  #presented = $state.raw<readonly string[] | null>(null);

  readonly #library: Library = new Library(
    (mended) => void this.#recover(mended),
    () => this.#finding.forget(),
  );
  readonly #loading = new Loading(this.#library);
  readonly #finding = new Finding(this.#library);
  readonly #large = new LargePictures();
  readonly #showing = new Showing(this.#library, this.#finding, this.#large);
  readonly #details = new DetailsPanel(this.#library);
  readonly #notices = new Notices();
  readonly #consent = new Consent();
  readonly #firstPicture = new FirstPicture();
  readonly #address = readAddress(window.location);
  readonly #keeping = new Keeping({
    notices: this.#notices,
    onReadAgain: (sources, arrival) => this.#background(this.#opening.readAgain(sources, arrival)),
  });
  readonly #keptPicture = new KeptPicture({
    keeping: this.#keeping,
    loading: this.#loading,
    showing: this.#showing,
    keys: () => this.trust.keys,
  });
  readonly #trail = new Trail({
    library: this.#library,
    showing: this.#showing,
    notices: this.#notices,
    home: this.#address.sample?.view ?? DEFAULT_VIEW,
    onShown: () => this.#shown(),
    onWritten: (link) => (this.#keeping.view = link),
    onList: (list) => (this.#linkedList = list),
  });
  #asking: Promise<Asking> | null = null;
  readonly #opening = new Opening({
    address: this.#address,
    consent: this.#consent,
    firstPicture: this.#firstPicture,
    keeping: this.#keeping,
    keptPicture: this.#keptPicture,
    loading: this.#loading,
    notices: this.#notices,
    showing: this.#showing,
    trail: this.#trail,
    openCorpus: (address) => this.corpora.begin(address),
    onUnsure: (documents) => this.unsure.ask(documents),
  });

  /** The corpus that is open. */
  readonly corpora: Corpora = new Corpora({
    library: this.#library,
    showing: this.#showing,
    arrive: () => this.#trail.arrive(),
    redraw: () => this.#trail.redraw(),
    add: (sources) => this.#opening.open(sources),
  });

  /** Documents of which a person must say what they are. */
  readonly unsure = new Unsure({
    address: keptAddress(window.location),
    library: this.#library,
    open: (sources) => this.open(sources),
    say: (text) => this.#notices.say(text),
  });

  readonly #tools = new Tools({
    address: keptAddress(window.location),
    corpora: this.corpora,
    finding: this.#finding,
    library: this.#library,
    notices: this.#notices,
    showing: this.#showing,
    change: (changes) => this.change(changes),
    present: (view, lit) => this.#present(view, lit),
    follow: (link) => this.#trail.follow(link),
    redraw: () => this.#trail.arrive(),
  });

  /** The keys that a person trusts. */
  readonly trust = new Trust(
    this.#loading,
    () => this.#trail.redraw(),
    (text) => this.#notices.say(text),
  );

  get state() {
    return this.#loading.state;
  }
  get progress() {
    return this.#loading.progress;
  }
  get failure() {
    return this.#loading.failure;
  }
  get holdings() {
    return this.#library.holdings;
  }
  get report() {
    return this.#library.report;
  }
  get missing() {
    return this.#library.missing;
  }
  get view() {
    return this.#showing.view;
  }
  /** The View with public ids: what the stage and the controls compare with. */
  get shownView() {
    return this.#showing.namedView;
  }
  get scene() {
    return this.#showing.scene;
  }
  /** What became of what is on the stage since an earlier snapshot; null where none is compared. */
  get changes() {
    return this.#showing.changes;
  }
  get graph(): EvidenceGraph | null {
    return this.#showing.shown?.graph ?? null;
  }
  /** What the filters leave, and what their other values would leave; null while nothing is shown. */
  get crossFilter() {
    return this.#showing.crossFilter;
  }
  /** How many nodes one step more would add; null while unknown or at the greatest depth. */
  get next() {
    return this.#showing.next;
  }
  /** How many files and addresses that a person opened come back after a reload. */
  get keptCount() {
    return this.#keeping.count;
  }
  /** Whether the browser promised not to clear them when space runs short. */
  get isKeepingPromised() {
    return this.#keeping.isPromised;
  }
  /** What is shown besides the stage, where the address asks for a frame of another page; else null. */
  get embed() {
    return this.#address.embed;
  }
  /** How many documents the link names because no address brings them. */
  get linkedDocuments(): number {
    const { named, more } = this.#library.linked;
    return named.length + more;
  }
  get linkedList() {
    return this.#linkedList;
  }
  /** What is highlighted of the step of a story that is presented; null where none is. */
  get presented() {
    return this.#presented;
  }
  /** Nodes that are being arranged for longer than a moment, how far it is, and a way to stop it. */
  get arrangement(): Pick<Arrangement, 'nodes' | 'share' | 'cancel'> {
    return this.#showing.arrangement;
  }
  /** Works that are being read from a corpus for longer than a moment, and a way to stop it. */
  get reading(): Pick<Reading, 'works' | 'cancel'> {
    return this.#showing.reading;
  }
  get isWorking() {
    return this.#showing.isWorking;
  }
  get details() {
    return this.#details.current;
  }
  /** Whether the details are of what only the earlier snapshot has. */
  get isDetailsElsewhere() {
    return this.#details.isElsewhere;
  }
  get notices() {
    return this.#notices.all;
  }
  /** Addresses on other origins that a link names and that a person has not agreed to yet. */
  get foreign() {
    return this.#consent.foreign;
  }
  /** The nodes of a picture that waits for a person's word; null where none does. */
  get askedNodes() {
    return this.#large.asked;
  }
  get canUndo() {
    return this.#trail.history.canUndo;
  }
  get canRedo() {
    return this.#trail.history.canRedo;
  }

  // Beginning

  /**
   * Reads the address bar and shows what it asks for; waits for a person's word where a link names other origins.
   * Resolves when the stage shows it, or is empty; rejects with what the failed screen says. May be called again.
   */
  async start(): Promise<void> {
    await this.trust.restore();
    await this.#opening.start();
  }

  answerForeign(isAccepted: boolean): void {
    this.#consent.answer(isAccepted);
  }

  answerLarge(isAgreed: boolean): void {
    this.#large.answer(isAgreed);
  }

  /** Whoever asks by a script is not asked whether so many nodes are to be drawn. */
  allowLarge(): void {
    this.#large.allow();
  }

  /** The stage has put its first picture on the screen. */
  sawFirstPicture(): void {
    this.#firstPicture.saw();
  }

  // Documents

  /**
   * Adds documents to what is loaded, and takes over their list. A newly opened single record becomes the focus, else the
   * focus stays.
   */
  async open(sources: Keepable[]): Promise<LoadReport> {
    const { figuresAmong } = await import('./opened-figures');
    const { storiesAmong } = await import('./opened-stories');
    const stories = await storiesAmong(sources);
    const figures = await figuresAmong(sources);
    const hasMore = figures.length + stories.length > 0;
    const report = sources.length > 0 || !hasMore ? await this.#opening.open(sources) : NOTHING_LOADED;
    const last = figures.at(-1);
    if (last) await this.#openFigure(last);
    await this.#openBundles(sources);
    const story = stories.at(-1);
    if (story) await this.#openStory(story);
    return report;
  }

  /** The View of a portable bundle, and whether its documents are those that it names. */
  async #openBundles(sources: readonly Keepable[]): Promise<void> {
    const { bundlesAmong, heldAgainst } = await import('./opened-bundles');
    for (const bundle of await bundlesAmong(sources)) {
      await this.#trail.follow(bundle.manifest.view);
      if (bundle.story && bundle.story !== 'changed') await this.#openStory(bundle.story, []);
      const has = (part: PortablePart) =>
        this.holdings?.documents.has({ name: part.path, sha256: part.sha256.slice(0, 16) }) ?? false;
      this.#notices.say(heldAgainst(bundle, has));
    }
  }

  /** A bundle has parts of documents, by other names: of its story none is missing. */
  async #openStory({ name, story }: OpenedStory, documents = story.documents): Promise<void> {
    await this.tool((await import('./stories.svelte')).Stories).open(story, name, documents);
  }

  /** Back to the View that a figure was made of; documents that are missing are named, as of any link. */
  async #openFigure({ name, recipe, link }: OpenedFigure): Promise<void> {
    this.tool((await import('./figure-maker.svelte')).FigureMaker).wanted = recipe;
    await this.#trail.follow(link);
    const isWhole = this.missing.named.length === 0;
    if (recipe.earlier)
      this.#notices.say(
        `${name} was compared with ${recipe.earlier.name}: choose that snapshot again under “What changed”.`,
      );
    if (isWhole)
      this.#notices.say(`${name}: the view it was made of, with its settings under Share → Figure.`);
  }

  /** Stops reading; what was loaded before stays as it was. */
  cancel(): void {
    this.#loading.cancel();
    this.#showing.reading.cancel();
  }

  /** Nothing comes back after a reload any more; what is loaded stays until then. */
  forget(): void {
    this.#background(this.#keeping.forget());
    this.#background(this.corpora.forget());
  }

  // The View

  /** Shows a node and resets direction, depth, expansion and filters unless given; a claim by its unfolded paper. */
  async show(id: string, view: Partial<View> = {}): Promise<void> {
    const { layout, layoutSettings, colourBy, sizeBy } = this.view;
    const place = (await this.#claimNamed(id)) ?? { focus: id };
    await this.setView({ ...DEFAULT_VIEW, layout, layoutSettings, colourBy, sizeBy, ...view, ...place });
  }

  async #claimNamed(id: string): Promise<Partial<View> | null> {
    if (!id.includes('#')) return null;
    const claim = (await resolveClaims(await this.connection(), [id])).get(id);
    if (!claim) return null;
    const focus = claim.id.slice(0, -1 - claim.claimId.length);
    return { focus, unfolded: [focus], selection: [claim.id] };
  }

  /** Replaces the View; a change that is more than camera and selection becomes an undo step. */
  async setView(view: View): Promise<void> {
    await this.#trail.go(view);
    this.#endPresenting();
  }

  /** A change from the screen: what goes wrong becomes a notice. */
  change(changes: Partial<View>): void {
    this.#background(this.setView({ ...this.view, ...changes }));
  }

  /** Filters that are still being chosen: shown at once, and one undo step when they are settled. */
  tryFilters(filters: Partial<View['filters']>): void {
    this.#trail.try({ ...this.view.filters, ...filters });
  }

  settleFilters(): void {
    this.#background(this.#trail.settle());
  }

  filter(filters: Partial<View['filters']>): void {
    this.change({ filters: { ...this.view.filters, ...filters } });
  }

  /** Whether what is shown has been asked so far. */
  knows(what: 'particulars' | 'clusters'): boolean {
    return this.#showing.shown?.picture[what] !== undefined;
  }

  /** Venues, documents, roles and claims, or clusters, of what is shown: filters and colours that need them ask by themselves. */
  want(what: 'particulars' | 'clusters'): void {
    if (this.#showing.want(what)) this.#background(this.#trail.redraw());
  }

  /** Puts the list that is open beside the stage into the link. */
  keepList(list: string): void {
    if (this.state === 'ready') this.#trail.keepList(list);
  }

  undo(): void {
    if (!this.#trail.cancel()) this.#trail.history.undo();
  }

  redo(): void {
    this.#trail.history.redo();
  }

  #shown(): void {
    this.#loading.enter(this.graph?.order ? 'ready' : 'empty');
    this.#endPresenting();
    this.#background(this.#showing.countNext().then(() => this.#keptPicture.shown()));
    this.#background(this.#readDetails());
  }

  /** What the stage does not wait for. */
  #background(work: Promise<void>): void {
    work.catch((failure: unknown) => {
      if (!isCancelled(failure)) this.#notices.say(describeFailure(failure));
    });
  }

  /** A worker stopped and all is loaded anew: what was drawn is drawn from it again. */
  async #recover(mended: Promise<readonly string[]>): Promise<void> {
    this.#loading.enter('loading');
    try {
      const lost = await mended;
      if (lost.length > 0) this.#keeping.isNotAll();
      await this.#trail.arrive();
      const rest =
        lost.length > 0 ? `not loaded any more: ${lost.join(', ')}` : 'everything is loaded as before';
      this.#notices.say(`The database stopped and was started again; ${rest}.`);
    } catch (failure) {
      const why = `The database stopped and could not be filled again. Reload the page. ${describeFailure(failure)}`;
      this.#loading.fail(why, this.scene !== null, (text) => this.#notices.say(text));
    }
  }

  /** Where another View was gone to, say with the browser's Back. */
  #endPresenting(): void {
    if (!this.#trail.isAside) this.#presented = null;
  }

  async #present(view: View | null, lit: readonly string[] = []): Promise<void> {
    this.#presented = view && lit;
    this.hovered = null;
    await (view ? this.#trail.present(view) : this.#trail.goBack());
  }

  // Verbs of the stage

  setFrame(frame: Frame): void {
    this.#showing.resize(frame);
  }

  setCamera(camera: Camera): void {
    this.#showing.look(camera);
    this.#trail.write({ isNewEntry: false });
  }

  fit(): void {
    this.setCamera(HOME_CAMERA);
  }

  select(id: string | null, { isAdditive = false } = {}): void {
    const asked = this.scene?.lines.find((line) => line.id === id && line.kind === 'asked');
    if (asked) return this.selectAll([asked.from, asked.to]);
    this.selectAll(nextSelection(this.shownView.selection, id, isAdditive));
  }

  /** These and no others. */
  selectAll(selection: readonly string[]): void {
    this.#showing.choose(selection);
    this.#trail.write({ isNewEntry: false });
    this.#background(this.#readDetails());
  }

  expand(id: string): void {
    if (this.shownView.folded.includes(id)) return this.fold(id);
    this.change({ expanded: toggled(this.shownView.expanded, id) });
  }

  /** Zooms into a cluster; what it opens on, or null where there is no such cluster. */
  enter(id: string): SceneNode | null {
    const { scene } = this;
    const cluster = scene?.gathered?.clusters.find(({ mark }) => mark.id === id);
    if (!scene || !cluster) return null;
    this.setCamera(cameraInto(cluster, scene.frame));
    return scene.nodes.find((node) => node.id === cluster.works[0]) ?? null;
  }

  /** Puts the claims of a paper on the stage, or takes them off. */
  unfold(id: string): void {
    this.change({ unfolded: toggled(this.shownView.unfolded, id) });
  }

  /** Draws a module of a formal library as one node, or its statements again. */
  fold(module: string): void {
    this.change({ folded: toggled(this.shownView.folded, module) });
  }

  /** Whether it is a formal statement, or a module of some, on the stage. */
  isFormal(id: string): boolean {
    return this.graph?.hasNode(id) === true && this.graph.getNodeAttribute(id, 'formal') !== undefined;
  }

  /** The module that a formal statement stands in, or that a folded node is; null for all else. */
  moduleOf(id: string): string | null {
    if (this.shownView.folded.includes(id)) return id;
    const formal = this.graph?.hasNode(id) ? this.graph.getNodeAttribute(id, 'formal') : undefined;
    return formal ? moduleId(formal) : null;
  }

  hide(ids: readonly string[]): void {
    this.change(withHidden(this.shownView, ids));
  }

  unhide(ids: readonly string[] = this.shownView.hidden): void {
    this.change({ hidden: this.shownView.hidden.filter((id) => !ids.includes(id)) });
  }

  toggleSeed(id: string): void {
    this.change({ seeds: toggled(this.shownView.seeds, id) });
  }

  /** `at` is where it was dropped, in pixels of the frame at the home camera. */
  pin(id: string, at: { readonly x: number; readonly y: number }): void {
    const place = this.#showing.unplace(at.x, at.y);
    if (place) this.change(withPin(this.shownView, id, place.x, place.y));
  }

  unpin(id: string): void {
    this.change(withoutPin(this.shownView, id));
  }

  /** Lines of a person's own query, over the picture until they are taken off or the page is left. */
  drawOver(lines: readonly AskedLine[]): void {
    this.#showing.drawOver(lines);
  }

  toggleLegend(key: string): void {
    if (key === 'line:asked') this.drawOver([]);
    else this.change(withToggledKey(this.view, key, wordsIn(this.scene)));
  }

  // Questions

  async search(text: string): Promise<Hit[]> {
    return search(await this.connection(), text);
  }

  /** In what is loaded, and in the corpus that is open: what is found there is read when it is shown. */
  async searchAll(text: string): Promise<(Hit | CorpusHit)[]> {
    const [here, there] = await Promise.all([this.search(text), this.corpora.search(text)]);
    const known = new Set(here.map(({ id }) => id));
    return [...here, ...there.filter(({ id }) => !known.has(id))];
  }

  /** What a search asks the tables. */
  searchSql(text: string): string {
    return searchSql(text);
  }

  async sql(text: string, parameters: readonly (string | number | boolean | null)[] = []) {
    await this.#opening.stocked;
    return this.#library.ask(text, parameters);
  }

  /** The person's own SQL, which is loaded when it is first wanted. */
  asking(): Promise<Asking> {
    this.#asking ??= import('./asking.svelte').then((made) => new made.Asking(this.#library));
    return this.#asking;
  }

  /** A part of the list of all documents: first those that are not wholly loaded, then by name. */
  async documents(from: number, most: number) {
    return this.#library.documents(from, most);
  }

  /** What is wrong with a text filter, and at which place; null where it can be read. */
  mistakeIn(query: string): QueryMistake | null {
    const parsed = parseQuery(query);
    return isMistake(parsed) ? parsed : null;
  }

  /** How far what is loaded reaches; null where nothing is. */
  async completeness(holdings: Holdings | null): Promise<Completeness | null> {
    return holdings && readCompleteness(await this.connection());
  }

  /** The keys that loaded events say they were signed with, held against these. */
  async namedKeys(trusted: Trust['keys']): Promise<NamedKey[]> {
    return compareKeys(await readNamedKeys(await this.connection()), trusted);
  }

  /** One document as it came, checked anew; null where its source does not hold it any more. */
  async original(wanted: Wanted): Promise<Original | null> {
    const here = await this.#library.original(wanted);
    return here ?? this.#showing.compared?.library.original(wanted) ?? null;
  }

  /** What the bundles and states of one record come to, by corollary-merge-v1. */
  async merge(question: MergeQuestion): Promise<Merging> {
    const elsewhere = this.isDetailsElsewhere ? this.#showing.compared?.library : null;
    return (elsewhere ?? this.#library).merge(question);
  }

  async connection() {
    return this.#library.connection();
  }

  async #readDetails(): Promise<void> {
    const { selection, focus, unfolded } = this.shownView;
    if (this.state === 'ready') {
      const about = selection.at(-1) ?? focus;
      await this.#details.read(about, unfolded, this.#showing.compared);
    }
  }

  /** One of the tools that are loaded after the first picture: made at its first use, once. */
  tool<T extends object>(Kind: Tool<T>): T {
    return this.#tools.tool(Kind);
  }

  /** The worker that finds. */
  get finding(): Finding {
    return this.#finding;
  }

  /** Asks the worker that finds. */
  async find<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
    return this.#finding.ask(verb, question);
  }

  dismiss(id: number): void {
    this.#notices.dismiss(id);
  }
}
