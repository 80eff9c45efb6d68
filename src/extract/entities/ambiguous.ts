import { COMMON_WORDS, wordSet } from '../../language/arabic/words.js';
import type { Entry, Start } from './lexicon.js';
import type { Work } from './work.js';

/** Nouns that make the capital or country after them a place or a part of another name. */
const PLACE_NOUNS = wordSet(
  'مدينة مطار شارع ضاحية ميناء جامعة محافظة ولاية منطقة نهر بحر خليج جبل قرية بلدة حي جسر ساحة ملعب مضيق بحيرة جزيرة إقليم مقاطعة سفارة',
);

/** Relative adjectives that are ordinary words too: "financial", "course", "sons". */
const RISKY_DEMONYMS = wordSet('مالي مالية مجري مجرية مجاري بنيني هنود رومي روماني جورجي عماني');
const NEVER_DEMONYMS = wordSet(
  'عاجي عاجية انجليزي انجليزية إنجليزي إنجليزية انكليزي انكليزية قمري قمرية روماني رومانية ساموي',
);
const NEEDS_ARTICLE = wordSet('ترك روس هنود صرب مغول طاجك أزبك أمريكان غجر');

/** Names of people and bodies that are ordinary words too: they need a cue. */
const RISKY_ALIASES = wordSet(
  `سريع بار بير علام خطاب البنا البناء الملا والي مالي التركي قاسم كروز الراعي فيما أفاد آفاد ساما الكاف بادي هوك الحوثي القضاة ليس مون
  باراك محلب الفضلي بدوي فانا فأنا بين المنفى رأي رأى راي البيت إلبيت أداء وأداء وادا الدولة بلد العلم النور`,
);
const RISKY_CITIES = wordSet('كيف مالية العيون عيون لعيون سوفا ماليه موروني');

export const FREQUENT_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(0, 800));
const FUNCTION_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(0, 250));

/** Whether a name of the gazetteer stands for something else here. */
export function isAmbiguous(work: Work, entry: Entry, start: Start, index: number, last: number): boolean {
  const { tokens } = work.document;
  const form = tokens[index]?.form;
  if (!form) return true;
  const before = tokens[index - 1]?.form;
  switch (entry.kind) {
    case 'country': {
      if (last - index > 1) return entry.entity.iso === 'EH' && form.fold.endsWith('صحرا');
      const bare = form.fold.slice(start.prefixLength);
      if (bare === 'مالي') return start.prefixLength > 0 || before === undefined || before.fold !== 'في';
      if (before && PLACE_NOUNS.has(before.fold) && entry.entity.iso !== 'MX' && isRiver(before.fold))
        return true;
      return false;
    }
    case 'demonym': {
      const bare = form.fold.slice(start.prefixLength);
      if (NEVER_DEMONYMS.has(bare) || NEVER_DEMONYMS.has(bare.replace(/^ال/, ''))) return true;
      if (entry.form === 'p' && !start.definite && NEEDS_ARTICLE.has(bare)) return true;
      if (RISKY_DEMONYMS.has(bare) || RISKY_DEMONYMS.has(bare.replace(/^ال/, ''))) {
        if (/مالي|مجر/.test(bare)) return true;
      }
      return false;
    }
    case 'capital':
      if (before?.fold === 'بتوقيت') return true;
      if (last - index === 1 && RISKY_CITIES.has(form.fold.slice(start.prefixLength))) return true;
      return before !== undefined && PLACE_NOUNS.has(before.fold);
    case 'leader':
    case 'organization':
      if (PLATFORMS.has(entry.entity.id) && !acts(before?.fold)) return true;
      if (
        last - index === 1 &&
        (RISKY_ALIASES.has(form.fold.slice(start.prefixLength)) ||
          RISKY_ALIASES.has(form.fold) ||
          (entry.kind === 'leader' && FUNCTION_WORDS.has(form.fold)))
      )
        return true;
      // A single word with a preposition stuck to it is too little for a rare name.
      return last - index === 1 && start.prefixLength > 0 && form.fold.length - start.prefixLength < 4;
    default:
      return false;
  }
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

const isRiver = (noun: string) => noun === 'نهر' || noun === 'شارع' || noun === 'جامعه';
