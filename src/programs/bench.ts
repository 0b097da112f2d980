/** What a file of tests/bench found: a time as a ratio to its yardstick, measured in the same run. */
interface Finding {
  readonly what: string;
  readonly ratio: number;
  /** The ratio promised. */
  readonly limit: number;
}

interface Bench {
  readonly measure: () => Promise<readonly Finding[]>;
}

const BENCHES = import.meta.glob<Bench>('/tests/bench/*.bench.ts');

/** Runs what tests/bench measures, or what of it is named; throws when a promise is broken. */
export async function main(names: readonly string[]): Promise<void> {
  const broken: string[] = [];
  for (const [file, load] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.some((name) => file.includes(name))) continue;
    const { measure } = await load();
    for (const { what, ratio, limit } of await measure()) {
      console.log(`${ratio.toFixed(2).padStart(7)} x of ${limit} x  ${what}`);
      if (!(ratio <= limit)) broken.push(what);
    }
  }
  if (broken.length > 0) throw new Error(`Slower than promised: ${broken.join('; ')}`);
}
