import { checkSignatures, openKeys, type TrustedKey } from '../../src/checks';
import { readSources, type Evidence } from '../../src/documents';

export interface SignatureTimes {
  readonly events: number;
  /** Milliseconds: as intake does it, from evidence to verdicts; and the same verifications by WebCrypto alone. */
  readonly checked: number;
  readonly alone: number;
}

type Verification = Parameters<SubtleCrypto['verify']>;

const AT_ONCE = 32;

/** In a browser's worker: the signatures of many bundles, one a line, checked; and then WebCrypto alone. */
async function verifySignatures(lines: string, key: TrustedKey): Promise<SignatureTimes> {
  const ring = await openKeys([key]);
  const evidence = await evidenceIn(lines);
  const check = (one: Evidence) => checkSignatures(one, ring);
  const verifications = await recorded(() => atOnce(evidence, check));
  const times: { checked: number; alone: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const checked = await timed(() => atOnce(evidence, check));
    const alone = await timed(() => atOnce(verifications, (one) => crypto.subtle.verify(...one)));
    times.push({ checked, alone });
  }
  times.sort((a, b) => a.checked / a.alone - b.checked / b.alone);
  return { events: verifications.length, ...(times[1] as { checked: number; alone: number }) };
}

async function evidenceIn(lines: string): Promise<Evidence[]> {
  const evidence: Evidence[] = [];
  const keep = (one: Evidence) => {
    evidence.push(one);
    return [];
  };
  const { signal } = new AbortController();
  const source = { kind: 'text', name: 'signed.jsonl', text: lines } as const;
  for await (const { problems } of readSources([source], { signal, check: keep }))
    if (problems.some(({ severity }) => severity === 'error')) throw new Error(problems[0]?.message);
  return evidence;
}

/** What was asked of WebCrypto meanwhile. */
async function recorded(work: () => Promise<unknown>): Promise<Verification[]> {
  const asked: Verification[] = [];
  const verify = crypto.subtle.verify.bind(crypto.subtle);
  crypto.subtle.verify = (...verification: Verification) => {
    asked.push(verification);
    return verify(...verification);
  };
  await work();
  crypto.subtle.verify = verify;
  return asked;
}

async function atOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

onmessage = async ({ data }: MessageEvent<{ lines: string; key: TrustedKey }>) => {
  postMessage(await verifySignatures(data.lines, data.key));
};
