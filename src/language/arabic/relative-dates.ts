import { fold } from './normalize.js';
import type { Token } from './tokens.js';

/**
 * Dates relative to the day of an article: أمس, الأربعاء, الأسبوع المقبل, العام الماضي, قبل ثلاثة أيام.
 * News speaks of the nearest such day: a weekday is the last one up to the article's day, or the next one
 * beside المقبل.
 */
export interface RelativeDate {
  /** Token indexes. */
  readonly first: number;
  readonly last: number;
  /** ISO date or interval. */
  readonly iso: string;
}

const WEEKDAYS = new Map(
  ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'].map((name, day) => [
    fold(name),
    day,
  ]),
);
WEEKDAYS.set(fold('الإثنين'), 1);

const NEXT = new Set(['المقبل', 'القادم', 'المقبله', 'القادمه', 'التالي']);
const LAST = new Set(['الماضي', 'الماضيه', 'المنصرم', 'المنصرمه', 'الفايت']);
const THIS = new Set(['الجاري', 'الحالي', 'الجاريه', 'الحاليه']);

const NUMBERS = new Map(
  ['ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'].flatMap((name, index) => [
    [fold(name), index + 3] as const,
    [String(index + 3), index + 3] as const,
  ]),
);

const DAY = 86_400_000;
const UNITS: ReadonlyMap<string, 'week' | 'month' | 'year'> = new Map([
  ['الاسبوع', 'week'],
  ['الشهر', 'month'],
  ['العام', 'year'],
  ['السنه', 'year'],
]);
/** How many days ahead. */
const NEAR_DAYS = new Map([
  ['امس', -1],
  ['اليوم', 0],
  ['غدا', 1],
  ['الغد', 1],
]);
const AGO = 'قبل';
/** Words that a date may begin with. */
const STARTS = new Set([AGO, ...NEAR_DAYS.keys(), ...WEEKDAYS.keys(), ...UNITS.keys()]);

/** Finds the relative dates among the tokens `first` to `last`, resolved against the ISO day of the article. */
export function findRelativeDates(
  tokens: readonly Token[],
  first: number,
  last: number,
  articleDate: string,
): RelativeDate[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(articleDate)) return [];
  const today = Date.parse(`${articleDate}T00:00:00Z`);
  if (Number.isNaN(today)) return [];
  const found: RelativeDate[] = [];
  for (let index = first; index < last; index++) {
    const word = tokens[index]?.form.fold ?? '';
    if (!STARTS.has(word)) continue;
    const next = tokens[index + 1]?.form.fold ?? '';
    const ago = word === AGO ? daysAgo(next, tokens[index + 2]?.form.fold ?? '') : undefined;
    if (ago !== undefined) {
      found.push({ first: index, last: index + (next === 'يومين' ? 2 : 3), iso: day(today - ago * DAY) });
      continue;
    }
    const iso = resolve(word, next, today);
    if (iso === undefined) continue;
    found.push({
      first: index,
      last: index + (NEXT.has(next) || LAST.has(next) || THIS.has(next) ? 2 : 1),
      iso,
    });
  }
  return found;
}

/** "قبل ثلاثة أيام", "قبل يومين". */
function daysAgo(word: string, unit: string): number | undefined {
  if (word === 'يومين') return 2;
  return unit === 'ايام' ? NUMBERS.get(word) : undefined;
}

function resolve(word: string, next: string, today: number): string | undefined {
  const ahead = NEAR_DAYS.get(word);
  if (ahead !== undefined) return day(today + (ahead < 0 && next === 'الاول' ? ahead - 1 : ahead) * DAY);
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined) {
    const now = new Date(today).getUTCDay();
    if (NEXT.has(next)) return day(today + (((weekday - now + 6) % 7) + 1) * DAY);
    const back = (now - weekday + 7) % 7;
    return day(today - (LAST.has(next) && back === 0 ? 7 : back) * DAY);
  }
  const unit = UNITS.get(word);
  if (unit === undefined) return undefined;
  const shift = NEXT.has(next) ? 1 : LAST.has(next) ? -1 : THIS.has(next) ? 0 : undefined;
  return shift === undefined ? undefined : period(unit, shift, today);
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function period(unit: 'week' | 'month' | 'year', shift: number, today: number): string {
  const date = new Date(today);
  if (unit === 'year') return String(date.getUTCFullYear() + shift);
  if (unit === 'month') {
    const month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + shift, 1));
    return month.toISOString().slice(0, 7);
  }
  // The week of the Arab press begins on Sunday.
  const start = today - date.getUTCDay() * DAY + shift * 7 * DAY;
  return `${day(start)}/${day(start + 6 * DAY)}`;
}
