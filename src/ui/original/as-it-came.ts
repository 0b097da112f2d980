import { counted } from '../numbers';
import type { PaperCheck } from '../shown';

/** Verdicts of a document that was checked anew. */
export function checksInWords(checks: readonly Pick<PaperCheck, 'verdict'>[]): string {
  const count = (verdict: PaperCheck['verdict']) =>
    checks.filter((check) => check.verdict === verdict).length;
  const [failed, passed, open] = [count('fail'), count('pass'), count('not-checkable')];
  const parts = [
    failed > 0 ? counted(failed, 'check fails', 'checks fail') : 'none fails',
    counted(passed, 'passes', 'pass'),
    `${open} not checkable`,
  ];
  return `made anew: ${parts.join(', ')}`;
}

/** Hands a file to the browser's own saving. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
