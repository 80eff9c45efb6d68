import { CLOSING_QUOTES, OPENING_MARKS } from '../../language/arabic/punctuation.js';
import type { Token } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { ShortHit } from './acceptance.js';
import { isAlQaeda } from './al-qaeda.js';
import { isOrdinary, isRareFirst } from './names.js';
import type { Work } from './work.js';

export const QUOTES = new Set([...OPENING_MARKS, ...CLOSING_QUOTES, '’']);

/** A title before a short personal name, quotation marks or a head noun before a short name of a body. */
export function hasCue(work: Work, entry: ShortHit['entry'], index: number, last: number): boolean {
  const { tokens } = work.document;
  const { kind } = entry;
  let before = index - 1;
  const quoted = QUOTES.has(tokens[before]?.form.text ?? '') && QUOTES.has(tokens[last]?.form.text ?? '');
  if (quoted) before--;
  const token = tokens[before];
  if (!token) return quoted && kind === 'organization';
  const item = work.at[before];
  const cls = work.classes(token.form);
  if (kind === 'leader') {
    if (token.form.fold.endsWith('فريق')) return false;
    // "النائب السني": an adjective of the title.
    const own = tokens[index]?.form;
    if (last - index === 1 && own && work.classes(own).titleAdjective) return false;
    // "الوزير القطري الشيخ فلان": a word of respect in front of a name is no family's.
    if (last - index === 1 && own && work.classes(own).honorific && beginsName(work, last)) return false;
    // "الدكتور عبد الله": a given name behind a word of respect is any bearer's.
    if (item?.kind !== 'office' && isGivenCompound(tokens, index, last)) return false;
    if (cls.rank || (cls.honorific && cls.definite) || item?.kind === 'office') return true;
    return item?.kind === 'demonym' && work.at[item.first - 1]?.kind === 'office';
  }
  // "مطارات التيفور والسين والضمير"
  if (kind === 'base')
    return (
      cls.baseHead !== undefined ||
      cls.basePlural ||
      // "مطاراتها العسكرية مثل التيفور"
      (token.form.fold === 'مثل' && [2, 3].some(back => isPlural(work, index - back))) ||
      (tokens[index]?.form.fold.startsWith('و') === true && followsBase(work, index))
    );
  // "بين فتح وحماس": one body beside another.
  if (token.form.fold === 'بين' && besideBody(work, last)) return true;
  if (entry.entity.id === 'org:al-qaeda' && isAlQaeda(work, index, before, quoted)) return true;
  if (!cls.head || (cls.headDefinite && !quoted)) return quoted && isSource(work, before, last);
  if (cls.head.word === 'موقع' && !quoted) return false;
  // "شركة الخليج" is not the newspaper of that name.
  const { subtype } = entry.entity;
  return (
    cls.head.subtype === subtype ||
    (cls.head.subtype !== 'media' && cls.head.subtype !== 'company' && subtype !== 'media')
  );
}

function isPlural(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form !== undefined && work.classes(form).basePlural;
}

/** Another base stands shortly before: "التيفور (في وسط البلاد) والسين". */
function followsBase(work: Work, index: number): boolean {
  const { tokens } = work.document;
  for (let at = index - 1; at >= 0 && at >= index - 7; at--) {
    if (tokens[at]?.sentence !== tokens[index]?.sentence) return false;
    if (work.at[at]?.kind === 'base') return true;
  }
  return false;
}

function beginsName(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form?.kind === 'word' && (!isOrdinary(form) || isRareFirst(work, index));
}

/** Whether a sure name of a body is joined right behind. */
function besideBody(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return (
    form !== undefined &&
    work.lexicon
      .starts(form)
      .some(
        ({ conjunction, node }) =>
          conjunction === 'و' && node.values.some(value => value.kind === 'organization' && !value.short),
      )
  );
}

const CITING = wordSet(
  'ل لـ عن مع قالت ذكرت وذكرت وقالت أفادت وأفادت كتبت وكتبت نقلت ونقلت أوردت وأوردت وأضافت نشرت ونشرت عبر بحسب وبحسب حسب وفق ضد تنظيم بين من و وحسب',
);

/** Whether a name in quotation marks is spoken of as a body: cited, or with a nationality behind it. */
function isSource(work: Work, before: number, last: number): boolean {
  const { tokens } = work.document;
  if (CITING.has(tokens[before]?.form.fold ?? '')) return true;
  if (tokens[before]?.form.kind === 'punctuation') return true;
  const behind = tokens[last + 1]?.form;
  if (!behind) return false;
  if (CITING.has(behind.fold)) return true;
  return work.lexicon
    .starts(behind)
    .some(({ definite, node }) => definite && node.values.some(({ kind }) => kind === 'demonym'));
}

/** "عبد الله": one given name in two words. */
export function isGivenCompound(tokens: readonly Token[], index: number, last: number): boolean {
  return last - index === 2 && tokens[index]?.form.fold === 'عبد';
}
