/** Dates of the model (`2024`, `2024-03`, `2024-03-12`, `2024-03/2024-05`) as days. */

/** The first and the last day, both included, as `YYYY-MM-DD`. */
export interface Spell {
  readonly start: string;
  readonly end: string;
}

/** The days that a date or an interval covers; undefined where it is no date of the model. */
export function spell(time: string): Spell | undefined {
  if (!time.includes('/')) return days(time);
  const [from = '', to = from, ...rest] = time.split('/');
  const [first, last] = [days(from), days(to)];
  if (!first || !last || rest.length > 0 || first.start > last.end) return undefined;
  return { start: first.start, end: last.end };
}

/** The days of a date, looked up where possible: a large graph has many edges but few dates. */
function days(date: string): Spell | undefined {
  const known = knownDays.get(date);
  if (known) return known;
  const found = computeDays(date);
  if (found && knownDays.size < MOST_KNOWN_DAYS) knownDays.set(date, found);
  return found;
}

const knownDays = new Map<string, Spell>();
const MOST_KNOWN_DAYS = 50_000;

function computeDays(date: string): Spell | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const start = `${year}-${month ?? '01'}-${day ?? '01'}`;
  // The end of a month: day 0 of the next one.
  const lastDay = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  const end = day === undefined ? `${year}-${month ?? '12'}-${lastDay}` : start;
  return [start, end].every(isDay) ? { start, end } : undefined;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The same days in as few spells as possible, in order. Gephi refuses spells that overlap or touch. */
export function mergeSpells(spells: readonly Spell[]): Spell[] {
  const merged: Spell[] = [];
  for (const next of [...spells].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1);
    if (!last || next.start > last.end) merged.push(next);
    else if (next.end > last.end) merged[merged.length - 1] = { start: last.start, end: next.end };
  }
  return merged;
}

/** One spell from the first to the last day of all; none for none. */
export function hull(spells: readonly Spell[]): Spell[] {
  const [one] = spells;
  if (!one) return [];
  let { start, end } = one;
  for (const spell of spells) {
    if (spell.start < start) start = spell.start;
    if (spell.end > end) end = spell.end;
  }
  return [{ start, end }];
}
