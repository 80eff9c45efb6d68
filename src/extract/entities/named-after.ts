import { wordSet } from '../../language/arabic/words.js';
import type { Work } from './work.js';

/** Things that are named after people: "مستشفى الملك خالد". */
const NAMED = `مستشفى جامعة مطار ميناء شارع مدينة جسر سد قصر ملعب كأس جائزة مركز مؤسسة مسجد جامع مدرسة معهد كلية ميدان حي استاد ستاد
  طريق مجمع مكتبة قاعة بطولة دورة مخيم حديقة فورت برج محافظة سوق مهرجان نفق سفينة بارجة فرقاطة مدمرة حاملة غواصة منتزه متنزه أكاديمية
  مدارس صالة فندق متحف مسرح مخطط حقل وادي تل كرسي نهر مديرية قرية بلدة واحة بازار جادة معرض مستوصف مدرج كورنيش
  سنترال مطعم مصنع حصن قلعة`;
const ARTICLED = 'البارجة الفرقاطة المدمرة السفينة الغواصة الطائرات';

/** With what may stand before the noun: "بجامعة", "ولطريق". */
const PLACES: ReadonlySet<string> = new Set(
  [...wordSet(NAMED)]
    .flatMap(noun => ['', 'و', 'ب', 'ل', 'ك', 'وب', 'ول'].map(prefix => prefix + noun))
    .concat([...wordSet(ARTICLED)]),
);

/** Titles that belong to the name of what is named after their bearers. */
const HONOURED = wordSet(
  'الملك الملكة الأمير الأميرة الشيخ السلطان الإمام الشهيد القديس القديسة البابا سانت سان الدكتور الأستاذ سمو',
);

/** Whether the word at a place, or the one before the titles there, names a thing that bears the name behind it. */
export function isNamedAfter(work: Work, first: number): boolean {
  const { tokens } = work.document;
  const sentence = tokens[first]?.sentence;
  for (let index = first - 1; index >= first - 3; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return false;
    // "عن طريق فلان": by way of him.
    if (PLACES.has(token.form.fold))
      return token.form.fold !== 'طريق' || tokens[index - 1]?.form.fold !== 'عن';
    if (!HONOURED.has(token.form.fold)) return false;
  }
  return false;
}

/** Whether a title is part of what a thing is called: "حديقة الملك فهد", but not "شارع رئيس الوزراء". */
export function isTitleInName(work: Work, first: number): boolean {
  return HONOURED.has(work.document.tokens[first]?.form.fold ?? '') && isNamedAfter(work, first);
}
