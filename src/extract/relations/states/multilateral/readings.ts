import { wordSet } from '../../../../language/arabic/words.js';
import type { Context, Meeting } from './context.js';
import { BREAK, HOLDS, HOLDS_IT, OBLIQUE, THAT } from './context.js';
import { formsOf, type Gathering, MEETS, SEES, TAKES_PART } from './gatherings.js';

/** One way in which the words around a list may say what its parties take part in. */
export type Reading = (context: Context) => Meeting | undefined;

const WITH = wordSet('بمشاركة ومشاركة مشاركة وبمشاركة');
const IN_PRESENCE = /^و?(بحضور|س?[يت]?حضره?ا?|حضرته?ا?)$/;
/** "القمة التي تضم", "اجتماع جمع". */
const COMPRISES = /^[وف]?س?(يضم|تضم|ضم|ضمت|جمع|جمعت|يجمع|تجمع|جامعا|ضاما)$/;
const GATHERS = /^[وف]?س?[يت]?جمعت?$/;
/** Bodies, whose members are none of those who meet: "اجتماع اللجنة التي تضم". */
const BODIES = formsOf('لجنة مجموعة منظمة رابطة كتلة هيئة حكومة اتحاد مجلس مبادرة خلية غرفة حلف');
const PARTICIPANT = /مشارك(ه|ين|ون)$/;
const IN_IT = wordSet('فيه فيها بها به');
const AGREES = /^[وف]?(اتفق|اتفقت|اتفقوا|قرر|قررت|قرروا|[يت]عتزم)$/;
const TO_TAKE_PART = wordSet('للمشاركة لتشارك ليشارك');
const ATTENDS = /^[وف]?(س?[يت]حضر|حضرت?|حضروا)$/;
/** Between a gathering and its parties they say that others are named there. */
const ABOUT = wordSet(
  'حول بشأن عن لبحث لمناقشة لتعزيز لحل لإنهاء لتسوية العلاقات علاقات الخلافات الخلاف خلافات الأزمة التعاون تعاون التنسيق الاتفاق اتفاق الحرب الحدود التوتر التوترات الصراع الوساطة للوساطة تبادل قبالة قرب أن إن مذكرة',
);
/** "20 دولة، بينها مصر" */
const AMONG = wordSet('منها بينها أبرزها بينهم منهم هي هم أهمها ضمنها مثل وهي وهم وأبرزها');
const STATES =
  /^[وفبلك]{0,2}(ال)?(دول|دوله|بلدا|بلد|بلدان|اطراف|جيوش|قوات|جهات|وفود|زعما|قاده|روسا|وزرا|مسوولون|مسوولين)$/;
const MANY = /^(ال)?(ثلاثي|رباعي|خماسي|سداسي|سباعي)(ه|ا)?$/;
const ADJECTIVE = /...(ي|يه|ه|يا|ين)$/;
/** Between a subject and its verb, or a verb and its object. */
const ADVERB = wordSet(
  '، , قد سوف إنها أنها إنهم أنهم اليوم أمس غدا أيضا جميعها الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
);
const DURING = wordSet('خلال أثناء ختام وخلال');

/** Tokens between a gathering and "بمشاركة". */
const NEAR = 25;
const FAR = 45;

const isAbout = (form: string) => ABOUT.has(form) || ABOUT.has(form.replace(/^[وفبل]{1,2}/, ''));
const isBreak = (form: string) => BREAK.has(form);
const isMany = (form: string) => MANY.test(form);

/** "مناورات روسية صينية إيرانية" */
const national: Reading = ({ list, before, meeting }) =>
  list.head === 'nationality' ? meeting(before(list.first, 3), list.first) : undefined;

/** "بمشاركة مصر والأردن والعراق", "بحضور وزراء خارجية مصر والأردن والعراق". */
const attended: Reading = ({ list, opener, form, some, before, within, hosted }) => {
  const isPresence = IN_PRESENCE.test(form);
  if (!WITH.has(form) && !isPresence) return undefined;
  const gathering = before(opener, FAR) ?? within(list.last, list.last + 12);
  if (!gathering || (gathering.kind === 'exercise' && isPresence)) return undefined;
  // News speaks of talks in passing: what is far from them has other participants.
  if (gathering.kind === 'talks' && opener - gathering.index > NEAR) return undefined;
  // "مفاوضات بين مصر والسودان بحضور": those who listen do not talk with each other.
  if (gathering.kind === 'talks' && some(gathering.index, opener, other => other === 'بين')) return undefined;
  return hosted(gathering, opener);
};

/** "القمة التي تضم مصر والأردن والعراق", "يضم الاجتماع وزراء خارجية مصر والأردن والعراق". */
const comprised: Reading = ({ list, opener, word, some, before, meeting }) => {
  const behind = before(opener + 1, 3);
  const lead = behind
    ? [behind.index - 1, behind.index - 2].find(index => COMPRISES.test(word(index)))
    : undefined;
  if (lead !== undefined) return meeting(behind, lead);
  let verb = opener;
  // "الذي يجمع في الدوحة، اليوم، وزراء خارجية"
  if (list.head === 'people') while (verb > opener - 8 && !COMPRISES.test(word(verb))) verb--;
  if (!COMPRISES.test(word(verb))) return undefined;
  if (verb < opener && word(verb + 1) !== 'في' && !ADVERB.has(word(verb + 1))) return undefined;
  const gathering = before(verb, 14);
  const isBody = (form: string) => BODIES.has(form);
  // "قمة مجموعة السبع التي جمعت فرنسا وألمانيا": its members.
  const namesMembers = !GATHERS.test(word(verb)) || list.head === 'none';
  if (!gathering || (namesMembers && some(gathering.index, verb, isBody))) return undefined;
  return meeting(gathering, verb, { mutual: true });
};

/** "تشارك فيها مصر والأردن", "الدول المشاركة هي", "تشارك مصر والأردن في المناورات". */
const participating: Reading = context => {
  const { list, opener, form, word, some, before, within, earlier, meeting, hosted } = context;
  const { first, last } = list;
  const isAmong = AMONG.has(form);
  if (isAmong && !some(opener - 6, opener, other => STATES.test(other))) return undefined;
  let verb = opener;
  const lowest = verb - 16;
  const isVerb = (index: number) =>
    (TAKES_PART.has(word(index)) && !/^و?ب/.test(word(index))) ||
    (isAmong && (WITH.has(word(index)) || ATTENDS.test(word(index))));
  while (verb > lowest && !isVerb(verb)) verb--;
  if (!isVerb(verb)) return undefined;

  const subject = context.listAt(verb + 1);
  if (subject && subject.last <= first && subject !== list) {
    // "شاركت مصر في المناورات إلى جانب الأردن والعراق"
    const isBeside = word(first) === 'الي' && word(first + 1) === 'جانب';
    return isBeside ? meeting(within(verb, first), verb, { others: subject.parties }) : undefined;
  }
  if (IN_IT.has(word(verb + 1)))
    return hosted(THAT.has(word(verb - 1)) ? before(verb, 20) : (before(verb, 40) ?? earlier()), verb);
  const inside = within(verb + 1, Math.min(first, verb + 7));
  if (inside) {
    const isDirect = word(verb + 1) === 'في' || word(verb + 1).startsWith('ب') || ATTENDS.test(word(verb));
    // "يشارك في التمرين، الذي يستمر أسبوعا، قوات من": what follows the clause is still the subject.
    const isSubject = isAmong || list.head !== 'none' || word(first) === 'كل';
    const isNear = opener === inside.index || ADJECTIVE.test(form) || !/^[ء-ي]{2,}$/.test(form);
    const isOwn = isSubject || (isNear && !some(inside.index + 1, first, isBreak));
    return isDirect && isOwn && !OBLIQUE.has(form) ? meeting(inside, verb) : undefined;
  }
  if (word(verb + 1) === 'في') return undefined;
  if (verb !== opener && !isAmong) return undefined;
  const gathering = takenPartIn(context, last);
  if (gathering) return meeting(gathering, verb);
  if (!PARTICIPANT.test(word(verb)) && !WITH.has(word(verb))) return undefined;
  return hosted(before(verb, 40) ?? earlier(), verb);
};

/** The gathering in "في هذه المناورات". */
function takenPartIn({ word, within }: Context, from: number) {
  for (let index = from; index < from + 4; index++) {
    if (word(index) === 'في') return within(index, index + 5);
    const own = within(index, index + 1);
    if (own && word(index).startsWith('ب')) return own;
  }
  return undefined;
}

/** "محادثات بين مصر والأردن والعراق" */
const between: Reading = ({ opener, form, word, some, before, listsBetween, meeting }) => {
  if (form !== 'بين' || word(opener - 1) === 'من') return undefined;
  const gathering = before(opener, 9);
  if (!gathering || some(gathering.index + 1, opener, isAbout)) return undefined;
  const named = listsBetween(gathering.index, opener);
  // "في خليج عمان": a place.
  const isPlace = (first: number) => [1, 2].some(back => word(first - back) === 'في');
  if (named.some(({ first, oblique }) => !oblique && !isPlace(first))) return undefined;
  return meeting(gathering, opener, { sided: gathering.kind === 'talks', mutual: true });
};

/** "أجرت مصر مناورات مع الأردن والعراق", "محادثات ثلاثية مع الأردن والعراق". */
const joined: Reading = ({ opener, form, some, before, hosted, hostsOf }) => {
  if (form !== 'مع') return undefined;
  const gathering = before(opener, 8);
  if (!gathering || (gathering.kind === 'talks' && !some(gathering.index, opener, isMany))) return undefined;
  return hostsOf(gathering).length > 0 ? hosted(gathering, opener) : undefined;
};

/** "المحادثات السداسية (الصين واليابان وروسيا)" */
const bracketed: Reading = ({ list, some, before, meeting }) => {
  const gathering = list.bracketed ? before(list.first - 1, 8) : undefined;
  return gathering && some(gathering.index, list.first, isMany)
    ? meeting(gathering, list.first - 1)
    : undefined;
};

/** "اجتماع وزراء خارجية مصر والأردن والعراق"; but "قمة دول بريكس (البرازيل وروسيا والهند)" names members. */
const genitive: Reading = ({ list, opener, form, word, some, before, meeting }) => {
  const { first, parties, head, oblique } = list;
  const gathering = before(opener + 1, 3);
  if (!gathering) return undefined;
  if (some(gathering.index + 1, first, other => !ADJECTIVE.test(other)) && !MANY.test(form)) return undefined;
  // "لقاء نظرائه", "اجتماع بوزراء": with another.
  const isWithAnother = oblique ? word(first).startsWith('ب') : /^ل?نظ(ي|را)/.test(word(first));
  if (isWithAnother) return undefined;
  const isTitled = oblique || ((parties[0]?.mention.first ?? first) > first && head !== 'none');
  const areStates = parties.every(({ mention }) => mention.entity.type === 'country');
  const isDirect = parties[0]?.mention.first === gathering.index + 1;
  const isBare = areStates && (isDirect || isMany(form) || isMany(word(first)));
  return isTitled || isBare ? meeting(gathering, gathering.index) : undefined;
};

/** "بدأت مصر والأردن والعراق مناورات", "مصر والأردن والعراق تجري مناورات", "المحادثات التي تجريها". */
const held: Reading = context => {
  const { list, opener, form, word, some, before, within } = context;
  const { first, last } = list;
  if (HOLDS_IT.test(form)) return opposed(context, before(opener, 5), opener, last);
  let verb = opener;
  if (!HOLDS.test(form) && !AGREES.test(form)) {
    if (OBLIQUE.has(form) || list.oblique) return undefined;
    verb = last;
    while (ADVERB.has(word(verb))) verb++;
    // "أرسلت مصر والأردن والعراق سفنا للمشاركة"
    if (TO_TAKE_PART.has(word(verb + 1))) verb++;
  }
  const isPart = TAKES_PART.has(word(verb));
  if (!isPart && !HOLDS.test(word(verb)) && !AGREES.test(word(verb))) return undefined;
  const from = Math.max(verb + 1, last);
  const gathering = isPart ? takenPartIn(context, from) : within(from, from + 9);
  if (!gathering || some(from, gathering.index, isAbout)) return undefined;
  return opposed(context, gathering, Math.min(verb, first), gathering.index + 1);
};

/** "اجتمع وزراء خارجية مصر والأردن والعراق" */
const met: Reading = context => {
  const { list, opener, form, word } = context;
  const isSeen = SEES.has(form) && word(opener - 1) === '' && list.head === 'people';
  const isVerbFirst = MEETS.has(form) || isSeen;
  if (!isVerbFirst && !(MEETS.has(word(list.last)) && !OBLIQUE.has(form))) return undefined;
  const index = isVerbFirst ? opener : list.last;
  const gathering = { kind: 'talks', index, sentence: list.sentence } as const;
  return opposed(context, gathering, Math.min(index, list.first), isVerbFirst ? list.last : list.last + 1);
};

/** With the other side, behind "مع": talks are held with it, three-way talks and exercises are of all. */
function opposed(context: Context, gathering: Gathering | undefined, from: number, behind: number) {
  const { word, some, listAt, meeting } = context;
  let index = behind;
  while (index < behind + 5 && word(index) !== 'مع') index++;
  if (!gathering || word(index) !== 'مع') return meeting(gathering, from);
  const others = listAt(index + 1)?.parties ?? [];
  if (others.length === 0) return undefined;
  const sided = gathering.kind === 'talks' && !some(gathering.index, index, isMany);
  return meeting(gathering, from, { sided, others: others.map(({ mention }) => ({ mention, side: -1 })) });
}

/** "وقعت مصر والأردن والعراق خلال قمة" */
const during: Reading = ({ list, form, word, within, meeting }) => {
  const { first, last, oblique } = list;
  if (oblique || OBLIQUE.has(form)) return undefined;
  let index = last;
  while (ADVERB.has(word(index)) || word(index) === 'في') index++;
  return DURING.has(word(index)) ? meeting(within(index + 1, index + 3), first) : undefined;
};

/** In the order in which they are tried. */
export const READINGS: readonly Reading[] = [
  national,
  attended,
  comprised,
  participating,
  between,
  joined,
  bracketed,
  genitive,
  held,
  met,
  during,
];
