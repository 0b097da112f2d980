import packedCases from './json-test-suite.json' with { type: 'json' };

type Part = readonly [base64: string, times: number];
type Packed = Readonly<Record<string, string | readonly Part[]>>;

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const CASES: readonly Case[] = Object.entries(packedCases as unknown as Packed).map(([name, content]) => {
  const parts: readonly Part[] = typeof content === 'string' ? [[content, 1]] : content;
  const repeated = parts.flatMap(([base64, times]) =>
    Array<Buffer>(times).fill(Buffer.from(base64, 'base64')),
  );
  return { name, bytes: new Uint8Array(Buffer.concat(repeated)) };
});

/** The cases that a JSON parser must accept (`y`), must refuse (`n`), or may do either with (`i`). */
export function casesOf(kind: 'y' | 'n' | 'i'): readonly Case[] {
  return CASES.filter(({ name }) => name.startsWith(`${kind}_`));
}
