/** RFC 3339: date, time, and Z or an offset. */
const RFC3339 =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,9})?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** The milliseconds since 1970 of an RFC 3339 time; null for anything else, a 30th of February among it. */
export function instantOf(text: string | null): number | null {
  const parts = RFC3339.exec(text ?? '');
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const [fraction = '', sign, hours = '0', minutes = '0'] = parts.slice(7);
  const milliseconds = Number(fraction.slice(1, 4).padEnd(3, '0'));
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return date.setUTCHours(hour, minute - offset, second, milliseconds);
}

/** The one spelling that corollary-event-v1 takes: UTC, whole seconds. */
export function isPlainTime(text: string | null): boolean {
  return text?.length === 20 && text.endsWith('Z') && instantOf(text) !== null;
}

/** An instant in that spelling; parts of a second are dropped. */
export function plainTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
