/** Dates as whole days since 1970, so that thousands of statements filter at the speed of integers. */

/** Stands for "no date". */
export const NO_DAY = -1_000_000;

const DAY = 86_400_000;

/** First and last day of an ISO date or interval (`2024`, `2024-11`, `2024-11-27`, `2024-08-05/2024-08-10`). */
export function dayRange(text: string | undefined): readonly [first: number, last: number] {
  if (text === undefined || text === '') return [NO_DAY, NO_DAY];
  const [from = '', to] = text.split('/');
  const first = partRange(from);
  const last = to === undefined || to === '' ? first : partRange(to);
  if (first[0] === NO_DAY) return last;
  return [first[0], Math.max(first[0], last[1])];
}

function partRange(text: string): readonly [number, number] {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  if (!match) return [NO_DAY, NO_DAY];
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  if (month === undefined) return [toDay(year, 0, 1), toDay(year, 11, 31)];
  if (day === undefined) return [toDay(year, Number(month) - 1, 1), toDay(year, Number(month), 0)];
  const exact = toDay(year, Number(month) - 1, Number(day));
  return [exact, exact];
}

function toDay(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month, day) / DAY);
}

/** `2024-11-27` */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The first day of the month or year that lies `steps` after the one of `day`. */
export function shiftMonth(day: number, steps: number): number {
  const date = new Date(day * DAY);
  return toDay(date.getUTCFullYear(), date.getUTCMonth() + steps, 1);
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}
