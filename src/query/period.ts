/**
 * Dates of any precision, compared as intervals of days. Bounds are strings that sort as dates do
 * (`2024-02-31` is a fine upper bound), so nothing depends on a time zone.
 */
import { UserError } from '../errors.js';

export interface Period {
  readonly first: string;
  readonly last: string;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** The days that a date (`2024`, `2024-03`, `2024-03-12`) or an interval covers; undefined for anything else. */
export function period(time: string): Period | undefined {
  const [from, to, ...more] = time.split('/');
  if (from === undefined || more.length > 0) return undefined;
  const until = to ?? from;
  // A time of day says nothing that a day's bounds need.
  const [first, last] = [from.split('T', 1)[0] ?? '', until.split('T', 1)[0] ?? ''];
  if (!DATE.test(first) || !DATE.test(last)) return undefined;
  return {
    first: `${first}${'-01-01'.slice(first.length - 4)}`,
    last: `${last}${'-12-31'.slice(last.length - 4)}`,
  };
}

/** The days that a question asks for. Throws a {@link UserError} for what is no date, or an empty period. */
export function askedPeriod(since: string | undefined, until: string | undefined): Period | undefined {
  if (since === undefined && until === undefined) return undefined;
  const first = since === undefined ? '' : bound('since', since).first;
  const last = until === undefined ? '\uffff' : bound('until', until).last;
  if (first > last) throw new UserError(`since ${since} is later than until ${until}.`, { usage: true });
  return { first, last };
}

function bound(name: string, value: string): Period {
  const found = value.includes('/') ? undefined : period(value);
  if (found === undefined) {
    throw new UserError(`${name}: "${value}" is no date; write 2024, 2024-03 or 2024-03-12.`, {
      usage: true,
    });
  }
  return found;
}

export function overlaps(one: Period, other: Period): boolean {
  return one.first <= other.last && other.first <= one.last;
}
