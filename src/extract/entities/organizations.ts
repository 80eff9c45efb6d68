import { fold } from '../../language/arabic/normalize.js';
import { CLOSING_MARKS, OPENING_MARKS } from '../../language/arabic/punctuation.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { makeEntity } from './entity.js';
import type { OrganizationHead } from './heads.js';
import { isOrdinary } from './names.js';
import { isNameInQuotes } from './quoted-names.js';
import { Item, type Work, wrapItem } from './work.js';

// The curly ones stand either way round.
const OPEN = new Set([...OPENING_MARKS, '”']);
const CLOSE = new Set([...CLOSING_MARKS, '“']);
const LONGEST_QUOTE = 6;
const LONGEST_PHRASE = 6;

/** Definite words behind a party's or group's name that do not belong to it. */
const NOT_IN_NAME = wordSet(
  `المعارض المعارضة الحاكم الحاكمة الرئيسي الرئيسية السابق السابقة الموالي الموالية المؤيد المؤيدة المنافس الإرهابي الإرهابية المتطرف
  المتطرفة المتشدد المتشددة المحظور المحظورة المسلح المسلحة الانقلابية الانفصالي الانفصالية التابع التابعة الذي التي الذين اليوم أمس
  المتمردة المتمرد المصنف المصنفة المدعوم المدعومة الشهيرة الشهير المحلية المحلي الرسمية الرسمي الإخبارية الإخباري الفضائية الفضائي اليومية
  الأسبوعية الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية المقبل المقبلة
  البالغ البالغة الجميع الأستاذ الدكتور المهندس الشيخ العرض الأخرى الآخر الحالي الحالية الذراع
  والذي والتي المؤلف المؤلفة المتفرع المتفرعة الممثل الممثلة المنبثق المنبثقة المنتمي المنتمية المكون المكونة المقرب المقربة العديد إلى
  المستقلة الناطقة الحكومية الحكومي الخاصة المتخصصة الإلكترونية الإلكتروني العالمية العبرية الآن`,
);
const PLATFORMS = wordSet('تويتر تيوتر فيس فيسبوك يوتيوب انستغرام إنستغرام واتساب تلغرام تليغرام غوغل سناب');
const NOT_MEDIA = wordSet(
  'السويس سويس السيول الصفراء الواقع الوساطة بنما المياه الري الاتصال التواصل الملاحة الدفع الأمل الحوار رسمية تلفزيونية فضائية',
);
const NOT_GROUP = wordSet(
  'مالي مالية جديد جديدة إسلامي إسلامية مبايع مبايعة الغرض الخير الجسم الانقلاب الأرجل المرور الملاحة السير النقل الطيران التجارة النظام الاحتجاج النزوح القتال الاقتصاد السفر الدولة الحرب المسلحين الأمة الشعب التدريس بريد بريدي بريدية اليسار اليمين',
);

/** Finds organizations by the noun their names begin with: صحيفة «…», حزب العدالة والتنمية, شركة لوكهيد مارتن. */
export function findOrganizations(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word') continue;
    const covering = work.at[index];
    if (covering && !(covering.kind === 'body' && !covering.entity && covering.last - covering.first === 1))
      continue;
    const cls = work.classes(token.form);
    if (!cls.head || cls.headDefinite) continue;
    if (QUOTED_ONLY.has(cls.head.word) && !OPEN.has(tokens[index + 1]?.form.text ?? '')) continue;
    organizationAt(work, index, cls.head, cls.headPrefix ?? 0);
  }
}

/** Nouns of so many things that only a name in quotation marks behind them makes a body of them. */
const QUOTED_ONLY = wordSet('موقع محطة تحالف تجمع');

function organizationAt(work: Work, index: number, head: OrganizationHead, prefix: number): Item | undefined {
  const { tokens } = work.document;
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!token || !next || next.sentence !== token.sentence) return undefined;
  const start = token.start + prefix;
  if (next.form.kind === 'punctuation' && OPEN.has(next.form.text)) return quoted(work, index, head, start);
  const opening = descriptionEnd(work, index + 1, head);
  if (opening !== undefined) return quoted(work, index, head, start, opening);
  const known = work.at[index + 1];
  if (
    known?.kind === 'organization' &&
    known.first === index + 1 &&
    !known.conjunction &&
    !known.proclitic &&
    known.entity &&
    !OF_ANOTHER.has(head.word)
  ) {
    const outer = new Item({
      kind: 'organization',
      first: index,
      last: known.last,
      start,
      mention: 'name',
      entity: known.entity,
    });
    work.items.splice(work.items.indexOf(known), 1);
    return wrapItem(work, withNationality(work, outer));
  }
  const last =
    head.extent === 'phrase'
      ? phraseEnd(work, index + 1, head.word === 'تنظيم')
      : (properEnd(work, index + 1, head) ?? (THINK.has(head.word) ? bodyEnd(work, index + 1) : undefined));
  if (last === undefined) return undefined;
  return found(work, index, last, head, start, index + 1, last);
}

/** Troops named after a body are others than it: "سرايا المقاومة الشعبية". */
const OF_ANOTHER = wordSet('سرايا كتائب لواء فيلق كتيبة ألوية');

/** Nouns without the article that say what kind of agency or centre it is: وكالة أنباء «تي تي». */
const KINDS = wordSet('أنباء أبحاث دراسات أخبار بحوث');
/** Heads whose names may follow a description. */
const DESCRIBED = wordSet('شركة مجموعة مؤسسة منظمة مركز معهد وكالة جمعية صندوق');

/** The quotation mark behind what describes a body: شركة الطيران «آسمان», مركز الدراسات "كلينغندايل". */
function descriptionEnd(work: Work, first: number, head: OrganizationHead): number | undefined {
  if (!DESCRIBED.has(head.word)) return undefined;
  const { tokens } = work.document;
  for (let last = first; last < first + 4; last++) {
    const token = tokens[last];
    if (!token || token.sentence !== tokens[first]?.sentence) return undefined;
    const { form } = token;
    if (last > first && /^["«“]$/.test(form.text)) return isForeign(work, last) ? last : undefined;
    const item = work.at[last];
    if (form.kind !== 'word' || (item && item.kind !== 'demonym')) return undefined;
    if (!KINDS.has(form.fold) && !/^ال.{3}/.test(form.fold)) return undefined;
  }
  return undefined;
}

/** Latin letters or words that no list knows, up to the closing mark. */
function isForeign(work: Work, open: number): boolean {
  const { tokens } = work.document;
  for (let index = open + 1; index <= open + 4; index++) {
    const form = tokens[index]?.form;
    if (!form) return false;
    if (CLOSE.has(form.text)) return index > open + 1;
    const item = work.at[index];
    if (item && item.kind !== 'organization') return false;
    if (form.kind !== 'latin' && (form.kind !== 'word' || isOrdinary(form) || /^ال/.test(form.fold)))
      return false;
  }
  return false;
}

function quoted(
  work: Work,
  index: number,
  head: OrganizationHead,
  start: number,
  open = index + 1,
): Item | undefined {
  const { tokens } = work.document;
  let close = open + 1;
  while (
    close < tokens.length &&
    close - open <= LONGEST_QUOTE + 1 &&
    !CLOSE.has(tokens[close]?.form.text ?? '')
  )
    close++;
  if (!CLOSE.has(tokens[close]?.form.text ?? '') || close === open + 1) return undefined;
  if (tokens[close]?.sentence !== tokens[index]?.sentence) return undefined;
  const inner = work.at[open + 1];
  if (inner?.entity && inner.kind === 'organization') {
    const outer = new Item({
      kind: 'organization',
      first: index,
      last: close + 1,
      start,
      mention: 'name',
      entity: inner.entity,
    });
    return wrapItem(work, withNationality(work, outer));
  }
  const content = tokens[open + 1]?.form;
  if (!content || content.kind === 'number' || PLATFORMS.has(content.fold)) return undefined;
  if (
    content.kind === 'word' &&
    !work.classes(content).definite &&
    !isPaper(head) &&
    !isNameInQuotes(work, head, open + 1, close)
  )
    return undefined;
  return found(work, index, close + 1, head, start, open + 1, close);
}

/** Words that no list knows, and names: صحيفة وول ستريت جورنال. */
function properEnd(work: Work, first: number, head: OrganizationHead): number | undefined {
  const { tokens } = work.document;
  let last = first;
  const sentence = tokens[first]?.sentence;
  while (last < tokens.length && last - first < LONGEST_PHRASE) {
    const token = tokens[last];
    if (!token || token.sentence !== sentence) break;
    const { form } = token;
    if (form.kind === 'latin') {
      last++;
      continue;
    }
    if (form.kind !== 'word') break;
    const item = work.at[last];
    if (item) break;
    const cls = work.classes(form);
    if (last === first && isPaper(head) && isForeignTitle(work, first)) {
      last += 2;
      continue;
    }
    if (last > first && CLAUSES.has(form.fold)) break;
    if (last === first) {
      if (NOT_GROUP.has(form.fold) && !isPaper(head)) break;
      if (isOrdinary(form) && !isTitleOfPaper(head, form, cls.definite)) break;
      // "لجنة أشرف عليها", "محكمة الغلق", "شبكة جهوية": a verb or an adjective that the lists do not know.
      if (head.subtype === 'body' && (cls.name || (cls.definite && !isLonger(work, last)))) return undefined;
      if (!cls.definite && form.fold.length > 4 && form.fold.endsWith('يه') && !isLonger(work, last))
        return undefined;
      if (isThing(head, form.fold, cls.definite)) return undefined;
      // "مجلس قروي", "معهد ديني", "تنظيم هرمي": adjectives behind nouns that are hardly ever named by a lone word.
      if (ADJECTIVAL.has(head.word) && /.{3}يا?$/.test(form.fold) && !cls.name) return undefined;
    } else if (cls.particle && tokens[last + 1]?.form.kind === 'word') {
      // "مؤسسة سالم بن محفوظ"
      last += 2;
      continue;
    } else if (isOrdinary(form)) break;
    if (last > first && /^[و]/.test(form.fold) && form.fold.length > 4) break;
    last++;
  }
  return last > first ? last : undefined;
}

const ADJECTIVAL = wordSet('تنظيم مجلس معهد مركز هيئة لجنة منظمة محكمة');

/** Articles of other languages, as titles of papers begin: "صحيفة ذي ستاندرد", "مجلة لو بوان". */
const ARTICLES = wordSet('ذي ذا ذه لو لا إل لوس دي');

function isForeignTitle(work: Work, first: number): boolean {
  const { tokens } = work.document;
  const next = tokens[first + 1];
  return (
    ARTICLES.has(tokens[first]?.form.fold ?? '') &&
    next?.form.kind === 'word' &&
    next.sentence === tokens[first]?.sentence &&
    next.form.fold.length > 3 &&
    !/^(ال|ي|ت)/.test(next.form.fold) &&
    !work.at[first + 1]
  );
}

/** Words that begin a clause behind a name: "وبحسب صحيفة اكسبريسن فان الفتاة". */
const CLAUSES = wordSet('فإن فإنه فإنها إن أن بأن فقد قد');

/** "شركة كيماويات", "تنظيم محاضرتين" (to hold two), "حركة وتشنجات": plurals, duals and a second noun are no names. */
function isThing(head: OrganizationHead, folded: string, definite: boolean): boolean {
  if (definite || isPaper(head)) return false;
  if (head.word === 'تنظيم' && /(?:ين|ان|هن|هم|ها|ي)$/.test(folded)) return true;
  return folded.length > 5 && (folded.endsWith('ات') || folded.startsWith('وال'));
}

/** "صحيفة الوطن": papers and channels have ordinary names. */
function isTitleOfPaper(head: OrganizationHead, form: WordForm, definite: boolean): boolean {
  return definite && isPaper(head) && !NOT_MEDIA.has(form.fold) && !NOT_IN_NAME.has(form.fold);
}

/** Another word of a name follows. */
function isLonger(work: Work, index: number): boolean {
  const next = work.document.tokens[index + 1]?.form;
  return (
    next !== undefined &&
    (next.kind === 'latin' || (next.kind === 'word' && !isOrdinary(next) && !work.at[index + 1]))
  );
}

const PAPERS = wordSet('صحيفة جريدة مجلة قناة إذاعة');
const isPaper = (head: OrganizationHead) => PAPERS.has(head.word);

const THINK = wordSet('منظمة مركز معهد جمعية رابطة مؤسسة مجلس هيئة نقابة اتحاد');
const GENERIC = wordSet(
  'الوزراء الإدارة الإعلام الأعمال الشركات العمل الطاقة الاقتصاد السوق الأسواق الصناعة الدولة الشعب الأمن',
);
const NOT_BODY = wordSet(
  'المحلفين الظهير الجناح الوصافة المنخفض المحافظة الانتخاب المدينة التسوق القيادة الأبحاث البحوث التجارة العمليات الصدارة الثقل الشرطة الاقتراع التصويت الإيواء الاحتجاز المجتمع العالم الدولة الرئيس',
);

/** Two or more definite words: مركز المصلحة الوطنية. */
function bodyEnd(work: Work, first: number): number | undefined {
  const { tokens } = work.document;
  const form = tokens[first]?.form;
  if (!form || NOT_BODY.has(form.fold) || !work.classes(form).definite || work.classes(form).prefixLength > 0)
    return undefined;
  const end = phraseEnd(work, first, false);
  if (end === undefined) return undefined;
  // "هيئة المهندسين السعوديين", "اتحاد الكتاب العراقيين": people of one trade and one country.
  const people = work.at[first + 1];
  if (
    people?.kind === 'demonym' &&
    people.first === first + 1 &&
    people.form === 'p' &&
    people.definite &&
    !people.conjunction &&
    !people.proclitic &&
    tokens[people.first]?.sentence === tokens[first]?.sentence &&
    /^ال.{3,}$/.test(form.fold)
  )
    return people.last;
  // "مجلس اللاجئين النرويجي"
  const nation = work.at[first + 1];
  if (
    end === first + 1 &&
    nation?.kind === 'demonym' &&
    nation.first === end &&
    nation.definite &&
    nation.form !== 'p' &&
    !nation.conjunction
  )
    return isOrdinary(form) && GENERIC.has(form.fold) ? undefined : end;
  let last = first;
  for (; last < end; last++) {
    const { form: word } = tokens[last] ?? {};
    if (!word || (!work.classes(word).definite && !/^و?لل/.test(word.fold)) || work.classes(word).name) break;
  }
  // "مجلس الإدارة الجديد" is any club's.
  if (GENERIC.has(form.fold) && IN_OFFICE.has(tokens[first + 1]?.form.fold ?? '')) return undefined;
  return last - first >= 2 ? last : undefined;
}

const IN_OFFICE = wordSet('الجديد الجديدة الحالي الحالية السابق السابقة المقبل المؤقت المكلف');

/** A definite noun phrase or unknown words: حزب العدالة والتنمية, حركة النجباء. */
function phraseEnd(work: Work, first: number, isDeed: boolean): number | undefined {
  const { tokens } = work.document;
  let last = first;
  const sentence = tokens[first]?.sentence;
  while (last < tokens.length && last - first < LONGEST_PHRASE) {
    const token = tokens[last];
    if (!token || token.sentence !== sentence || token.form.kind !== 'word') break;
    const { form } = token;
    const item = work.at[last];
    if (item) {
      if (item.kind === 'demonym' && last > first && item.form !== 'p') break;
      break;
    }
    const cls = work.classes(form);
    const definite = cls.definite;
    if (NOT_IN_NAME.has(form.fold) || NOT_GROUP.has(form.fold)) break;
    if (last === first) {
      if (!definite && (isOrdinary(form) || form.fold.endsWith('يه'))) return undefined;
      if (!definite && isDeed && /.{3}ي$/.test(form.fold) && !cls.name) return undefined;
      // "تنظيم المسابقة" is to hold one.
      if (isDeed && (isOrdinary(form) || /(?:ين|ان|هن)$/.test(form.fold))) return undefined;
      if (definite && cls.prefixLength > 0) return undefined;
    } else if (!definite && isOrdinary(form)) break;
    else if (definite && form.fold.startsWith('ب')) break;
    // "حزب الأحرار والحزب الوطني" are two.
    else if (cls.headDefinite && form.fold.startsWith('و')) break;
    last++;
  }
  return last > first ? last : undefined;
}

/** Makes the entity of a name that no gazetteer knows. */
function found(
  work: Work,
  index: number,
  last: number,
  head: OrganizationHead,
  start: number,
  nameFirst: number,
  nameLast: number,
): Item | undefined {
  const { tokens, text } = work.document;
  const from = tokens[nameFirst]?.start ?? 0;
  const to = tokens[nameLast - 1]?.end ?? 0;
  const name = text.slice(from, to).replace(/[_\s]+/g, ' ');
  if (!/\p{L}{2}/u.test(name)) return undefined;
  const entity = organizationEntity(head, name);
  const item = new Item({ kind: 'organization', first: index, last, start, mention: 'name', entity });
  return wrapItem(work, withNationality(work, item));
}

const ENGLISH: Readonly<Record<string, string>> = {
  حزب: 'Party',
  حركة: 'Movement',
  شركة: 'Company',
  جبهة: 'Front',
  تنظيم: 'Organization',
  جماعة: 'Group',
  منظمة: 'Organization',
  مركز: 'Center',
};

export function organizationEntity(head: OrganizationHead, name: string): Entity {
  const latin = transliterate(name);
  const key = slug(transliterate(fold(name)));
  const keepsHead = head.subtype !== 'media' && head.subtype !== 'company';
  const english = Object.entries(ENGLISH).find(([word]) => fold(word) === head.word)?.[1];
  return makeEntity({
    id: `org:${key}`,
    type: 'organization',
    subtype: head.subtype,
    label: {
      ar: keepsHead ? `${head.surface} ${name}` : name,
      en: keepsHead && english ? `${latin} ${english}` : latin,
    },
    known: false,
  });
}

/** Takes the nationality behind a name into its mention: صحيفة هآرتس الإسرائيلية. */
function withNationality(work: Work, item: Item): Item {
  const next = work.at[item.last];
  if (
    next?.kind === 'demonym' &&
    next.first === item.last &&
    !next.conjunction &&
    !next.proclitic &&
    next.definite
  ) {
    const entity = item.entity;
    if (entity && !entity.known && next.entity?.iso && !entity.country)
      item.entity = { ...entity, country: next.entity.iso };
    item.last = next.last;
  }
  return item;
}
