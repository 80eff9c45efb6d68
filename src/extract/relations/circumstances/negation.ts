import { ALLEGATION_MARKS, NEGATING_NOUNS, NEGATIONS } from '../../../language/arabic/function-words.js';
import { wordSet } from '../../../language/arabic/words.js';
import type { Predicate } from '../syntax.js';
import { type Above, CONDITIONS, SETTLED } from './governors.js';

/** Words between a negation and its verb: "لم تعد تدعم". */
const VERB_REACH = 3;

/** Negate only the word right after them: "عدم تقديم أسلحة", but not "عدم إهمال سلوك روسيا". */
const ABSENCE = wordSet('عدم بعدم دون بدون غير بغير انعدام');
/** Say nothing themselves, so that what negates them negates the deed: "عدم تقديم أسلحة". */
const LIGHT = wordSet(
  'تقديم توجيه وجود إجراء إرسال شن فرض عقد توقيع إبرام أي تنفيذ إقامة منح نشر إعطاء اتخاذ القيام قيامها قيامه قيام الأخيرة الأخير بلاده بلادها',
);
const RESPONSIBILITY = wordSet('مسؤولية مسؤوليتها مسؤوليته ضلوع ضلوعها ضلوعه مسؤوليتهم');
/** Where the negated verb only speaks of the deed, the deed is not negated: "لم تعلق على القصف". */
const ABOUT = wordSet('على عن حول بشأن من حيال');
/** Accusations denied are no less made, and "لن نسمح بوجود إيران" does not say that it is not there. */
const UNTOUCHED = new Set(['criticizes', 'threatens']);
const PERMIT = wordSet('نسمح تسمح يسمح سمح سمحت للسماح تقبل نقبل يقبل');

/** Whether what stands before a predicate in its clause negates it, as far as grammar tells. */
export function isNegated(above: readonly Above[], predicate: Predicate, relation: string): boolean {
  const { kind, event } = predicate.lexeme;
  return kind === 'verb' ? verbIsNegated(above) : nounIsNegated(above, event && !UNTOUCHED.has(relation));
}

/** "لم يزر", "لم تعد تدعم", "رفض أن يلتقي", "نفت تركيا أن تكون قد قصفت". */
function verbIsNegated(above: readonly Above[]): boolean {
  for (const word of above) {
    if (word.reports) return false;
    if (word.distance < VERB_REACH && word.is(NEGATIONS)) return true;
    if (word.isVerb || word.is(NEGATING_NOUNS)) return word.is(NEGATING_NOUNS);
  }
  return false;
}

/** @param byVerb whether what negates the verb of the clause negates the noun: "لم تقدم أسلحة", "نفت قصف سوريا" */
function nounIsNegated(above: readonly Above[], byVerb: boolean): boolean {
  let isLight = true;
  let names = 0;
  let isAbout = false;
  for (const word of above) {
    if (word.reports || word.is(SETTLED) || word.is(CONDITIONS)) return false;
    if (word.is(ABSENCE)) return isLight;
    // "ليست ألمانيا حليفة": only the subject may stand between.
    if (word.is(NEGATIONS)) return word.distance === names;
    if (word.isName) names++;
    if (word.isVerb) {
      if (!byVerb || word.is(PERMIT)) return false;
      return word.is(NEGATING_NOUNS) || (NEGATIONS.has(word.before) && !isAbout);
    }
    if (word.is(NEGATING_NOUNS)) return isLight && byVerb;
    if (word.is(ALLEGATION_MARKS)) return false;
    if (word.is(RESPONSIBILITY)) isAbout = false;
    else if (word.is(ABOUT)) isAbout = true;
    else if (!word.isName && !word.isPreposition && !word.is(LIGHT)) isLight = false;
  }
  return false;
}
