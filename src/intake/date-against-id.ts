import { arxivMonth, schemeOf, valueOf, type Alias } from '../model';

/** A paper sent in late on a month's last day gets its number in the next. */
const MOST_MONTHS = 1;

/** How a record's date disagrees with the month in which arXiv gave the paper its id; null where it does not. */
export function dateAgainstId(date: string, names: readonly Alias[]): string | null {
  for (const name of names) {
    const month = schemeOf(name) === 'arxiv' ? arxivMonth(valueOf(name)) : null;
    if (month === null || Math.abs(monthsOf(date) - monthsOf(month)) <= MOST_MONTHS) continue;
    return `The record's date is ${date}, but arXiv gave ${name} its id in ${month}.`;
  }
  return null;
}

function monthsOf(date: string): number {
  const [year = '', month = '01'] = date.split('-');
  return Number(year) * 12 + Number(month);
}
