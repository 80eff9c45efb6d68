import { FUTURE_MARKS, NEGATING_NOUNS, NEGATIONS } from '../../../../language/arabic/function-words.js';
import type { Vocabulary, WordForm } from '../../../../language/arabic/tokens.js';
import { wordSet } from '../../../../language/arabic/words.js';
import type { Document } from '../../../document.js';

/** Sentences that are looked back over for the gathering that a list belongs to. */
export const MEMORY = 4;

/** What many parties take part in: "مناورات", "قمة". */
export interface Gathering {
  readonly kind: 'exercise' | 'talks';
  /** Of the token that names it. */
  readonly index: number;
  readonly sentence: number;
}

/** The words of an article, with an empty one outside of a sentence, and what they say of gatherings. */
export interface Words {
  /** The folded word at an index, if it is in that sentence. */
  word(index: number, sentence: number): string;
  readonly gatherings: readonly Gathering[];
  /** The sentences that may tell who takes part in one. */
  readonly telling: ReadonlySet<number>;
  /** Whether the words from one index to another say that something did not or will not take place. */
  isCalledOff(first: number, last: number): boolean;
  /** Whether the words around a gathering and its parties say that it is to come. */
  isAhead(first: number, last: number): boolean;
  /** The same of words behind both: "المقررة في سبتمبر". */
  isToCome(first: number, last: number): boolean;
}

/** The forms of some nouns with the conjunctions, prepositions and the article before them. */
export function formsOf(nouns: string): ReadonlySet<string> {
  const before = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];
  const forms = [...wordSet(nouns)].flatMap(noun => [
    ...before.flatMap(prefix => [`${prefix}${noun}`, `${prefix}ال${noun}`]),
    ...['لل', 'ولل', 'فلل'].map(prefix => `${prefix}${noun}`),
  ]);
  return new Set(forms);
}

/** Exercises also of schools, clubs and firms: military where the words around say so. */
const TRAINING = formsOf('تدريب تدريبات تمرين تمارين تمرينات تدريبا تمرينا');
const MILITARY = formsOf(
  'عسكري عسكرية عسكريين بحري بحرية حربي حربية جوي جوية بري برية مشترك مشتركة مشتركا قتالي قتالية قوات قواتها جيش جيوش مناورة مناورات سلاح ذخيرة أركان جندي جنود مقاتلات مقاتلة مدرعات دبابات سفن فرقاطة مدمرة',
);
const TALKS = formsOf(
  'محادثات مفاوضات مباحثات قمة قمتين اجتماع اجتماعا اجتماعات اجتماعهم اجتماعاتهم اجتماعها محادثاتهم مباحثاتهم قمتهم مشاورات حوار حوارا لقاء لقاءات جلسة',
);
/** Verbs of talks: "اجتمع وزراء خارجية مصر والأردن والعراق". */
export const MEETS: ReadonlySet<string> = formsOf(
  'اجتمع اجتمعت اجتمعوا يجتمع تجتمع يجتمعون سيجتمع ستجتمع سيجتمعون التقوا يلتقون سيلتقون',
);
/** With a subject of several at the beginning of a sentence, else with an object. */
export const SEES: ReadonlySet<string> = wordSet('التقى التقت يلتقي تلتقي سيلتقي ستلتقي');
/** Who takes part: "تشارك فيها", "الدول المشاركة". */
export const TAKES_PART = formsOf(
  'شارك شاركت شاركوا يشارك تشارك يشاركون تشاركان سيشارك ستشارك سيشاركون اشترك اشتركت يشترك تشترك ستشترك سيشترك مشارك مشاركة مشاركين مشاركون',
);
type Role = Gathering['kind'] | 'meeting' | 'part';
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...[...TAKES_PART].map(form => [form, 'part'] as const),
  ...[...MEETS, ...SEES].map(form => [form, 'meeting'] as const),
  ...[...TALKS].map(form => [form, 'talks'] as const),
  ...[...TRAINING, ...formsOf('مناورة مناورات مناورتين')].map(form => [form, 'exercise'] as const),
]);
/** Where they stand a match is meant, or the training of a team. */
const SPORT = formsOf(
  'منتخب منتخبات منتخبنا مباراة مباريات لاعب لاعبين لاعبون مدرب نادي أندية دوري بطولة بطولات كأس مونديال فيفا ملعب كرة أولمبي أولمبية رياضة رياضي رياضية سباق',
);
/** "ميدان التدريب": a place, no gathering. */
const PLACE = formsOf('ميدان ميادين مركز مراكز معسكر معسكرات قاعة مقر غرفة حقل قاعدة مكان موقع طاولة برنامج');
const CALLED_OFF = wordSet(
  'ألغيت ملغاة إلغاء بإلغاء ألغت ألغى ملغية انسحاب انسحبت انسحب تنسحب ينسحب بانسحاب مقاطعة قاطعت قاطع تقاطع رفضت رفض ترفض غياب تغيب تغيبت غابت غاب باستثناء عدا استثناء استبعاد استبعدت علقت تعليق لاستبعاد بغياب دون بدون لوقف وقف بوقف تحاكي يحاكي ضد بدلا اعتذرت اعتذر محاكاة بشرط تتابع يتابع تراقب يراقب أجهضت إفشال',
);
/** Behind a gathering or its parties: "المقررة في سبتمبر". */
const TO_COME =
  /^(ال)?(مقرر|مقرره|مزمع|مزمعه|مرتقب|مرتقبه|منتظر|منتظره|متوقع|متوقعه|محتمل|محتمله|مقترح|مقترحه|مقبل|مقبله|قادم|قادمه)$/;
const FUTURE_VERB =
  /^[وف]?س[يتن](جر|عقد|شارك|شترك|ضم|جمع|بدا|قام|نطلق|ستمر|نظم|حضر|جتمع|لتق|ستضيف|كون|ناقش|بحث|ستانف|نفذ|قيم|تم|شهد|ستكمل|قود|تضمن|شمل|تخلل|زور|تراس|حتضن)/;
const PROPOSED = wordSet(
  'اقترح اقترحت مقترحا دعا دعت دعوة دعوته بدعوة يدعو تدعو لعقد بعقد لتنظيم لإجراء لاستضافة التحضيرات تحضيرات للتحضير التحضير الإعدادات تأجلت تأجيل أرجئت',
);
/** "قد" before a past verb says that it is done, and "إذا" that a thing depends on it. */
const DONE = wordSet('قد إذا لو');
/** "اتفقت على عقد" */
const HOLDING = wordSet('عقد إجراء تنظيم');

export function createWordsReader(vocabulary: Vocabulary): (document: Document) => Words {
  const roleOf = vocabulary.memo(({ fold }) => ROLES.get(fold) ?? null);
  return document => createWords(document, roleOf);
}

function createWords({ tokens, sentences }: Document, roleOf: (form: WordForm) => Role | null): Words {
  const isIn = (forms: ReadonlySet<string>, sentence: number) => {
    const { first = 0, last = 0 } = sentences[sentence] ?? {};
    for (let index = first; index < last; index++) if (forms.has(tokens[index]?.form.fold ?? '')) return true;
    return false;
  };
  const fold = (index: number) => tokens[index]?.form.fold ?? '';
  const some = (first: number, last: number, test: (word: string, index: number) => boolean) => {
    for (let index = first; index < last; index++) if (test(fold(index), index)) return true;
    return false;
  };

  const gatherings: Gathering[] = [];
  const telling = new Set<number>();
  tokens.forEach(({ form, sentence }, index) => {
    const kind = roleOf(form);
    if (!kind) return;
    const last = gatherings.at(-1)?.sentence;
    if (kind === 'meeting') telling.add(sentence);
    else if (kind === 'part') {
      if (last !== undefined && sentence - last <= MEMORY) telling.add(sentence);
    } else if (!PLACE.has(fold(index - 1)) && !isIn(SPORT, sentence)) {
      if (TRAINING.has(form.fold) && !isIn(MILITARY, sentence)) return;
      gatherings.push({ kind, index, sentence });
      telling.add(sentence);
    }
  });

  return {
    word: (index, sentence) => (tokens[index]?.sentence === sentence ? fold(index) : ''),
    gatherings,
    telling,
    isCalledOff: (first, last) =>
      some(first, last, word => {
        const bare = word.replace(/^[وف](?=...)/, '');
        return [word, bare].some(
          form => CALLED_OFF.has(form) || NEGATIONS.has(form) || NEGATING_NOUNS.has(form),
        );
      }),
    isAhead: (first, last) =>
      some(first, last, (word, index) => {
        const bare = word.replace(/^[وف](?=...)/, '');
        return (
          FUTURE_VERB.test(word) ||
          TO_COME.test(word) ||
          (HOLDING.has(word) && fold(index - 1) === 'علي') ||
          [word, bare].some(form => (FUTURE_MARKS.has(form) && !DONE.has(form)) || PROPOSED.has(form))
        );
      }),
    isToCome: (first, last) =>
      some(first, last, (word, index) => {
        // "حيث من المقرر أن" speaks of something else.
        const isOwn = TO_COME.test(word) && (fold(index - 1) !== 'من' || index <= first + 1);
        return FUTURE_VERB.test(word) || isOwn;
      }),
  };
}
