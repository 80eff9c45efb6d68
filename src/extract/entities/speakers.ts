import { OTHER_VERBS, SAYING_VERBS } from '../../language/arabic/common-verbs.js';
import { conjugate } from '../../language/arabic/verbs.js';
import { COMMON_WORDS, NAME_WORDS, wordSet } from '../../language/arabic/words.js';
import { GIVEN_WORDS } from './given-words.js';
import { type FoundName, isOrdinary, isWordy } from './names.js';
import type { Work } from './work.js';

/** Verbs whose subject stands right behind them, and words that name a source. */
const VERBS: ReadonlySet<string> = new Set(
  [...SAYING_VERBS, ...OTHER_VERBS].flatMap(verb =>
    conjugate(verb)
      .filter(({ person, number, tense }) => person === 3 && number === 'singular' && tense !== 'jussive')
      .map(({ form }) => form),
  ),
);
const SPEECH = wordSet(
  `أن إن بأن وأن لكن ذكره قاله أكده أعلنه أوضحه صرح
  قال قالت يقول تقول أكد أكدت يؤكد تؤكد أضاف أضافت يضيف تضيف أعلن أعلنت يعلن تعلن صرح صرحت أوضح أوضحت يوضح اعتبر اعتبرت يعتبر
  ذكر ذكرت أشار أشارت يشير دعا دعت يدعو رأى رأت يرى ترى كتب كتبت يكتب التقى التقت أفاد أفادت لفت لفتت شدد شددت حذر حذرت
  كشف كشفت نفى نفت وصف وصفت طالب طالبت انتقد انتقدت اتهم اتهمت علق علقت رحب رحبت تابع تابعت أعرب أعربت عبر عبرت بحسب عن مع`,
);

const RARE_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(10000));
const LONGEST = 4;

/** Whether a verb stands before a token whose subject is what follows. */
export function isSpeech(work: Work, index: number): boolean {
  const { fold } = work.document.tokens[index]?.form ?? {};
  return fold !== undefined && (opens(fold) || (/^[وف]/.test(fold) && opens(fold.slice(1))));
}

const opens = (word: string) => SPEECH.has(word) || VERBS.has(word);

/**
 * "قال سامر بلعيد الأمين العام للحزب", "يقول يورغن هارت المتحدث باسم": between a verb and a title words that no
 * list of names has are one, if none of them is common.
 */
export function nameBehindVerb(work: Work, end: number, marked: boolean): FoundName | undefined {
  const { tokens } = work.document;
  let first = end;
  let known = 0;
  let sure = 0;
  let longest = LONGEST;
  while (end - first <= longest && !isSpeech(work, first - 1)) {
    // "ليندا هارت-موس"
    if (first < end && isTightHyphen(work, first - 1)) {
      first--;
      longest++;
      continue;
    }
    const token = tokens[first - 1];
    if (token?.form.kind !== 'word' || token.sentence !== tokens[end]?.sentence) return undefined;
    if (work.at[first - 1]) return undefined;
    const { fold } = token.form;
    const cls = work.classes(token.form);
    const strange = !isOrdinary(token.form);
    if (cls.head || cls.baseHead || cls.privateTitle || cls.honorific || cls.rank || fold === 'راس')
      return undefined;
    // "ومروان سالم أمين عام الحزب", "لعاموس يدلن رئيس الاستخبارات": a name behind a conjunction or a preposition.
    if (sure > 0 && !cls.name && /^[ولب]/.test(fold) && NAME_WORDS.has(fold.slice(1)))
      return { first: first - 1, last: end, known: known + 1, prefix: 1 };
    if (cls.name) known++;
    if (cls.name || strange || GIVEN_WORDS.has(fold) || token.form.text === 'علي') sure++;
    else if (!cls.particle && !(RARE_WORDS.has(fold) && (marked || !isWordy(fold)))) return undefined;
    first--;
  }
  if (end - first < 2 || end - first > longest || sure === 0) return undefined;
  const opening = tokens[first]?.form;
  const closing = tokens[end - 1]?.form;
  if (!opening || work.classes(opening).definite || (closing && work.classes(closing).titleAdjective))
    return undefined;
  // "أضاف بن سلمان": the name by which everybody knows him.
  if (opening.fold === 'بن' && NAME_WORDS.has(tokens[first + 1]?.form.fold ?? '')) return undefined;
  // "التقى فلانا وجار الله": with a conjunction another clause begins.
  if (/^و.{3}/.test(opening.fold) && !work.classes(opening).name) return undefined;
  return { first, last: end, known };
}

/** A hyphen with nothing around it, between two words of a name. */
function isTightHyphen(work: Work, index: number): boolean {
  const [before, own, after] = [index - 1, index, index + 1].map(at => work.document.tokens[at]);
  if (!before || !own || !after || !/^[-–]$/.test(own.form.text)) return false;
  return before.form.kind === 'word' && own.start === before.end && after.start === own.end;
}
