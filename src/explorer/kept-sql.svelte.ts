import { readText, writeText } from '../workspace';

/** SQL is not a matter of the address: it is kept for all of them. */
const EVERY_ADDRESS = '';
const [HISTORY, SAVED, DRAFT] = ['sql-history', 'sql-saved', 'sql-draft'];
const MOST_IN_HISTORY = 50;

export interface SavedSql {
  readonly name: string;
  readonly text: string;
}

/** What a person wrote, kept on this machine: the draft, the texts that were asked before, and those with a name. */
export class KeptSql {
  #history = $state.raw(readList(HISTORY, (item) => (typeof item === 'string' ? item : null)));
  #saved = $state.raw(readList(SAVED, savedOf));
  readonly draft = readText(EVERY_ADDRESS, DRAFT) ?? '';

  /** The last one first. */
  get history(): readonly string[] {
    return this.#history;
  }

  /** By name. */
  get saved(): readonly SavedSql[] {
    return this.#saved;
  }

  keepDraft(text: string): void {
    writeText(EVERY_ADDRESS, DRAFT, text === '' ? null : text);
  }

  remember(text: string): void {
    if (text.trim() === '') return;
    const others = this.#history.filter((one) => one !== text);
    this.#history = [text, ...others].slice(0, MOST_IN_HISTORY);
    writeText(EVERY_ADDRESS, HISTORY, JSON.stringify(this.#history));
  }

  forgetHistory(): void {
    this.#history = [];
    writeText(EVERY_ADDRESS, HISTORY, null);
  }

  /** Replaces what had that name. */
  save(name: string, text: string): void {
    const others = this.#saved.filter((one) => one.name !== name);
    this.#keepSaved([...others, { name, text }].sort((a, b) => (a.name < b.name ? -1 : 1)));
  }

  rename(from: string, to: string): void {
    const text = this.#saved.find(({ name }) => name === from)?.text;
    if (text === undefined || from === to) return;
    this.remove(from);
    this.save(to, text);
  }

  remove(name: string): void {
    this.#keepSaved(this.#saved.filter((one) => one.name !== name));
  }

  #keepSaved(saved: readonly SavedSql[]): void {
    this.#saved = saved;
    writeText(EVERY_ADDRESS, SAVED, saved.length === 0 ? null : JSON.stringify(saved));
  }
}

/** What is stored may be damaged: what is not as it should be is left out. */
function readList<Item>(name: string, itemOf: (stored: unknown) => Item | null): readonly Item[] {
  try {
    const stored: unknown = JSON.parse(readText(EVERY_ADDRESS, name) ?? '[]');
    return Array.isArray(stored) ? stored.map(itemOf).filter((item) => item !== null) : [];
  } catch {
    return [];
  }
}

function savedOf(stored: unknown): SavedSql | null {
  if (typeof stored !== 'object' || stored === null || !('name' in stored) || !('text' in stored))
    return null;
  const { name, text } = stored;
  return typeof name === 'string' && typeof text === 'string' ? { name, text } : null;
}
