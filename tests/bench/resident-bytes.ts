import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of the largest renderer, which is the page's with its workers, where the system tells (Linux). */
export function residentBytes(): number {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => rendererBytes(pid))
      .reduce((a, b) => Math.max(a, b), 0);
  } catch {
    return NaN;
  }
}

function rendererBytes(pid: string): number {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
