import { fold } from '../../language/arabic/normalize.js';
import type { Token, WordForm } from '../../language/arabic/tokens.js';
import { AMBIGUOUS_NAMES, COMMON_WORDS, TOO_COMMON, wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { isAmbiguous, isBriefSecond } from './ambiguous.js';
import type { Entry, Start } from './lexicon.js';
import { isNamedAfter } from './named-after.js';
import { isInflected, isOrdinary } from './names.js';
import { isGivenNameOf } from './persons.js';
import type { Work } from './work.js';

/** A name of the gazetteer that needs a cue which did not stand before it. */
export interface ShortHit {
  readonly entry: Entry & { kind: 'leader' | 'organization' | 'base' };
  readonly start: Start;
  readonly first: number;
  readonly last: number;
}

/** Whether a name of the gazetteer stands for its entity here; short names without a cue are put aside. */
export function isAcceptable(
  work: Work,
  entry: Entry,
  start: Start,
  index: number,
  last: number,
  shorts: ShortHit[],
): boolean {
  if (entry.kind === 'leader' || entry.kind === 'organization' || entry.kind === 'base') {
    // "كبار" is no "بار" with a preposition.
    const rare = start.proclitic === 'ك' || start.conjunction === 'ف';
    if (
      rare &&
      last - index === 1 &&
      (work.document.tokens[index]?.form.fold.length ?? 0) - start.prefixLength < 5
    )
      return false;
    if (isAmbiguous(work, entry, start, index, last)) return false;
    if (entry.kind === 'leader' && isPartOfOtherName(work, entry.entity, entry.short, start, index, last)) {
      if (last - index === 1) work.namesakes.add(work.document.tokens[index]?.form.fold ?? '');
      return false;
    }
    if (entry.kind === 'leader' && last - index === 1) {
      const { form } = work.document.tokens[index] ?? {};
      const isFree = isFreeName(work, start, index);
      const isBrief = form !== undefined && isBriefSecond(form, start);
      if (isBrief && !isFree) return false;
      if (isBrief || !isFree) {
        shorts.push({ entry, start, first: index, last });
        return false;
      }
    }
    if (!entry.short) return true;
    const national = last - index === 1 && start.node.values.some(value => value.kind === 'demonym');
    if (!national && hasCue(work, entry, index, last)) return true;
    shorts.push({ entry, start, first: index, last });
    return false;
  }
  return !isAmbiguous(work, entry, start, index, last);
}

/**
 * Whether a family name stands for itself: not in quotation marks alone, as ships and missiles do, not in front
 * of another name ("مائير كهانا"), not what is left of an ordinary word ("لجنتي").
 */
function isFreeName(work: Work, start: Start, index: number): boolean {
  const { tokens } = work.document;
  const token = tokens[index];
  if (!token) return false;
  if (QUOTES.has(tokens[index - 1]?.form.text ?? '') && QUOTES.has(tokens[index + 1]?.form.text ?? ''))
    return false;
  if (start.prefixLength > 0 && (isOrdinary(token.form) || isInflected(token.form))) return false;
  if (TOO_COMMON.has(token.form.fold.slice(start.prefixLength))) return false;
  const { fold: own } = token.form;
  const before = tokens[index - 1];
  // "الطريق الحلقي": an adjective.
  if (
    /^ال.*ي$/.test(own) &&
    before?.form.kind === 'word' &&
    before.sentence === token.sentence &&
    !work.at[index - 1] &&
    work.classes(before.form).common &&
    /^[وفبلك]{0,2}ال|^لل/.test(before.form.fold)
  )
    return false;
  const after = tokens[index + 1];
  if (after?.form.kind !== 'word' || after.sentence !== token.sentence) return true;
  // "أبي الفضل" is a kunya.
  if (own === 'ابي') return false;
  const { fold } = after.form;
  if (work.lexicon.starts(after.form).length > 0 || /^[ويتسفنالب]/.test(fold) || fold.length < 4) return true;
  return isOrdinary(after.form) || work.classes(after.form).former;
}

/** "الدكتور عبدالله المسند" is not the king of that name, "أحمد بن صالح الحميدان" not Ben Saleh. */
function isPartOfOtherName(
  work: Work,
  entity: Entity,
  short: boolean,
  start: Start,
  index: number,
  last: number,
): boolean {
  const { tokens } = work.document;
  const single =
    last - index === 1 || (last - index === 2 && work.classes(tokens[index]?.form as WordForm).particle);
  const first = tokens[index];
  const after = tokens[last];
  if (!first) return false;
  if (isNamedAfter(work, index)) return true;
  const sentence = first.sentence;
  if (after?.form.kind === 'word' && after.sentence === sentence && !work.at[last]) {
    const cls = work.classes(after.form);
    const { fold } = after.form;
    // Family names of others go on with the name: "الدكتور سعيد القحطاني".
    const startsOther = work.lexicon
      .starts(after.form)
      .some(({ node }) => node.values.some(({ kind }) => kind !== 'leader' || !short));
    const names = ownWords(entity);
    // "عبد الله بن سعيد" has another father than the king.
    if (fold === 'بن' && (allGiven(tokens, index, last) || isGivenCompound(tokens, index, last))) {
      const father = tokens[last + 1]?.form.fold ?? '';
      if (!names.has(father) && !mayBeFather(entity, first.form, father)) return true;
    }
    // "محمد بن عبدالرحمن بن عبدالعزيز": a grandson of the Saudi founder is no Qatari.
    if (fold === 'بن' && isLineage(tokens, index, last)) {
      const ancestor = tokens[last + 1]?.form.fold ?? '';
      if (FOUNDER.test(ancestor) && entity.country !== 'SA') return true;
    }
    // "أحمد حسين معياد", "حسن بن حسين الحازمي": given names alone with a family name behind them.
    const leadsOn = work.lexicon
      .starts(after.form)
      .some(({ node }) => node.values.some(({ kind }) => kind !== 'leader'));
    if (
      !single &&
      !names.has(fold) &&
      !leadsOn &&
      allGiven(tokens, index, last) &&
      !isOrdinary(after.form) &&
      !/^[وفيتنسب]/.test(fold)
    )
      return true;
    // "عبدالله بن عبدالعزيز الربيعة" is neither the king nor the minister of that family.
    if (!single && !names.has(fold) && isLineage(tokens, index, last) && isFamily(work, after.form))
      return true;
    if (!names.has(fold) && !startsOther) {
      const lineage = cls.particle && (fold === 'بن' || fold === 'ال');
      const father = tokens[last + 1]?.form.fold ?? '';
      if (
        single &&
        lineage &&
        !(fold === 'بن' ? mayBeFather(entity, first.form, father) : DYNASTIES.has(father))
      )
        return true;
      if (single && short && (cls.name || !isOrdinary(after.form)) && !/^[وفيت]/.test(fold)) return true;
      if (!single && cls.name && allGiven(tokens, index, last)) return true;
      if (single && cls.name && work.classes(first.form).name && AMBIGUOUS_NAMES.has(first.form.fold))
        return true;
      // "فهد بن عبد العزيز الهندي"
      if (
        !single &&
        isLineage(tokens, index, last) &&
        fold.startsWith('ال') &&
        fold.length > 4 &&
        (cls.name || !isOrdinary(after.form))
      )
        return true;
    }
  }
  const before = tokens[index - 1];
  if (
    single &&
    start.prefixLength === 0 &&
    before?.form.kind === 'word' &&
    before.sentence === sentence &&
    !work.at[index - 1]
  ) {
    const cls = work.classes(before.form);
    if (cls.honorific || cls.rank) return false;
    if (
      (cls.name || cls.particle) &&
      !ownWords(entity).has(before.form.fold) &&
      !isGivenNameOf(entity, before.form.text) &&
      !COMMON_WORDS.has(before.form.fold)
    )
      return true;
  }
  return false;
}

/** A definite word that is known as somebody's family name, and as nothing that stands for itself. */
function isFamily(work: Work, form: WordForm): boolean {
  if (!/^ال.{3}/.test(form.fold)) return false;
  const values = work.lexicon.starts(form).flatMap(({ node }) => node.values);
  return values.length > 0 && values.every(value => value.kind === 'leader' && value.short);
}

/** Families whose name may follow a given name and a father's. */
const DYNASTIES = new Set([
  'سعود',
  'نهيان',
  'ثاني',
  'خليفه',
  'مكتوم',
  'الصباح',
  'سعيد',
  'الشيخ',
  'القاسمي',
  'عبدالعزيز',
  'عبد',
  'زايد',
  'راشد',
  'حمد',
  'محمد',
  'سلمان',
]);

const FOUNDER = /^عبد(العزيز)?$/;

/** Whether somebody goes by the given name and is of a house, and none of his names says that he is another's son. */
function mayBeFather({ label, aliases = [] }: Entity, given: WordForm, father: string): boolean {
  if (!DYNASTIES.has(father)) return false;
  const names = [label.ar, ...aliases].map(name => fold(name).split(/[\s-]+/));
  const own = names.filter(([first]) => first === given.fold);
  const sons = own.filter(([, link]) => link === 'بن');
  return own.length > 0 && (sons.length === 0 || sons.some(([, , name]) => name === father));
}

/** "محمد إبراهيم" in "محمد إبراهيم أيوب". */
function allGiven(tokens: readonly Token[], index: number, last: number): boolean {
  for (let at = index; at < last; at++) if (!AMBIGUOUS_NAMES.has(tokens[at]?.form.fold ?? '')) return false;
  return true;
}

/** "عبد الله": one given name in two words. */
function isGivenCompound(tokens: readonly Token[], index: number, last: number): boolean {
  return last - index === 2 && tokens[index]?.form.fold === 'عبد';
}

function isLineage(tokens: readonly Token[], index: number, last: number): boolean {
  for (let at = index + 1; at < last; at++) if (tokens[at]?.form.fold === 'بن') return true;
  return false;
}

const own = new WeakMap<Entity, ReadonlySet<string>>();

function ownWords(entity: Entity): ReadonlySet<string> {
  let words = own.get(entity);
  if (!words) {
    words = new Set([entity.label.ar, ...(entity.aliases ?? [])].flatMap(name => fold(name).split(/[\s-]+/)));
    own.set(entity, words);
  }
  return words;
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

const QUOTES = new Set(['"', '«', '“', '”', '»', '(', "'", '‘', '’']);

/** A title before a short personal name, quotation marks or a head noun before a short name of a body. */
function hasCue(work: Work, entry: ShortHit['entry'], index: number, last: number): boolean {
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

/** People and parts of Al-Qaeda, whose short name is a base and a rule, too: "مقاتلي القاعدة", "المرتبطة بالقاعدة". */
const FIGHTERS = wordSet(
  `مسلحي مسلحو عناصر عنصر مقاتلي مقاتلو مقاتلين زعيم قيادي قيادات قياديي إرهابيي إرهابيو فلول فرع المرتبطة المرتبطين المرتبط المرتبطون
  مرتبطة مرتبط مرتبطين تنظيمي جيوب خلايا لعناصر بعناصر وعناصر لمسلحي`,
);
const WORKS = wordSet('برنامج كتاب فيلم مسلسل رواية مسرحية صحيفة مجلة');

/** Whether "القاعدة" is Al-Qaeda by its quotation marks, the people before it or the group that it is joined to. */
function isAlQaeda(work: Work, index: number, before: number, quoted: boolean): boolean {
  const { tokens } = work.document;
  const word = tokens[before]?.form.fold ?? '';
  if (quoted) return !WORKS.has(word) && !WORKS.has(word.slice(1));
  if (tokens[before]?.sentence !== tokens[index]?.sentence) return false;
  if (FIGHTERS.has(word)) return true;
  const other = work.at[before];
  return (
    tokens[index]?.form.fold.startsWith('و') === true &&
    other?.entity?.subtype === 'armed-group' &&
    other.last === before + 1
  );
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
