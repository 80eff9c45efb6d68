import { type DateMention, findDates } from '../language/arabic/dates.js';
import { isCaption } from './furniture.js';
import { dateInAddress } from './record-date.js';

const WEEKDAY = /(?:السبت|الأحد|الاحد|الإثنين|الاثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة)/u;
const TODAY = /(?:اليوم|أمس|امس|مساء|صباح|ظهر|فجر)/u;
const PUBLISHED = /(?:نُشر|نشر(?:ت)? (?:في|يوم|بتاريخ)|تاريخ|التاريخ|آخر تحديث|published|updated|date)/iu;
const ARCHIVE = /(?:أرشيف|ارشيف|archive)/iu;
/** Where an opening sentence says when. */
const OPENING_LENGTH = 250;
/** Wide enough for "القاهرة، ٢٧ نوفمبر (تشرين الثاني) ٢٠٢٤ (وكالة) -". */
const DATELINE_LENGTH = 70;

/**
 * The date of an article that does not give one in a field: that of its web address; of a dateline or a
 * line of its own; of a caption that is not from the archive; of a sentence at its start that ties it to a
 * weekday or to "today". A full date elsewhere in the text is history or future, and no date of the article.
 */
export function inferDate(paragraphs: readonly string[], address?: string): string | undefined {
  const ofAddress = address === undefined ? undefined : dateInAddress(address);
  if (ofAddress) return ofAddress;
  const captions = paragraphs.filter(isCaption);
  const body = paragraphs.filter(paragraph => !isCaption(paragraph));
  return ownLine(body) ?? datelineOf(body.slice(0, 2)) ?? ofCaptions(captions) ?? tiedToDay(paragraphs);
}

/** The date of a line that holds nothing but a date. */
export function dateOfLine(line: string): string | undefined {
  if (line.length > 90) return undefined;
  const date = fullDates(line)[0];
  if (!date) return undefined;
  const rest = (line.slice(0, date.start) + line.slice(date.end))
    .replace(new RegExp(WEEKDAY, 'gu'), '')
    .replace(new RegExp(PUBLISHED, 'giu'), '')
    .replace(
      /\d{1,2}:\d{2}(?::\d{2})?|بتوقيت|غرينتش|جرينتش|مكة(?: المكرمة)?|الساعة|GMT|[صم](?!\p{L})|هـ/giu,
      '',
    )
    .replace(/[\d٠-٩]+\s*\p{L}{3,12}(?:\s\p{L}{2,8})?\s*1[34]\d\d/gu, '') // the Hijri date beside it
    .replace(/الموافق|واس/gu, '')
    .replace(/[^\p{L}]/gu, '');
  return rest.length <= 8 ? day(date) : undefined;
}

function ownLine(body: readonly string[]): string | undefined {
  for (const line of [...body.slice(0, 5), ...body.slice(-2)]) {
    const found = dateOfLine(line);
    if (found) return found;
  }
  return undefined;
}

function datelineOf(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of paragraphs) {
    const found = dateline(paragraph);
    if (found) return found;
  }
  return undefined;
}

/** "موسكو - 27 نوفمبر 2024 (رويترز) - …": the date stands in a head that a dash or colon ends. */
function dateline(paragraph: string): string | undefined {
  const head = /^(.{3,90}?)\s*(?:[-–—:]|\/\s*\p{L}+\s*\/)\s+\S/u.exec(paragraph)?.[0] ?? '';
  const date = fullDates(paragraph.slice(0, DATELINE_LENGTH + 30)).find(
    found =>
      found.start < DATELINE_LENGTH &&
      /^\s*(?:\([^)]*\)|\/[^/]*\/)?\s*[-–—:]/u.test(paragraph.slice(found.end)),
  );
  return date && head !== '' ? day(date) : undefined;
}

function ofCaptions(captions: readonly string[]): string | undefined {
  return captions
    .filter(caption => !ARCHIVE.test(caption))
    .flatMap(caption => fullDates(caption).map(day))
    .sort()
    .at(-1);
}

/** "أعلن الوزير، الأربعاء 27 نوفمبر 2024، أن …" at the start of an article that names no later year. */
function tiedToDay(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of paragraphs.filter(text => !isCaption(text)).slice(0, 2)) {
    for (const date of fullDates(paragraph.slice(0, OPENING_LENGTH))) {
      if (paragraphs.some(text => findDates(text).some(other => (other.year ?? 0) > (date.year ?? 0))))
        continue;
      const before = paragraph.slice(Math.max(0, date.start - 24), date.start);
      const adjacent = /(?:^|[\s(،,])(\p{L}+)[\s)(،,]*$/u.exec(before)?.[1] ?? '';
      if (WEEKDAY.test(adjacent) || TODAY.test(adjacent)) return day(date);
    }
  }
  return undefined;
}

function fullDates(text: string): DateMention[] {
  return findDates(text).filter(
    date => date.precision === 'day' && date.year !== undefined && date.year > 1900,
  );
}

function day(date: DateMention): string {
  return date.iso.slice(0, 10);
}
