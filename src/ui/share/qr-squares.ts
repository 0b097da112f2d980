import { encodeQR } from 'qr';

export interface Squares {
  /** Of one side, in squares, with the quiet zone of four that ISO/IEC 18004 asks for. */
  readonly size: number;
  /** As SVG path data, one unit a square. */
  readonly path: string;
}

const QUIET = 4;

/** The dark squares of a QR code with low error correction, which holds most; null for a text that is too long. */
export function squaresOf(text: string): Squares | null {
  let rows: boolean[][];
  try {
    rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
  } catch {
    return null;
  }
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size: rows.length, path: path.join('') };
}
