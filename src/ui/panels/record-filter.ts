import { TRUSTS, type Trust, type View } from '../../model';

export type RecordFilter = 'all' | 'checked' | 'signed' | 'broken' | 'chosen';

/** Which papers stay, by the trust in their record. */
const SHOWN: Readonly<Record<Exclude<RecordFilter, 'chosen'>, readonly Trust[]>> = {
  all: TRUSTS,
  checked: ['sound', 'signed', 'broken'],
  signed: ['signed'],
  broken: ['broken'],
};

type Off = View['filters']['off'];

/** `chosen` where the legend was used to choose otherwise. */
export function recordFilterOf(off: Off): RecordFilter {
  const shown = TRUSTS.filter((trust) => !off.includes(`trust:${trust}`));
  const match = Object.entries(SHOWN).find(([, trusts]) => trusts.join() === shown.join());
  return (match?.[0] as RecordFilter | undefined) ?? 'chosen';
}

/** Keys that are off under a record filter; those of other filters stay as they are. */
export function withRecordFilter(off: Off, filter: Exclude<RecordFilter, 'chosen'>): string[] {
  const gone = TRUSTS.filter((trust) => !SHOWN[filter].includes(trust));
  return [...off.filter((key) => !key.startsWith('trust:')), ...gone.map((trust) => `trust:${trust}`)];
}
