import { fold } from '../../language/arabic/normalize.js';
import { CLOSING_QUOTES, OPENING_QUOTES } from '../../language/arabic/punctuation.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import { makeEntity } from './entity.js';
import { isOrdinary } from './names.js';
import { Item, type Work, wrapItem } from './work.js';

const LONGEST = 6;

/** Nouns that open the name of a body, and the kind of body. */
const HEADS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['حزب تيار ائتلاف تحالف كتلة تجمع', 'party'],
      ['جبهة', 'movement'],
      ['جمعية رابطة هيئة مجلس لجنة معهد منتدى مؤسسة مركز اتحاد نقابة مرصد', 'body'],
    ] as const
  ).flatMap(([words, subtype]) => words.split(' ').map(word => [fold(word), subtype] as const)),
);

/** What makes a phrase in quotation marks somebody's words for a thing, not its name. */
const NO_NAMES = wordSet(
  `الواحد الواحدة الحاكم الحاكمة الإرهابي الإرهابية الأول الأولى الثاني الثانية الثالث الثالثة الجديد الجديدة الشيطاني الشيطانية
  القيادة التدريب الاحتجاز الثقل الحرب الشر الاقتراع المفاوضات الأسعار السيارات الأسماء التحقيق المحلفين العقوبات المطالب الرئيس
  العدوان الإرهاب الكبير الكبيرة القديم القديمة الانتظار السوداء`,
);

/** Whether a word may be the noun of such a name. */
export function opensQuotedBody({ fold: word }: WordForm): boolean {
  return HEADS.has(word.startsWith('ال') ? word.slice(2) : word);
}

/** Bodies whose whole name, the noun included, stands in quotation marks: «تحالف الشعب», "الجمعية الإسلامية". */
export function findQuotedBodies(work: Work): void {
  const { tokens } = work.document;
  for (const first of work.marked) {
    if (!OPENING_QUOTES.has(tokens[first - 1]?.form.text ?? '') || work.at[first]) continue;
    const { fold: word } = tokens[first]?.form ?? { fold: '' };
    const definite = word.startsWith('ال');
    const subtype = HEADS.get(definite ? word.slice(2) : word);
    if (!subtype) continue;
    const last = nameEnd(work, first, definite);
    if (last !== undefined) add(work, first, last, subtype);
  }
}

/** Index of the closing mark, if what stands before it reads like a name. */
function nameEnd(work: Work, first: number, definite: boolean): number | undefined {
  const { tokens } = work.document;
  const sentence = tokens[first]?.sentence;
  let last = first + 1;
  for (; last <= first + LONGEST; last++) {
    const token = tokens[last];
    if (!token || token.sentence !== sentence) return undefined;
    if (CLOSING_QUOTES.has(token.form.text)) break;
    if (token.form.kind !== 'word' || NO_NAMES.has(token.form.fold)) return undefined;
    const item = work.at[last];
    const nation = item?.kind === 'demonym' || item?.kind === 'country';
    if (item && !nation) return undefined;
    // Of "الجبهة" all is definite; behind "جبهة" a noun may stand before the definite one.
    const annexed = !definite && last === first + 1 && isOrdinary(token.form) && !/^لل/.test(token.form.fold);
    const noun = last === first + 1 ? /^ال.{2}/ : /^(و?ال|و?لل).{2}/;
    if (!nation && !annexed && !noun.test(token.form.fold)) return undefined;
  }
  if (last > first + LONGEST || last === first + 1) return undefined;
  return last === first + 2 && !/^ال/.test(tokens[first + 1]?.form.fold ?? '') ? undefined : last;
}

function add(work: Work, first: number, last: number, subtype: string): void {
  const { tokens, text } = work.document;
  const start = tokens[first]?.start ?? 0;
  const name = text.slice(start, tokens[last - 1]?.end ?? start).replace(/[_\s]+/g, ' ');
  const country = work.at[last - 1]?.entity?.iso;
  const entity = makeEntity({
    id: `org:${slug(transliterate(fold(name)))}`,
    type: 'organization',
    subtype,
    label: { ar: name, en: transliterate(name) },
    country,
    known: false,
  });
  wrapItem(work, new Item({ kind: 'organization', first, last, start, mention: 'name', entity }));
}
