import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makeKeyPair, readSigningKey, signBundle } from '../checks';

const USE = `Use: npm run sign -- --make-key key.json [--id KEY-ID] [--signer NAME]
     npm run sign -- --key key.json in.json out.json [--again]`;

const OPTIONS = {
  'make-key': { type: 'string' },
  id: { type: 'string', default: 'key-1' },
  signer: { type: 'string', default: 'local' },
  key: { type: 'string' },
  again: { type: 'boolean', default: false },
} as const;

/**
 * Makes a key pair, or signs the events of a bundle by corollary-event-v1 (src/checks/corollary-event-v1.md). `--again`
 * signs events that carry a signature already too.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [from, to] = positionals;
  if (values['make-key'] !== undefined) await makeKey(values['make-key'], values.id, values.signer);
  else if (values.key === undefined || from === undefined || to === undefined) throw new Error(USE);
  else await sign({ keyFile: values.key, from, to, again: values.again });
}

async function makeKey(file: string, id: string, signer: string): Promise<void> {
  const { secret, trusted } = await makeKeyPair(id, signer);
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' });
  console.log(
    `Wrote the private key to ${file}. Whoever has this file can sign as "${signer}": keep it to yourself.`,
  );
  console.log(`Public key "${trusted.id}", to give to everybody:\n  ${trusted.key}`);
  console.log(`Its fingerprint (SHA-256):\n  ${trusted.fingerprint}`);
}

interface Job {
  readonly keyFile: string;
  readonly from: string;
  readonly to: string;
  readonly again: boolean;
}

async function sign({ keyFile, from, to, again }: Job): Promise<void> {
  const key = await readSigningKey(await readFile(keyFile, 'utf8'));
  const bundle = await readFile(from, 'utf8');
  const { text, done } = await signBundle(bundle, key, { now: Date.now(), again });
  await writeFile(to, text);
  for (const line of done) console.log(line);
  console.log(
    `Wrote ${to}, signed as "${key.signerId}" with the key "${key.trusted.id}" (${key.trusted.fingerprint}).`,
  );
}
