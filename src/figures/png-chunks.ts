/** PNG's chunks (ISO/IEC 15948, https://www.w3.org/TR/png-3/): length, type, data, CRC-32 of type and data. */
const SIGNATURE_LENGTH = 8;
const HEADER_END = SIGNATURE_LENGTH + 12 + 13;

const CRCS = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRCS[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The PNG with an uncompressed `iTXt` chunk after its header. */
export function withText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, crcOf(data));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, HEADER_END));
  whole.set(chunk, HEADER_END);
  whole.set(png.subarray(HEADER_END), HEADER_END + chunk.length);
  return whole;
}

/** The uncompressed `iTXt` texts of a keyword; none where the file is cut. */
export function pngTexts(png: Uint8Array, keyword: string): string[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const texts: string[] = [];
  const before = `${keyword}\0\0\0\0\0`;
  for (let at = SIGNATURE_LENGTH; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) break;
    if (new TextDecoder('latin1').decode(png.subarray(at + 4, at + 8)) === 'iTXt') {
      const text = new TextDecoder().decode(png.subarray(at + 8, at + 8 + length));
      if (text.startsWith(before)) texts.push(text.slice(before.length));
    }
    at += 12 + length;
  }
  return texts;
}
