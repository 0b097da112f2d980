/** Reads a file of the app. */
export async function readAppFile(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be read (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}
