import { ALLEGATION_MARKS, FUTURE_MARKS } from '../../../language/arabic/function-words.js';
import { wordSet } from '../../../language/arabic/words.js';
import type { Modality } from '../../../model.js';
import type { Predicate, Sentence } from '../syntax.js';
import { WordClass } from '../words.js';
import { type Above, CONDITIONS, SETTLED, withoutConjunction } from './governors.js';

const PLAN_REACH = 7;
const ADJECTIVE_REACH = 3;

/** Before an event that is still to come: "قبيل قمة", "خطر حرب", "رغبته في سحب القوات", "السماح بنشر قوات". */
const AHEAD = wordSet(
  'قبيل عشية رغبة رغبته رغبتها أمله أملها عرضه عرضها عرض السماح سماح يسمح تسمح تعهد تعهدت باحتمال لاحتمال بإمكانية إمكانية استعدادا تمهيدا تدرس يدرس بحث تهديد هدد هددت تلوح يلوح استعدادات الاستعدادات جاهزة جاهز وافق وافقت توافق الموافقة موافقة يحاول تحاول',
);
/** What is called for is not yet done: "طالبت أوكرانيا واشنطن بفرض عقوبات". */
const CALLS = wordSet(
  'طالب طالبت يطالب تطالب دعا دعت يدعو تدعو حث حثت يحث تحث ناشد ناشدت يناشد تناشد طلب طلبت يطلب تطلب أمر أمرت',
);
/** After the noun of an event: "قمة مرتقبة", "زيارة مقررة". */
const TO_COME = wordSet('مرتقبة المرتقبة مقررة المقررة متوقعة المتوقعة منتظرة المنتظرة مزمعة المزمعة محتملة');

/** Speech that is to come is made now: "سندمر" is a threat already. */
const SPOKEN = new Set(['threatens', 'criticizes']);
/** Lasting ties do not wait for what the clause announces: "سيلتقي نظيره في الدولة الحليفة". */
const LASTING = new Set(['borders', 'allied_with', 'located_in', 'member_of']);

/** What is done with these after ل is what something else is meant for: "قواعد مفتوحة لضرب التنظيم". */
const AIMED_AT = new Set(['attacks', 'aids', 'deploys_to', 'withdraws_from', 'operates', 'joins', 'visits']);

/**
 * Whether a predicate is stated as done, planned or alleged, by the words above it and right after it, as far as grammar
 * tells.
 */
export function moodOf(
  above: readonly Above[],
  sentence: Sentence,
  predicate: Predicate,
  relation: string,
): Modality {
  const at = predicate.index - sentence.first;
  const { kind } = predicate.lexeme;
  if (relation !== 'criticizes' && isAlleged(above)) return 'alleged';
  if (SPOKEN.has(relation) || kind === 'particle') return 'actual';
  if (predicate.reading.proclitic === 'س') return 'planned';
  if (kind !== 'verb' && LASTING.has(relation)) return 'actual';
  if (predicate.lexeme.event && predicate.reading.proclitic === 'ل' && AIMED_AT.has(relation))
    return 'planned';
  if (isPlanned(above, predicate) || (kind !== 'verb' && isToCome(sentence, at))) return 'planned';
  return 'actual';
}

function isAlleged(above: readonly Above[]): boolean {
  for (const word of above) {
    if (word.is(SETTLED)) return false;
    if (word.is(ALLEGATION_MARKS)) return true;
  }
  return false;
}

function isPlanned(above: readonly Above[], { verb, lexeme }: Predicate): boolean {
  for (const word of above) {
    const { text, before, distance, isVerb } = word;
    if (word.reports || (lexeme.kind !== 'verb' && word.is(SETTLED))) return false;
    // "قد نشرت" is done, "قد تنشر" may be.
    if (text === 'قد' && verb?.tense === 'past') continue;
    if (text === 'لن' || word.is(CONDITIONS)) return true;
    if (distance < PLAN_REACH && (word.is(FUTURE_MARKS) || word.is(AHEAD))) return true;
    if (isVerb && word.is(CALLS)) return true;
    if (isVerb) return isFuture(text) || before === 'لن' || before === 'سوف' || isMay(text, before);
  }
  return false;
}

/** "سيبحث": a verb with the mark of the future. */
function isFuture(verb: string): boolean {
  return /^س[يتنا]/.test(verb);
}

/** "قد تفرض". */
function isMay(verb: string, before: string): boolean {
  return withoutConjunction(before) === 'قد' && /^[يت]/.test(verb);
}

function isToCome({ first, tokens, words: all }: Sentence, at: number): boolean {
  for (let index = at + 1; index < all.length && index - at <= ADJECTIVE_REACH; index++) {
    const text = tokens[first + index]?.form.fold ?? '';
    if (FUTURE_MARKS.has(text) || TO_COME.has(text)) return true;
    if (all[index]?.class === WordClass.Verb) return false;
  }
  return false;
}
