import type { WordForm } from '../../language/arabic/tokens.js';
import { COMMON_WORDS, wordSet } from '../../language/arabic/words.js';
import type { Document } from '../document.js';
import type { Entry, Start } from './lexicon.js';
import { isModel } from './makers.js';
import { isNamedAfter } from './named-after.js';
import { isOrdinary } from './names.js';
import { isOtherSense } from './senses.js';
import type { Work } from './work.js';

/** Nouns that make the capital or country after them a place or a part of another name. */
const PLACE_NOUNS = wordSet(
  'مدينة مطار شارع طريق غرفة ضاحية ميناء جامعة محافظة ولاية منطقة نهر بحر خليج جبل قرية بلدة حي جسر ساحة ملعب مضيق بحيرة جزيرة إقليم مقاطعة سفارة',
);

/** Relative adjectives that are ordinary words too: "financial", "course", "sons". */
const RISKY_DEMONYMS = wordSet(
  'مالي مالية ماليا مجريا مجري مجرية مجاري مجريات مجريان ماليان ماليين ماليات ماليون بنيني هنود رومي روماني جورجي عماني',
);
const NEVER_DEMONYMS = wordSet(
  'عاجي عاجية انجليزي انجليزية إنجليزي إنجليزية انكليزي انكليزية قمري قمرية روماني رومانية ساموي لوسي لوسية لوسيا لاوي لاوية سليماني سليمانية سليمانيون سليمانيين',
);
const NEEDS_ARTICLE = wordSet('ترك روس هنود صرب مغول طاجك أزبك أمريكان غجر');

/** Names of people and bodies that are ordinary words too: they need a cue. */
const RISKY_ALIASES = wordSet(
  `سريع بار بير علام خطاب البنا البناء الملا والي مالي التركي قاسم كروز الراعي فيما أفاد آفاد ساما الكاف بادي هوك الحوثي القضاة ليس
  باراك محلب الفضلي بدوي فانا فأنا بين المنفى رأي رأى راي عرب العرب البيت إلبيت أداء وأداء وادا الدولة بلد العلم النور`,
);
/** As they are written: hamzas that folding passes over make other words of them. */
const RISKY_TEXTS = new Set([
  'وفاء',
  'فيفاء',
  'بناء',
  'وأم',
  'إبل',
  'أبيك',
  'البائس',
  'الفاو',
  'أسماء',
  'واللا',
  'إيتاء',
  'ايتاء',
  'وإس',
  'وأس',
  'وإم',
  'سانًا',
  'أنساً',
]);
const RISKY_CITIES = wordSet('كيف مالية العيون عيون لعيون سوفا ماليه موروني');

export const FREQUENT_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(0, 800));
const FUNCTION_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(0, 250));

/** Whether a name of the gazetteer stands for something else here. */
export function isAmbiguous(work: Work, entry: Entry, start: Start, index: number, last: number): boolean {
  const { tokens } = work.document;
  const form = tokens[index]?.form;
  if (!form) return true;
  const before = tokens[index - 1]?.form;
  if ('entity' in entry && isOtherSense(work, start, index, last, entry.entity.id)) return true;
  switch (entry.kind) {
    case 'country': {
      if (last - index > 1) return entry.entity.iso === 'EH' && form.fold.endsWith('صحرا');
      // "cutt.us": the state is written in capitals.
      if (form.kind === 'latin' && form.text.length < 4 && form.text !== form.text.toUpperCase()) return true;
      if (start.prefixLength === 0 && followsGivenName(work, index)) return true;
      const bare = form.fold.slice(start.prefixLength);
      if (bare === 'مالي') return !isMali(work, start, index);
      if (bare === 'عمان' && entry.entity.iso === 'OM' && isAmman(work, start, index)) return true;
      if (before && entry.entity.iso !== 'MX' && isRiver(before.fold)) return true;
      return false;
    }
    case 'demonym': {
      const bare = form.fold.slice(start.prefixLength);
      if (entry.entity.iso === 'EH' && !speaksOf(work.document, 'صحراوي')) return true;
      if (entry.entity.iso === 'AL' && entry.form === 'p' && !speaksOf(work.document, 'ألبان')) return true;
      if (NEVER_DEMONYMS.has(bare) || NEVER_DEMONYMS.has(bare.replace(/^ال/, ''))) return true;
      if (entry.form === 'm' && last - index === 1 && isPartOfName(work, start, index)) return true;
      if (entry.form === 'p' && !start.definite && NEEDS_ARTICLE.has(bare)) return true;
      // "للمالية" is the treasury too.
      const noun = bareOf(form.fold, start).replace(/^ال/, '');
      if (RISKY_DEMONYMS.has(bare) || RISKY_DEMONYMS.has(noun)) {
        if (/مالي|مجر/.test(bare)) return true;
      }
      return false;
    }
    case 'capital':
      if (before?.fold === 'بتوقيت') return true;
      if (entry.entity.iso === 'JO' && last - index === 1 && !isAmman(work, start, index)) return true;
      if (last - index === 1 && RISKY_CITIES.has(form.fold.slice(start.prefixLength))) return true;
      return before !== undefined && PLACE_NOUNS.has(before.fold);
    case 'leader':
    case 'organization':
      if (PLATFORMS.has(entry.entity.id) && !acts(before?.fold)) return true;
      if (isModel(work, entry.entity.id, index, last)) return true;
      // "The Monk Who": acronyms are written in capitals.
      if (form.kind === 'latin' && form.text.length < 4 && form.text !== form.text.toUpperCase()) return true;
      if (entry.kind === 'organization' && last - index === 1 && isGivenName(work, start, index)) return true;
      if (last - index === 1 && SUBJECTS.has(form.fold)) {
        if (!speaksOf(work.document, form.fold)) return true;
        // "لولا الخلاف", "لولا أن": but for.
        const titled = work.at[index - 1] !== undefined || /رئيس$/.test(before?.fold ?? '');
        if (form.fold === 'لولا' && !titled && /^(ال|أن$)/.test(tokens[last]?.form.text ?? '')) return true;
      }
      if (/يوم$/.test(form.fold) && DAY_GOES_ON.has(tokens[last]?.form.fold ?? '')) return true;
      if (
        last - index === 1 &&
        (RISKY_TEXTS.has(form.text.slice(start.prefixLength)) ||
          (entry.kind === 'organization' && isPlaceOf(work, index)) ||
          RISKY_ALIASES.has(bareOf(form.fold, start)) ||
          RISKY_ALIASES.has(form.fold) ||
          (entry.kind === 'leader' && FUNCTION_WORDS.has(form.fold)))
      )
        return true;
      // A single word with a preposition stuck to it is too little for a rare name.
      return (
        last - index === 1 &&
        start.prefixLength > 0 &&
        form.fold.length - start.prefixLength < 4 &&
        !(entry.kind === 'leader' && isBriefSecond(form, start))
      );
    default:
      return false;
  }
}

/** "وكيم", "ومون": a family name of three letters with a conjunction, which nothing but the full name before explains. */
export function isBriefSecond(form: WordForm, { conjunction, prefixLength }: Start): boolean {
  return conjunction === 'و' && prefixLength === 1 && form.fold.length === 4 && !COMMON_WORDS.has(form.fold);
}

/**
 * Family names and given names from nations: "حسن التركماني", "تركي الحمد", "فهد بن تركي". They are no mention of
 * a country.
 */
function isPartOfName(work: Work, start: Start, index: number): boolean {
  const { tokens } = work.document;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (start.proclitic) return false;
  if (start.conjunction) return !start.definite && after?.form.fold === 'بن';
  const { sentence } = tokens[index] ?? {};
  if (before?.sentence === sentence && before?.form.kind === 'word' && !work.at[index - 1]) {
    const { fold, text } = before.form;
    if (fold === 'بن' || fold === 'ابو') return true;
    const isPreposition = text.endsWith('ى');
    const name = fold.startsWith('و') && fold.length > 4 ? fold.slice(1) : fold;
    if (work.lexicon.givenNames.has(name) && !isPreposition) return true;
  }
  if (start.definite || after?.sentence !== sentence || after?.form.kind !== 'word') return false;
  if (after.form.fold === 'بن' || after.form.text === 'آل') return true;
  const cls = work.classes(after.form);
  return cls.definite && cls.prefixLength === 0 && !isOrdinary(after.form);
}

/** Given names that are no other word: "سلطان عمان" and "ملكة جمال فنزويلا" name the country. */
const SONS = wordSet('محمد أحمد خالد فهد سعود بندر فيصل سمير إبراهيم يوسف حسين ماجد طارق هاني');

/** "عبدالله السويد": families that are called like a country. */
function followsGivenName(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const before = tokens[index - 1];
  if (before?.form.kind !== 'word' || before.sentence !== tokens[index]?.sentence) return false;
  const { fold } = before.form;
  return fold.startsWith('عبدال') || SONS.has(fold);
}

const signs = new WeakMap<Document, { readonly jordan: number; readonly oman: number }>();

/** "عمان" is the capital of Jordan or the sultanate: by its shadda, else by which of the two the article speaks of. */
function isAmman(work: Work, start: Start, index: number): boolean {
  const { document } = work;
  const { tokens } = document;
  const text = tokens[index]?.form.text ?? '';
  if (text.includes('\u0651')) return true;
  if (text.includes('\u064f')) return false;
  let counts = signs.get(document);
  if (!counts) {
    let jordan = 0;
    let oman = 0;
    for (const { form } of tokens) {
      if (form.kind !== 'word') continue;
      if (form.fold.includes('اردن') || (form.fold.endsWith('عمان') && form.text.includes('\u0651')))
        jordan++;
      else if (/عماني|سلطن|مسقط/.test(form.fold)) oman++;
    }
    counts = { jordan, oman };
    signs.set(document, counts);
  }
  if (counts.jordan === 0) return false;
  const before = tokens[index - 1]?.form.fold ?? '';
  if (before === 'العاصمه') return true;
  // Among states it is one: "قطر والكويت وعمان".
  const listed = start.conjunction === 'و' && work.at[index - 1]?.kind === 'country';
  if (listed) return false;
  return counts.oman === 0 || (counts.jordan > counts.oman && (before === 'في' || before === 'الي'));
}

/** "جامعة الأزهر", but not "مركز أرامكو": a body may bear another's name and be that one. */
function isPlaceOf(work: Work, index: number): boolean {
  const before = work.document.tokens[index - 1]?.form;
  return before !== undefined && work.classes(before).head === undefined && isNamedAfter(work, index);
}

/** Without what stands before the article: "للدولة" is الدولة. */
function bareOf(folded: string, { prefixLength, definite }: Start): string {
  const rest = folded.slice(prefixLength);
  return definite && !rest.startsWith('ال') ? `ال${rest.replace(/^ل/, '')}` : rest;
}

const BEFORE_MALI = wordSet(
  'في شمال شمالي جنوب جنوبي شرق شرقي غرب غربي وسط إلى الى من دولة جمهورية حكومة جيش رئيس رئيسي بين مع ضد تجاه عن على جارتها جارته داخل لصالح مغادرة دخول حدود',
);

/** "مالي" is "financial" too: the country stands behind a preposition or a direction, or among other countries. */
function isMali(work: Work, start: Start, index: number): boolean {
  const { tokens } = work.document;
  const before = tokens[index - 1];
  if (start.prefixLength === 0 && BEFORE_MALI.has(before?.form.fold ?? '')) return true;
  // "مالي: مقتل جنود" at the head of a title.
  if (before?.sentence !== tokens[index]?.sentence && tokens[index + 1]?.form.kind === 'punctuation')
    return true;
  const other = work.at[index - 1] ?? (before?.form.kind === 'punctuation' ? work.at[index - 2] : undefined);
  if (
    other?.entity?.iso &&
    other.kind !== 'demonym' &&
    (start.conjunction === 'و' || other !== work.at[index - 1])
  )
    return true;
  // "مالي والنيجر وبوركينا فاسو"
  const after = tokens[index + 1];
  return (
    after !== undefined &&
    start.proclitic === '' &&
    work.lexicon
      .starts(after.form)
      .some(
        ({ conjunction, node }) => conjunction === 'و' && node.values.some(({ kind }) => kind === 'country'),
      )
  );
}

/** Names of girls that bodies bear too. */
const GIRLS = wordSet('تسنيم أمل هلا رؤيا نهضة ثورة حياة شروق');

/** "تسنيم الهاشل" is a person, تسنيم an agency. */
function isGivenName(work: Work, start: Start, index: number): boolean {
  const { tokens } = work.document;
  const [own, after] = [tokens[index], tokens[index + 1]];
  if (start.prefixLength > 0 || own?.form.kind !== 'word' || after?.form.kind !== 'word') return false;
  if (after.sentence !== own.sentence || !GIRLS.has(own.form.fold)) return false;
  return /^ال.{3}/.test(after.form.fold) && work.lexicon.starts(after.form).length === 0;
}

/** "لليوم السابع على التوالي" is a day and no newspaper. */
const DAY_GOES_ON = wordSet('على من لل والأخير والثامن بعد قبل');

/** Names that are ordinary words are names where the article speaks of their country. */
const SUBJECTS: ReadonlyMap<string, RegExp> = new Map([
  ['صحراوي', /بوليساريو|الصحراء الغربية|الصحراء المغربية|مينورسو/],
  ['ألبان', /ألباني|البانيا|كوسوفو|تيرانا|مقدوني|صرب/],
  ['لولا', /برازيل/],
  ['تسلا', /سيار|ماسك|شركة/],
  ['ايتا', /الباسك|سباني/],
  ['سونا', /سودان|خرطوم/],
  ['فيفا', /كرة|القدم|منتخب|بلاتر|إنفانتينو|مونديال|الاتحاد الدولي/],
  ['عكاظ', /^(?![\s\S]*سوق عكاظ)/],
  ['eta', /إيتا|الباسك/],
  ['يلين', /الاحتياطي|الفيدرالي|الخزانة|جانيت/],
  ['دودون', /مولدوف|مولداف/],
]);
const spoken = new WeakMap<Document, Map<string, boolean>>();

function speaksOf(document: Document, word: string): boolean {
  const known = spoken.get(document) ?? new Map<string, boolean>();
  spoken.set(document, known);
  let speaks = known.get(word);
  if (speaks === undefined) {
    speaks = SUBJECTS.get(word)?.test(document.text) ?? true;
    known.set(word, speaks);
  }
  return speaks;
}

/** Websites on which people speak: bodies only where they act. */
const PLATFORMS = new Set([
  'org:twitter',
  'org:facebook',
  'org:youtube',
  'org:instagram',
  'org:whatsapp',
  'org:telegram',
  'org:x',
  'org:tiktok',
  'org:snapchat',
  'org:linkedin',
]);
const ACTING = wordSet(
  'شركة لشركة وشركة قالت أعلنت وأعلنت وقالت أكدت حذفت أغلقت ضد إدارة وأضافت أضافت علقت حظرت رفضت',
);
const acts = (before: string | undefined) => before === undefined || ACTING.has(before);

const isRiver = (noun: string) => /^[وفبلك]{0,2}(?:نهر|شارع|جامعه|حي|طريق|ميدان)$/.test(noun);
