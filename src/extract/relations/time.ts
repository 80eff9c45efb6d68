import { findDates } from '../../language/arabic/dates.js';
import { findRelativeDates } from '../../language/arabic/relative-dates.js';
import type { Document } from '../document.js';

/**
 * When what a predicate says happened: the date expression of its sentence that stands nearest to it. Dates
 * without a year take that of the article; without an article's date they are left out rather than guessed.
 */

interface PlacedDate {
  readonly start: number;
  readonly iso: string;
}

/** Farther away, a date belongs to something else. In UTF-16 units. */
const REACH = 90;

/** Makes a function from a place in a sentence to the time stated there. */
export function createTimeFinder(
  document: Document,
): (sentence: number, place: number) => string | undefined {
  const bySentence = new Map<number, readonly PlacedDate[]>();
  return (sentence, place) => {
    let dates = bySentence.get(sentence);
    if (!dates) {
      dates = datesOf(document, sentence);
      bySentence.set(sentence, dates);
    }
    let nearest: PlacedDate | undefined;
    for (const date of dates) {
      const distance = Math.abs(date.start - place);
      if (distance > REACH) continue;
      if (!nearest || distance < Math.abs(nearest.start - place)) nearest = date;
    }
    return nearest?.iso;
  };
}

function datesOf({ article, text, tokens, sentences }: Document, index: number): PlacedDate[] {
  const sentence = sentences[index];
  if (!sentence) return [];
  const { start, end, first, last } = sentence;
  const dates: PlacedDate[] = [];
  for (const mention of findDates(text.slice(start, end))) {
    const iso = mention.partial ? withYear(mention.iso, article.date) : mention.iso;
    if (iso !== undefined) dates.push({ start: start + mention.start, iso });
  }
  if (article.date !== undefined) {
    for (const { first: at, iso } of findRelativeDates(tokens, first, last, article.date)) {
      const place = tokens[at]?.start;
      if (place !== undefined) dates.push({ start: place, iso });
    }
  }
  return dates;
}

/** `--09-11` in an article of 2021-07 is 2021-09-11: the year that brings it nearest to the article. */
function withYear(partial: string, articleDate: string | undefined): string | undefined {
  if (articleDate === undefined || !/^\d{4}-\d{2}/.test(articleDate)) return undefined;
  const [start = '', end] = partial.split('/');
  const month = Number(start.slice(2, 4));
  const [year, now] = [Number(articleDate.slice(0, 4)), Number(articleDate.slice(5, 7))];
  const shift = month - now > 6 ? -1 : now - month > 6 ? 1 : 0;
  const full = (part: string) => part.replace(/^-/, String(year + shift));
  return end === undefined ? full(start) : `${full(start)}/${full(end)}`;
}
