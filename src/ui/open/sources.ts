import type { Explorer } from '../../explorer';
import type { Source } from '../shown';

/** Opens them, and takes over their list; lists of works after a person agreed. What goes wrong is on the screen as the explorer's state. */
export async function openAll(explorer: Explorer, sources: Source[]): Promise<void> {
  if (sources.length === 0) return;
  const { offer } = await import('./offer');
  await offer(explorer, sources).catch(() => undefined);
}

export function sourcesOfFiles(files: Iterable<File>): Source[] {
  return Array.from(files, (file) => ({
    kind: 'file',
    name: file.webkitRelativePath || file.name,
    blob: file,
  }));
}

const MOST_ADDRESSES = 200;
/** JSON, an entry of BibTeX or of RIS, a graph in XML or DOT: other pasted words are no document. */
const LIKE_A_DOCUMENT = /^(?:[[{]|@\w+\s*[{(]|TY {2}- |<\?xml|<gexf|<graphml|(?:strict\s+)?digraph\b)/i;

/** Pasted text: addresses, one a line; or a document. Empty where it is neither. */
export function sourcesOfText(text: string): Source[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const lines = trimmed.split(/\s+/).filter((line) => !line.startsWith('#'));
  if (lines.length > 0 && lines.length <= MOST_ADDRESSES && lines.every(isAddress))
    return lines.map((url) => ({ kind: 'url', url }));
  return LIKE_A_DOCUMENT.test(trimmed) ? [{ kind: 'text', name: 'pasted text', text: trimmed }] : [];
}

function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Files of a drop, folders walked to their ends, with their paths as names. */
export async function filesIn(data: DataTransfer): Promise<Source[]> {
  // Entries have to be taken at once: the list is emptied after the event.
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(entries.map((entry) => filesOf(entry)));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry | File | null): Promise<Source[]> {
  if (entry === null) return [];
  return entry instanceof File ? sourcesOfFiles([entry]) : walk(entry);
}

async function walk(entry: FileSystemEntry): Promise<Source[]> {
  if (isFile(entry)) {
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ kind: 'file', name: entry.fullPath.replace(/^\//, ''), blob }];
  }
  if (!isFolder(entry)) return [];
  const found = await Promise.all((await entriesOf(entry)).map(walk));
  return found.flat();
}

// Chromium has no global names for these two kinds of entry, so `instanceof` would throw.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives at most 100 entries a call, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all.filter(({ name }) => !name.startsWith('.'));
    all.push(...some);
  }
}
