import { findDates, isCalendarDate } from '../language/arabic/dates.js';

const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The calendar day that a record's date field names, as `2024-11-27` (or `2024-11`, `2024`): ISO 8601,
 * e-mail and feed dates, English and Arabic month names, seconds or milliseconds since 1970 (UTC). The day
 * is the one written, not shifted to another time zone. Undefined where it is no date.
 */
export function parseRecordDate(value: string): string | undefined {
  const text = value.trim();
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  const compactDate = compact && valid(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (compactDate) return compactDate;
  if (/^\d{4}$/.test(text)) return text;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString().slice(0, 10);
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text)).toISOString().slice(0, 10);
  const english =
    /\b(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?[\s,-]+(\d{4})\b/.exec(text) ??
    /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  if (english) {
    const [, first = '', second = '', year] = english;
    const [day, month] = /\d/.test(first) ? [first, second] : [second, first];
    const found = ENGLISH_MONTHS.indexOf(month.toLowerCase()) + 1;
    if (found > 0) return valid(Number(year), found, Number(day));
  }
  const arabic = findDates(text).filter(date => !date.partial);
  return (arabic.find(date => date.precision === 'day') ?? arabic[0])?.iso.split('/')[0];
}

/** The date in a web address or a file's name: `/2024/11/27/`, `2024-11-27`, `20241127`. */
export function dateInAddress(address: string): string | undefined {
  const match =
    /(?<!\d)((?:19|20)\d{2})([/_-])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(address) ??
    /(?<!\d)((?:19|20)\d{2})()(\d{2})(\d{2})(?!\d)/.exec(address);
  return match ? valid(Number(match[1]), Number(match[3]), Number(match[4])) : undefined;
}

function valid(year: number, month: number, day: number | undefined): string | undefined {
  if (year < 1800 || year > 2200 || !isCalendarDate(year, month, day ?? 1)) return undefined;
  return [year, month, day]
    .filter(part => part !== undefined)
    .map(part => String(part).padStart(2, '0'))
    .join('-');
}
