/** One line of the bench's table. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  readonly ratio: number | null;
  readonly budget: string;
  readonly isMet: boolean | null;
}

export function ratioFinding(
  what: string,
  measured: number,
  against: readonly [string, number],
  most: number,
): Finding {
  const ratio = measured / against[1];
  return {
    what,
    measured: `${measured.toFixed(0)} ms`,
    against: `${against[0]} ${against[1].toFixed(0)} ms`,
    ratio,
    budget: `≤ ${most}`,
    isMet: ratio <= most,
  };
}

export function timeFinding(what: string, times: readonly number[], share: number, most: number): Finding {
  const measured = quantile(times, share);
  return {
    what,
    measured: `${measured.toFixed(0)} ms`,
    against: `median ${quantile(times, 0.5).toFixed(0)} ms of ${times.length}`,
    ratio: null,
    budget: `p${share * 100} < ${most} ms`,
    isMet: measured < most,
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
