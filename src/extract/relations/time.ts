import { findDates } from '../../language/arabic/dates.js';
import { findRelativeDates } from '../../language/arabic/relative-dates.js';
import type { Document } from '../document.js';
import type { Sentence } from './syntax.js';
import { WordClass } from './words.js';

/**
 * When what a predicate says happened: the date expression of its sentence that stands nearest to it. Dates
 * without a year take that of the article; without an article's date they stay partial (`--09-11`).
 */

interface PlacedDate {
  readonly start: number;
  readonly iso: string;
}

/** Farther away, a date belongs to something else. In UTF-16 units. */
const REACH = 90;

/** Makes a function from a token of a sentence (a predicate) to the time stated of it. */
export function createTimeFinder(
  document: Document,
): (sentence: Sentence, index: number) => string | undefined {
  const bySentence = new Map<number, readonly PlacedDate[]>();
  return (sentence, index) => {
    let dates = bySentence.get(sentence.index);
    if (!dates) {
      dates = datesOf(document, sentence.index);
      bySentence.set(sentence.index, dates);
    }
    const place = document.tokens[index]?.start ?? 0;
    let nearest: PlacedDate | undefined;
    for (const date of dates) {
      const distance = Math.abs(date.start - place);
      if (distance > REACH || isOfReport(sentence, date, index)) continue;
      if (!nearest || distance < Math.abs(nearest.start - place)) nearest = date;
    }
    return nearest?.iso;
  };
}

/** "أعلن الاثنين أن بوتين سيزور الصين": Monday is when it was said. */
function isOfReport({ first, tokens, words }: Sentence, date: PlacedDate, predicate: number): boolean {
  for (let index = predicate - 1; index >= first; index--) {
    const token = tokens[index];
    if (!token || token.start < date.start) return false;
    if (words[index - first]?.class !== WordClass.Complementizer) continue;
    // What is to be done follows أن as a verb: "من المقرر الاثنين أن يزور".
    if (words[index + 1 - first]?.class !== WordClass.Verb) return true;
  }
  return false;
}

function datesOf({ article, text, tokens, sentences }: Document, index: number): PlacedDate[] {
  const sentence = sentences[index];
  if (!sentence) return [];
  const { start, end, first, last } = sentence;
  const dates: PlacedDate[] = [];
  for (const mention of findDates(text.slice(start, end))) {
    const iso = mention.partial ? withYear(mention.iso, article.date) : mention.iso;
    dates.push({ start: start + mention.start, iso });
  }
  if (article.date !== undefined) {
    for (const { first: at, iso } of findRelativeDates(tokens, first, last, article.date)) {
      const place = tokens[at]?.start;
      if (place !== undefined) dates.push({ start: place, iso });
    }
  }
  return dates;
}

/** A date of which the year is unknown. */
export function isPartial(iso: string): boolean {
  return iso.startsWith('--');
}

/** `--09-11` in an article of 2021-07 is 2021-09-11: the year that brings it nearest to the article. */
function withYear(partial: string, articleDate: string | undefined): string {
  if (articleDate === undefined || !/^\d{4}-\d{2}/.test(articleDate)) return partial;
  const [start = '', end] = partial.split('/');
  const month = Number(start.slice(2, 4));
  const [year, now] = [Number(articleDate.slice(0, 4)), Number(articleDate.slice(5, 7))];
  const shift = month - now > 6 ? -1 : now - month > 6 ? 1 : 0;
  const full = (part: string) => part.replace(/^-/, String(year + shift));
  return end === undefined ? full(start) : `${full(start)}/${full(end)}`;
}
