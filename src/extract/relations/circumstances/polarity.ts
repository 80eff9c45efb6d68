import { ALLEGATION_MARKS, NEGATING_NOUNS, NEGATIONS } from '../../../language/arabic/function-words.js';
import { fold } from '../../../language/arabic/normalize.js';
import type { Polarity } from '../../../model.js';
import type { Predicate, Sentence } from '../syntax.js';
import { type Above, CONDITIONS, SETTLED, wordsAbove } from './governors.js';

const words = (list: string) => new Set(list.split(/\s+/).map(fold));

/** Words between a negation and its verb: "لم تعد تدعم". */
const VERB_REACH = 3;

/** Negate only the word right after them: "عدم تقديم أسلحة", but not "عدم إهمال سلوك روسيا". */
const ABSENCE = words('عدم بعدم دون بدون غير بغير انعدام');
/** Say nothing themselves, so that what negates them negates the deed: "عدم تقديم أسلحة". */
const LIGHT = words(
  'تقديم توجيه وجود إجراء إرسال شن فرض عقد توقيع إبرام أي تنفيذ إقامة منح نشر إعطاء اتخاذ القيام قيامها قيامه قيام الأخيرة الأخير بلاده بلادها',
);
const RESPONSIBILITY = words('مسؤولية مسؤوليتها مسؤوليته ضلوع ضلوعها ضلوعه مسؤوليتهم');
/** Where the negated verb only speaks of the deed, the deed is not negated: "لم تعلق على القصف". */
const ABOUT = words('على عن حول بشأن من حيال');
/** Accusations denied are no less made, and "لن نسمح بوجود إيران" does not say that it is not there. */
const UNTOUCHED = new Set(['criticizes', 'threatens']);
const PERMIT = words('نسمح تسمح يسمح سمح سمحت للسماح تقبل نقبل يقبل');

/** Whether a predicate is affirmed or negated, by what stands before it in its clause. */
export function polarityOf(sentence: Sentence, predicate: Predicate, relation: string): Polarity {
  const { kind, event } = predicate.lexeme;
  const above = wordsAbove(sentence, predicate.index - sentence.first);
  if (kind === 'verb') return verbIsNegated(above) ? 'negated' : 'affirmed';
  return nounIsNegated(above, event && !UNTOUCHED.has(relation)) ? 'negated' : 'affirmed';
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
  let isAbout = false;
  for (const word of above) {
    if (word.reports || word.is(SETTLED) || word.is(CONDITIONS)) return false;
    if (word.is(ABSENCE)) return isLight;
    if (word.is(NEGATIONS)) return word.distance === 0;
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
