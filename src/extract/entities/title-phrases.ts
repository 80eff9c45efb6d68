import { wordSet } from '../../language/arabic/words.js';
import { isNounOfBody } from './title-parts.js';
import type { Item, Work } from './work.js';

/** How far the words behind a title go on with it: "قائد العمليات البحرية الأميركية". */
export function phraseEnd(work: Work, first: number): number {
  const { tokens } = work.document;
  let index = first;
  while (index < first + LONGEST_PHRASE) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || token.sentence !== tokens[first - 1]?.sentence) break;
    const item = work.at[index];
    if (item?.kind === 'leader' || item?.kind === 'office' || item?.conjunction) break;
    const { fold } = token.form;
    if (
      !item &&
      fold !== 'في' &&
      !work.classes(token.form).definite &&
      !/^لل?.{3}/.test(fold) &&
      index > first
    )
      break;
    index = item?.last ?? index + 1;
  }
  return index;
}

const LONGEST_PHRASE = 8;
/** What stands behind these is what they are about. */
export const OPEN_OFFICES = new Set(['candidate', 'prosecutor', 'opposition-leader']);

/** Heads of a body or a part of one, never of a country. */
const DIRECTING = new Set([
  'director',
  'regional-director',
  'executive-director',
  'deputy-director',
  'chairman',
]);

/** Prepositions before a country that an office is about or at. */
const ABOUT = wordSet('بشأن لدى إلى مع حول على ضد نحو');

/**
 * The body or the country that the words between a title and its holder name: "مدير قسم الشرق في وزارة الخارجية فلان".
 * Where no holder closes them, only a nationality or an owner near the title counts as the country.
 */
export function setOfPhrase(work: Work, office: Item, first: number, last: number, near = false): void {
  let country: Item | undefined;
  let body: Item | undefined;
  let placed = false;
  for (let index = first; index < last; index++) {
    placed ||= work.document.tokens[index]?.form.fold === 'في';
    const item = work.at[index];
    if (item?.kind === 'office') break;
    if (item?.first !== index) continue;
    const before = work.document.tokens[index - 1]?.form.fold ?? '';
    // "منسق عملية السلام في المنطقة الروسي فلان": behind a place it is the person's own.
    if (item.kind === 'demonym' && item.last === last && placed) break;
    if (item.kind === 'organization' || item.kind === 'body') {
      if (item.entity?.subtype !== 'media') body = item;
    } else if (office.ofUnnamed || DIRECTING.has(office.office?.id ?? '')) continue;
    else if (near && (before === 'في' || (item.kind !== 'demonym' && item.proclitic !== 'ل'))) break;
    else if (item.entity?.iso && !ABOUT.has(before)) country ??= item;
  }
  const of = body ?? country;
  if (of?.entity) office.of = of.entity;
  else if (of) office.ofItem = of;
  else office.noun ??= nounIn(work, first, last);
}

/** "مدير العمليات في المنظمة فلان": a noun for a body that was named before. */
function nounIn(work: Work, first: number, last: number): number | undefined {
  for (let index = first + 1; index < last; index++)
    if (work.document.tokens[index - 1]?.form.fold === 'في' && isNounOfBody(work, index)) return index;
  return undefined;
}
