/** A JSON number as Python's json writes it again: integers of any size as they are, floats by `repr`. */
export function pythonNumber(written: string): string {
  if (/^-?\d+$/.test(written)) return written === '-0' ? '0' : written;
  return pythonFloat(Number(written));
}

/** Both languages choose the shortest digits that read back the same; they differ in where an exponent begins. */
function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', power = ''] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const exponent = Number(power);
  const sign = value < 0 ? '-' : '';
  return sign + (exponent >= -4 && exponent < 16 ? withPoint(digits, exponent) : withPower(digits, exponent));
}

function withPoint(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}

function withPower(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.slice(0, 1)}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
}
