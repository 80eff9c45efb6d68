import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { AMBIGUOUS_NAMES, COMMON_WORDS, NAME_WORDS, wordSet } from '../../language/arabic/words.js';
import { shareHolder } from './joint-titles.js';
import { type FoundName, isOrdinary, isWordy, nameAt } from './names.js';
import { addPerson } from './persons.js';
import type { Title } from './titles.js';
import type { Item, Work } from './work.js';

/** Marks that may stand between a title and its holder. */
export const BREAKS = new Set([',', '،', '-', '–', '"', '«', '(', '“']);

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
      if (mark || !/^[،,]$/.test(form.text) || index === title.end) return undefined;
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
        if (weak && (!placed || said)) return undefined;
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

/** "قائد الفرقة الرابعة بالمنطقة عثمان سيد أحمد، أن": names only, up to where a clause begins. */
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

export function holderAfter(work: Work, office: Item, title: Title): Item | undefined {
  const { tokens } = work.document;
  let index = title.end;
  let mark = false;
  const sentence = tokens[office.first]?.sentence;
  const specific =
    (office.kind === 'office' || office.counterpart) &&
    (office.definite ||
      title.ofs.length > 0 ||
      title.noun !== undefined ||
      title.principal !== undefined ||
      isAnnexed(work, office));
  if (BREAKS.has(tokens[index]?.form.text ?? '') && specific) {
    index++;
    mark = true;
  }
  // Ranks and words of respect in between.
  for (let step = 0; step < 4; step++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return undefined;
    const item = work.at[index];
    if (item?.kind === 'leader' && item.first === index) break;
    if (item && (item.kind === 'title' || (item.kind === 'office' && item.first === index))) {
      if (item.counterpart) return undefined;
      if (item.proclitic && item.kind === 'office') return undefined;
      // "الرئيس الفرنسي والرئيس اليمني فلان" are two.
      if (item.conjunction && item.kind === 'office') {
        if (!shareHolder(work, office, item)) return undefined;
        if (!(office.of ?? office.ofItem) && item.of?.iso) office.of = item.of;
      }
      // "مساعد وزير الدفاع، والفريق فلان": he is another.
      if (mark && item.conjunction && item.kind === 'title') return undefined;
      if (item.holder) return item.holder;
      if (mark && item.kind === 'office') return undefined;
      index = item.last;
      continue;
    }
    const cls = work.classes(token.form);
    if (cls.honorific && (!cls.name || token.form.fold.length === 1)) {
      // "وزير الخارجية، والسيدة فلانة": she is another.
      if (/^و/.test(token.form.fold)) return undefined;
      index++;
      if (tokens[index]?.form.text === '.') index++;
      continue;
    }
    break;
  }
  const item = work.at[index];
  if (item?.kind === 'leader' && item.first === index) {
    if (item.conjunction || item.proclitic) return undefined;
    // "المتحدث باسم محمود عباس (أبو مازن)": another name of the one whom he serves.
    if (title.principal && title.principal.leader.entity === item.entity) return undefined;
    return growLeader(work, item);
  }
  const name = nameAt(work, index);
  if (!name || joinsAnother(work, index)) return undefined;
  const words = name.last - name.first;
  const closed = /^[،,).]$/.test(tokens[name.last]?.form.text ?? '');
  if (mark && (words < 2 || (name.known === 0 && !closed))) return undefined;
  if (
    words === 1 &&
    closed &&
    PLACED_OFFICES.has(office.office?.id ?? '') &&
    !work.classes(tokens[index]?.form as WordForm).name
  )
    return undefined;
  if (
    words >= 2 &&
    !mark &&
    PLACED_OFFICES.has(office.office?.id ?? '') &&
    title.ofs.length === 0 &&
    name.known > 0 &&
    !isKnownName(work, index) &&
    isKnownName(work, index + 1) &&
    !work.classes(tokens[index + 1]?.form as WordForm).particle
  )
    return addPerson(work, { ...name, first: index + 1 });
  const token = tokens[index];
  if (!token) return undefined;
  const cls = work.classes(token.form);
  if (words === 1) {
    if (!office.definite && title.ofs.length === 0 && !cls.name) return undefined;
    if (office.kind === 'office' && !office.definite && title.ofs.length === 0) return undefined;
  }
  if (!acceptable(work, office, name)) return undefined;
  return addPerson(work, name);
}

/** "نائب رئيس الشركة، ومازن مرتضى": the name is behind a conjunction. */
function joinsAnother(work: Work, index: number): boolean {
  const { fold: own = '' } = work.document.tokens[index]?.form ?? {};
  return own.startsWith('و') && !NAME_WORDS.has(own) && NAME_WORDS.has(own.slice(1));
}

/** "وزير الخارجية": definite by the noun behind it. */
export function isAnnexed(work: Work, office: Item): boolean {
  if (office.kind !== 'office' || office.last - office.first < 2) return false;
  const form = work.document.tokens[office.last - 1]?.form;
  return form !== undefined && work.classes(form).definite;
}

/** Offices of a town or a province, whose name stands before the holder's. */
export const PLACED_OFFICES = new Set(['mayor', 'governor', 'ruler', 'regional-president']);

function isKnownName(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form !== undefined && work.classes(form).name;
}

/** An article in front of an unknown single word is more often an adjective than a name. */
function acceptable(work: Work, office: Item, name: FoundName): boolean {
  const form = work.document.tokens[name.first]?.form;
  if (!form) return false;
  // "القيادي الحوثي": of the group.
  if (name.last - name.first === 1 && form.fold === 'الحوثي') return false;
  if (name.known > 0) return true;
  const cls = work.classes(form);
  if (cls.definite && !cls.name) return false;
  if (name.last - name.first === 1)
    return office.definite === true && form.fold.length >= 4 && !isPredicate(work, office, form.fold);
  return true;
}

/** "الرئيس الفرنسي سيسافر", "الرئيس السوداني أوفد": a verb, where the ruler of the day has another name. */
function isPredicate(work: Work, { office, of }: Item, word: string): boolean {
  if (/^[سل][يتن].{2}/.test(word) && COMMON_WORDS.has(word.slice(1))) return true;
  const { date } = work.document.article;
  const ruler = office && of && date ? work.lexicon.holderAt(office.id, of.id, date) : undefined;
  if (!ruler) return false;
  const names = [ruler.label.ar, ...(ruler.aliases ?? [])].flatMap(name => fold(name).split(/[\s-]+/));
  return !names.some(name => name.slice(0, 3) === word.slice(0, 3));
}

/** A single known name with more of the name around it: "بوتين" in a longer name is another person. */
function growLeader(work: Work, item: Item): Item {
  if (item.last - item.first > 1) return item;
  const name = nameAt(work, item.first);
  if (!name || name.last === item.last) return item;
  const { tokens } = work.document;
  const [own, next] = [tokens[item.first]?.form, tokens[item.last]?.form];
  if (!own || next?.kind !== 'word' || work.at[item.last]) return item;
  // "رئيس الوزراء بول تيبا" is no other statesman called بول.
  const given =
    (AMBIGUOUS_NAMES.has(own.fold) || isGiven(work, own, next)) &&
    !item.entity?.label.ar.split(' ').slice(1).map(fold).includes(next.fold);
  const surname = work.classes(next).name || (next.fold.length > 3 && !isWordy(next.fold));
  const whole = !work.classes(next).particle && !isOrdinary(next);
  return given && surname && whole ? addPerson(work, name) : item;
}

/** "شريف يفتالي": a given name of others in front of a word that no list has. */
function isGiven(work: Work, own: WordForm, next: WordForm): boolean {
  return work.lexicon.givenNames.has(own.fold) && !isOrdinary(next) && !/^[ولبف]/.test(next.fold);
}
