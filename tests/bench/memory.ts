import { readdirSync, readFileSync } from 'node:fs';

export interface Memory {
  /** With the pages of the browser's own program, which all tabs share. */
  readonly resident: number;
  /** As the browser's task manager counts it. */
  readonly own: number;
}

/** Bytes of the largest renderer, which is the page's with its workers, where the system tells (Linux). */
export function memoryOfTab(): Memory {
  const tabs = renderers();
  const most = (part: keyof Memory) => tabs.reduce((sum, tab) => Math.max(sum, tab[part]), 0);
  return tabs.length > 0 ? { resident: most('resident'), own: most('own') } : { resident: NaN, own: NaN };
}

function renderers(): Memory[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => memoryOf(pid) ?? []);
  } catch {
    return [];
  }
}

/** Null where it is none, or is gone. */
function memoryOf(pid: string): Memory | null {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return null;
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (line: string) => Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;
    return { resident: bytes('VmRSS'), own: bytes('RssAnon') + bytes('VmSwap') };
  } catch {
    return null;
  }
}
