import { isComma } from '../../language/arabic/punctuation.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { COMMON_WORDS, wordSet } from '../../language/arabic/words.js';
import { type FoundName, isOrdinary, nameAt } from './names.js';
import { addPerson } from './persons.js';
import type { Title } from './titles.js';
import type { Item, Work } from './work.js';

/** Words that a title does not reach over. */
const STOPS = wordSet(
  'إن أن قال التي الذي حيث بعد خلال إلى على عن مع كان كانت قد لم لن لا ما من هو هي ثم كما بل أو إذ إذا بأن وأن وإن وأنه وأنها وإنه وإنها بأنه بأنها لأنه لأنها ومعه ومعها ومعهما ومعهم تعيين بتعيين إقالة بإقالة إعفاء ترشيح تكليف بتكليف عزل استدعاء قائلا إنه أنه خلفا بدلا',
);

const PLACES = wordSet('في مدينة ولاية مقاطعة محافظة إقليم منطقة');

/** A name behind more of the title: "نائب رئيس لجنة الأمن في البرلمان فلان". */
export function holderBehindPhrase(work: Work, office: Item, title: Title): Item | undefined {
  if (office.kind !== 'office') return undefined;
  const id = office.office?.id ?? '';
  const weak = WEAK_OFFICES.has(id);
  if (weak && !FAR_OFFICES.has(id)) return undefined;
  const { tokens } = work.document;
  const sentence = tokens[office.first]?.sentence;
  let mark = false;
  let plain = false;
  let placed = false;
  let said = false;
  for (let index = title.end; index < title.end + 9; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return undefined;
    const { form } = token;
    if (form.kind === 'punctuation') {
      if (mark || !isComma(form.text) || index === title.end) return undefined;
      mark = true;
      continue;
    }
    if (form.kind !== 'word') return undefined;
    const item = work.at[index];
    if (item) {
      if (item.first !== index) continue;
      // "قائد اللواء الثالث": a brigade.
      if (index === office.last && ORDINAL.test(tokens[item.last]?.form.fold ?? '')) continue;
      if (item.kind === 'office' || item.kind === 'title') {
        if (mark || !item.holder || item.counterpart || (plain && (item.of ?? item.ofItem))) return undefined;
        if (weak && (!placed || said) && !(id === 'commander' && isRankBehind(work, office, item)))
          return undefined;
        return item.conjunction ? undefined : item.holder;
      }
      if (item.kind === 'leader' && weak && (!placed || said)) return undefined;
      if (item.kind === 'leader')
        return item.conjunction || item.proclitic || item.last - item.first < 2 ? undefined : item;
      if (mark) return undefined;
      if (item.conjunction && item.kind !== 'demonym') return undefined;
      placed ||= item.kind === 'demonym' || item.kind === 'organization';
      continue;
    }
    // "النائب عن المدينة فلان"
    if (form.fold === 'عن' && id === 'mp' && index === title.end) continue;
    if (STOPS.has(form.fold) || startsAnother(work, form)) return undefined;
    // "المدعي العام في مانهاتن فلان": the place first.
    if (PLACES.has(tokens[index - 1]?.form.fold ?? '') && !work.classes(form).name) {
      plain = true;
      continue;
    }
    const name = nameAt(work, index);
    if (weak && !(name && isSure(work, office, title, name))) {
      if (mark) return undefined;
    } else if (name && name.last - name.first >= 2) {
      const first = work.classes(form).name || form.fold === 'عبد';
      const closed = /^[،,)]$/.test(tokens[name.last]?.form.text ?? '');
      if (
        (first && (name.known >= 2 || index > title.end)) ||
        (isForeign(work, name) && !mark) ||
        (mark && closed && name.last - name.first <= 4)
      )
        return addPerson(work, name);
    }
    if (mark) return undefined;
    plain = true;
    // "المستشار السعودي وصف فلانا"
    said ||= placed && !work.classes(form).definite && form.fold !== 'في';
  }
  return undefined;
}

/** "قائد القوات الخاصة الجديد اللواء فلان": a rank behind nothing but definite words goes on with who commands. */
function isRankBehind(work: Work, office: Item, rank: Item): boolean {
  if (rank.office && rank.office.id !== 'rebel-general') return false;
  const { tokens } = work.document;
  if (!tokens[rank.first]?.form.fold.startsWith('ال')) return false;
  for (let index = office.last; index < rank.first; index++) {
    const form = tokens[index]?.form;
    if (form?.kind !== 'word' || !/^(بال|ال)/.test(form.fold)) return false;
  }
  return office.last < rank.first;
}

/** "قائد الكتيبة السادسة بالوادي مازن حسين أحمد، أن": names only, up to where a clause begins. */
function isSure(work: Work, office: Item, title: Title, { first, last, known }: FoundName): boolean {
  const { tokens } = work.document;
  const words = last - first;
  const [before, opening, final, closing] = [first - 1, first, last - 1, last].map(at => tokens[at]?.form);
  if (first === title.end || words < 2 || !before || !opening || !final) return false;
  if (known < words - 1 || (known < 2 && isOrdinary(final))) return false;
  if (opening.fold !== 'عبد' && (!work.classes(opening).name || work.classes(opening).tail)) return false;
  // "القائد الشهير فلان" commands nothing.
  const between = tokens.slice(title.end, first);
  if (
    office.office?.id === 'commander' &&
    office.definite &&
    !between.some(({ form }) => form.fold.startsWith('لل'))
  )
    return false;
  if (before.kind === 'word' && !endsPhrase(work, first - 1)) return false;
  return !closing || closing.kind === 'punctuation' || SAID.has(closing.fold);
}

/** Whether a word in front of a name is no part of it. */
function endsPhrase(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  if (!form || PLACES.has(work.document.tokens[index - 1]?.form.fold ?? '')) return form !== undefined;
  if (work.classes(form).definite || isOrdinary(form)) return true;
  return work.lexicon.starts(form).some(({ node }) => node.values.some(({ kind }) => kind === 'capital'));
}

const SAID = wordSet('إن أن لـ ل إنه أنه بأن');

/** "وابنه فلان", "ولصاحب السمو فلان": from here on it is about somebody else. */
function startsAnother(work: Work, form: WordForm): boolean {
  if (TO_HIM.test(form.fold) || (OWN.test(form.text) && OTHERS.test(form.fold))) return true;
  if (!form.fold.startsWith('و')) return false;
  return /^ول/.test(form.fold) && work.classes(form).honorific;
}

/** "شكره لمعالي الدكتور فلان" */
const TO_HIM = /^ل(معالي|سمو|صاحب|سعاده|فخامه|جلاله|سماحه|لدكتور|لسيد)$/;
/** With a pronoun, which folding makes an ending: "زوجة الرئيس" is no "زوجه". */
const OWN = /(ه|ها)$/;
const OTHERS =
  /^[ولب]?(ابن|نجل|زوج|زوجت|شقيق|شقيقت|والد|والدت|ابنت|عايلت|عقيلت|وفد|صهر|حفيد|حليف|حليفت|خصم|خصمت|منافس|منافست|غريم|سلف|خلف|صديق|صديقت|رفيق|محامي)(ه|ها)$/;

/** Two or three words that no list has, in front of what ends a name: "ممثلة الأمم المتحدة في لبنان بيرنيل كارديل". */
function isForeign(work: Work, name: FoundName): boolean {
  const { tokens } = work.document;
  if (name.last - name.first > 3) return false;
  for (let index = name.first; index < name.last; index++) {
    const form = tokens[index]?.form;
    if (form?.kind !== 'word' || form.fold.length < 4 || work.at[index]) return false;
    const { fold: word } = form;
    if (work.classes(form).definite || isOrdinary(form) || /^(ا[نس]ت|ي|ت.{3}$)|(ات|ين|ون|ه)$/.test(word))
      return false;
    if (/^[سولبفك]/.test(word) && COMMON_WORDS.has(word.slice(1))) return false;
  }
  const after = tokens[name.last];
  return !after || after.form.kind === 'punctuation' || work.classes(after.form).common;
}

/** Offices whose words are ordinary nouns too often to reach far. */
const WEAK_OFFICES = new Set([
  'senior-figure',
  'adviser',
  'candidate',
  'mp',
  'commander',
  'rebel-general',
  'prince',
  'sheikh',
]);

/** Those of them that reach a name in front of which their phrase clearly ends. */
const FAR_OFFICES = new Set(['commander', 'mp', 'senior-figure']);
const ORDINAL = /^(ال(اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)|\d+)$/;
