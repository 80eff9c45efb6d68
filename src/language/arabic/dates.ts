/**
 * Absolute dates in Arabic text: full dates, month and year, year, and day and month without a year.
 * Month names of all Arab press systems are known (يناير, كانون الثاني, جانفي …). Hijri dates are passed over.
 */

export type DatePrecision = 'day' | 'month' | 'year' | 'monthDay' | 'monthOnly';

/** A date as a text names it; `start` and `end` are UTF-16 offsets into that text. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  /**
   * `2024-11-27`, `2024-11`, `2024`, an interval `2024-08-05/2024-08-10`; without a year (`partial`)
   * `--11-27`, `--11` or `--08-05/--08-10`.
   */
  readonly iso: string;
  readonly precision: DatePrecision;
  /** True where the year is not said. */
  readonly partial: boolean;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** The last day of "من 5 إلى 10 أغسطس". */
  readonly endDay?: number;
}

const MONTHS: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'كانون ثاني', 'كانون ثان', 'جانفي'],
  ['فبراير', 'شباط', 'فيفري'],
  ['مارس', 'اذار'],
  ['ابريل', 'نيسان', 'افريل'],
  ['مايو', 'ايار', 'ماي'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['يوليو', 'يوليه', 'تموز', 'يوليوز', 'جويلية'],
  ['اغسطس', 'اب', 'اوت', 'غشت'],
  ['سبتمبر', 'ايلول', 'شتنبر'],
  ['اكتوبر', 'تشرين الاول', 'تشرين اول'],
  ['نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'تشرين ثان', 'نونبر'],
  ['ديسمبر', 'كانون الاول', 'كانون اول', 'دجنبر'],
];

/** Month names that are also ordinary words: a month only beside a day, a year or a second name. */
const AMBIGUOUS = new Set(['مارس', 'ماي', 'جوان', 'اب', 'اوت', 'تموز', 'نيسان', 'ايار', 'اذار']);

/** Words after which "6 أكتوبر" is a name and no date. */
const NAMED_AFTER_DATE =
  /(?:قوى|فريق|تحالف|تيار|ثورة|انتفاضة|حركة|حرب|حروب|جسر|مدينة|شارع|ساحة|ميدان|ملعب|كتائب|لواء|جامعة|قاعدة|مطار)\s+(?:ال)?$/u;

const DIGIT = '[0-9٠-٩۰-۹]';
const ANY_DIGIT = new RegExp(DIGIT, 'u');
const DAY = `(${DIGIT}{1,2})`;
const YEAR = `((?:1|2|١|٢|۱|۲)${DIGIT}{3})`;
const MONTH_NAME = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .map(spellings)
  .join('|');
const MONTH = `(${MONTH_NAME})(?:\\s*[(/\\\\\\-–]\\s*(?:${MONTH_NAME})\\s*\\)?)?`;
const RANGE = `(?:${DAY}\\s*(?:[-–—]|و|إلى|الى|حتى)\\s*)?`;
const AFTER_YEAR = `(?!${DIGIT})`;
/** Where they find nothing, the patterns below need not look: most texts name neither a month nor a year. */
const [ANY_MONTH, ANY_YEAR] = [new RegExp(MONTH_NAME), new RegExp(YEAR)];
const BEFORE = `(?<![\\p{L}\\p{N}./-])`;

const NAMED_DATE = new RegExp(
  `(?<!${DIGIT})${RANGE}${DAY}\\s*(?:من\\s+)?(?:شهر\\s+)?${MONTH}(?!\\p{L})(?:[\\s,،]*(?:من\\s+)?(?:(?:ال)?عام|سنة)?\\s*${YEAR}${AFTER_YEAR})?`,
  'gu',
);
const NAMED_MONTH = new RegExp(
  `(?<!\\p{L})(?:[وفبل]|لل)?(?<name>${MONTH})(?!\\p{L})(?:[\\s,،]*(?:من\\s+)?(?:(?:ال)?عام|سنة)?\\s*${YEAR}${AFTER_YEAR})?`,
  'gu',
);
const DAY_FIRST = new RegExp(`${BEFORE}${DAY}([/.\\-])${DAY}\\2${YEAR}(?![\\p{N}/.-]*\\p{N})`, 'gu');
const YEAR_FIRST = new RegExp(`${BEFORE}${YEAR}([/.\\-])${DAY}\\2${DAY}(?!${DIGIT})`, 'gu');
const YEAR_ALONE = new RegExp(
  `(?<!\\p{L})(?:[وفبل]|لل)?(?:(?:ال)?عام|(?:ال)?سنة|صيف|شتاء|خريف|ربيع|مطلع|أواخر|أوائل|نهاية|بداية)\\s+${YEAR}${AFTER_YEAR}`,
  'gu',
);
const YEAR_AFTER_PREPOSITION = new RegExp(
  `(?<!\\p{L})(?:في|منذ|حتى)\\s+${YEAR}(?=\\s*(?:[،,.؛:)»"\\n]|$)|\\s+(?:بعد|عندما|حين|إلى|على|قبل|مع|أن)\\s)`,
  'gu',
);

/** Finds the dates of a text, in order and without overlaps. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  const add = (start: number, end: number, parts: DateParts) => {
    const mention = toMention(start, end, parts);
    if (mention && !found.some(other => other.start < end && start < other.end)) found.push(mention);
  };
  const [hasMonth, hasYear] = [ANY_MONTH.test(text), ANY_YEAR.test(text)];
  const matches = (pattern: RegExp, isNeeded: boolean) => (isNeeded ? text.matchAll(pattern) : []);
  for (const match of matches(YEAR_FIRST, hasYear)) {
    add(match.index, match.index + match[0].length, {
      year: number(match[1]),
      month: number(match[3]),
      day: number(match[4]),
    });
  }
  for (const match of matches(DAY_FIRST, hasYear)) {
    const [first, second] = [number(match[1]), number(match[3])];
    // 11/27/2024 can only be the American order.
    const [day, month] = second !== undefined && second > 12 ? [second, first] : [first, second];
    add(match.index, match.index + match[0].length, { year: number(match[4]), month, day });
  }
  for (const match of matches(NAMED_DATE, hasMonth && ANY_DIGIT.test(text))) {
    if (NAMED_AFTER_DATE.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
    const [first, last] = [number(match[1]), number(match[2])];
    add(match.index, match.index + match[0].trimEnd().length, {
      year: number(match[4]),
      month: monthOf(match[3]),
      day: first ?? last,
      endDay: first === undefined ? undefined : last,
    });
  }
  for (const match of matches(NAMED_MONTH, hasMonth)) {
    const name = match.groups?.name ?? '';
    const year = number(match[3]);
    const single = monthKey(name);
    if (year === undefined && AMBIGUOUS.has(single)) continue;
    const start = match.index + match[0].indexOf(name);
    // The day before it was refused: "مدينة 6 أكتوبر".
    if (/[\d٠-٩۰-۹]\s*$/u.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (NAMED_AFTER_DATE.test(text.slice(Math.max(0, start - 20), start))) continue;
    add(start, match.index + match[0].trimEnd().length, { year, month: monthOf(match[2]) });
  }
  for (const pattern of [YEAR_ALONE, YEAR_AFTER_PREPOSITION]) {
    for (const match of matches(pattern, hasYear)) {
      const digits = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(digits);
      add(start, start + digits.length, { year: number(digits) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a calendar has that day: the 31st of April is none. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

interface DateParts {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly endDay?: number | undefined;
}

function toMention(start: number, end: number, parts: DateParts): DateMention | undefined {
  const { year, month, day, endDay } = parts;
  // Years outside are Hijri dates, prices, numbers of soldiers.
  if (year !== undefined && (year < 1800 || year > 2100)) return undefined;
  if (day !== undefined && (month === undefined || !isCalendarDate(year ?? 2000, month, day)))
    return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const interval = day !== undefined && endDay !== undefined && endDay > day ? endDay : undefined;
  const base = year === undefined ? '-' : String(year);
  const iso = [base, ...[month, day].filter(part => part !== undefined).map(pad)].join('-');
  const last = interval === undefined ? '' : `/${[base, pad(month ?? 0), pad(interval)].join('-')}`;
  return {
    start,
    end,
    iso: iso + last,
    precision: precisionOf(parts),
    partial: year === undefined,
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(interval === undefined ? {} : { endDay: interval }),
  };
}

function precisionOf({ year, month, day }: DateParts): DatePrecision {
  if (day !== undefined) return year === undefined ? 'monthDay' : 'day';
  if (month !== undefined) return year === undefined ? 'monthOnly' : 'month';
  return 'year';
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

function number(digits: string | undefined): number | undefined {
  if (!digits) return undefined;
  let value = 0;
  for (const digit of digits) {
    const code = digit.charCodeAt(0);
    value = value * 10 + (code >= 0x6f0 ? code - 0x6f0 : code >= 0x660 ? code - 0x660 : code - 0x30);
  }
  return value;
}

/** A regular expression for all spellings of a month's name. */
function spellings(name: string): string {
  return name.replace(/./gu, letter => {
    if (letter === 'ا') return '[اأإآ]';
    if (letter === 'ي') return '[يى]';
    if (letter === 'ة') return '[ةه]';
    return letter === ' ' ? '\\s+' : letter;
  });
}

function monthKey(name: string): string {
  return name.trim().replace(/[أإآ]/gu, 'ا').replace(/ى/gu, 'ي').replace(/ه$/u, 'ة').replace(/\s+/gu, ' ');
}

const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map(name => [name, index + 1] as const)),
);

function monthOf(name: string | undefined): number | undefined {
  const key = monthKey(name ?? '');
  return MONTH_NUMBERS.get(key) ?? MONTH_NUMBERS.get(key.replace(/ة$/u, 'ه'));
}
