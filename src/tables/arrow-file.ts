const [HEAD, TAIL] = [8, 10];

/** A result is an Arrow file: a stream between a magic word and a footer with its length and the word again. */
export function streamIn(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const footer = view.getInt32(file.length - TAIL, true);
  return file.subarray(HEAD, file.length - TAIL - footer);
}
