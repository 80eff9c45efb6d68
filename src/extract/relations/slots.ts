import type { Phrase, Predicate, Sentence } from './syntax.js';
import { WordClass } from './words.js';

/**
 * Which grammatical role each phrase plays for a predicate, as far as word order, governors and what stands
 * between can tell. A slot is a hypothesis; the model weighs it.
 */
export const SubjectSlot = {
  None: 0,
  /** After its verb: "زار بوتين". */
  AfterVerb: 1,
  /** Before its verb in the clause: "بوتين يزور". */
  BeforeVerb: 2,
  /** The noun that a relative clause describes: "بوتين الذي زار". */
  Antecedent: 3,
  /** Subject of the verb before, shared: "وصل بوتين والتقى". */
  Shared: 4,
  /** What the text was speaking of before this sentence. */
  Topic: 5,
  /** Genitive of an event noun: "زيارة بوتين". */
  Genitive: 6,
  /** Adjective of an event noun: "الهجوم الروسي". */
  Adjective: 7,
  /** Pronoun on an event noun: "زيارته". */
  Pronoun: 8,
  /** Subject of the verb that governs the event noun: "شن الجيش هجوما". */
  Controller: 9,
  /** After من قبل, على يد, من جانب, or من of an event noun. */
  By: 10,
  /** Beside بين: "محادثات بين روسيا وأوكرانيا". */
  Between: 11,
  /** The last phrase before an event noun that says no subject: "تورط إيران بتزويد …". */
  Nearest: 12,
  /** What a participle describes: "القوات الروسية المنتشرة في سوريا". */
  Described: 13,
  /** Whoever is quoted, of a verb in the first person: "سندعم". */
  Speaker: 14,
} as const;

export const ObjectSlot = {
  None: 0,
  /** Bare, after verb and subject. */
  Direct: 1,
  /** After a preposition that the frame expects. */
  Expected: 2,
  /** After another preposition. */
  OtherPreposition: 3,
  Genitive: 4,
  Adjective: 5,
  /** What a relative clause describes, taken up by a pronoun: "الجماعة التي تدعمها إيران". */
  Antecedent: 6,
  /** Like the above, but a clause boundary stands between. */
  ExpectedFar: 7,
  DirectFar: 8,
  Pronoun: 9,
  Between: 10,
  /** Before the predicate. */
  Before: 11,
  /** Bare, after a comma that closes a relative clause or an apposition. */
  Resumed: 12,
  /** In one coordination with the subject: "اتفقت روسيا وأوكرانيا". */
  Together: 13,
} as const;

export interface Slots {
  /** By phrase index. */
  readonly subject: readonly number[];
  readonly object: readonly number[];
}

const AGENT_MARKS = new Set(['قبل', 'يد', 'ايدي', 'جانب']);
const FARTHEST = 40;
/** Words at the beginning of a sentence in which a pronoun may refer to what follows. */
const OPENING = 3;

/** The subject phrase of each verb token, worked out left to right so that a later verb can share it. */
export function subjectsOf(sentence: Sentence, hasTopic: boolean): Map<number, [Phrase, number]> {
  const topic = hasTopic ? sentence.phrases.at(-1) : undefined;
  const subjects = new Map<number, [Phrase, number]>();
  let latest: [Phrase, number] | undefined;
  let speaking: Phrase | undefined;
  const { first, words, predicates } = sentence;
  // Predicates stand in order, but for particles, which are no verbs.
  let next = 0;
  for (let at = 0; at < words.length; at++) {
    const isVerb = words[at]?.class === WordClass.Verb;
    let [mayBeVerb, firstPerson] = [isVerb, false];
    for (let predicate = predicates[next]; predicate && predicate.index <= first + at; ) {
      if (predicate.index === first + at) {
        if (predicate.lexeme.kind === 'verb') mayBeVerb = true;
        if (predicate.verb?.person === 1) firstPerson = true;
      }
      predicate = predicates[++next];
    }
    if (!mayBeVerb) continue;
    const speaker = speaking ?? topic;
    const found: [Phrase, number] | undefined =
      firstPerson && speaker ? [speaker, SubjectSlot.Speaker] : verbSubject(sentence, at, latest, topic);
    if (found) subjects.set(first + at, found);
    if (isVerb && !firstPerson) latest = found ?? undefined;
    if (found && sentence.saying.has(first + at)) speaking = found[0];
  }
  return subjects;
}

function verbSubject(
  sentence: Sentence,
  at: number,
  latest: [Phrase, number] | undefined,
  topic: Phrase | undefined,
): [Phrase, number] | undefined {
  const { words, phraseAt } = sentence;
  let next = at + 1;
  while (next < words.length && isSkipped(words[next]?.class)) next++;
  const following = words[next];
  const after = phraseAt[next];
  const isBare =
    after !== undefined && after.governor !== 'preposition' && after.start === sentence.first + next;
  const before = precedingSubject(sentence, at);
  if (isBare) {
    if (latest && opensWithPronoun(sentence, at)) return [latest[0], SubjectSlot.Shared];
    return before && isSubjectFirst(sentence, at, before, after) ? before : [after, SubjectSlot.AfterVerb];
  }
  // A noun that is no entity stands where the subject stands.
  const takesNoun =
    following?.class === WordClass.Noun && following.proclitic === '' && !following.conjunction;
  if (before) return before;
  if (takesNoun && following?.definite) return undefined;
  let front = at - 1;
  while (front >= 0 && isSkipped(words[front]?.class)) front--;
  const opener = words[front]?.class;
  const shares =
    words[at]?.conjunction ||
    opener === WordClass.Complementizer ||
    opener === WordClass.Subordinator ||
    at === 0 ||
    opener === WordClass.Comma;
  if (latest && shares && at > 0) return [latest[0], SubjectSlot.Shared];
  if (topic && at <= 2) return [topic, SubjectSlot.Topic];
  return undefined;
}

/** أنه, بأنها, إنهم: the pronoun stands for the subject of the clause. */
function opensWithPronoun({ words }: Sentence, at: number): boolean {
  const word = words[at - 1];
  return word?.class === WordClass.Complementizer && PRONOUN_AT_END.test(word.stem);
}

const PRONOUN_AT_END = /ن(ه|ها|هم|هما)$/;

/** Words that may stand between a subject and its verb: "إيران أمس هاجمت". */
const SUBJECT_GAP = 2;

/**
 * Of names before and after a verb, whether the one before is its subject: "إيران هاجمت إسرائيل", "بوتين الذي يزور
 * الصين"; but not "التحالف الذي تقوده السعودية", where the pronoun takes up the one before.
 */
function isSubjectFirst(
  sentence: Sentence,
  at: number,
  [before, slot]: [Phrase, number],
  after: Phrase,
): boolean {
  const forms = sentence.predicates.filter(
    ({ index, lexeme }) => index === sentence.first + at && lexeme.kind === 'verb',
  );
  if (forms.some(({ reading }) => reading.suffix !== '')) return false;
  if (slot === SubjectSlot.Antecedent) return true;
  if (sentence.words[at]?.conjunction || sentence.first + at - before.end > SUBJECT_GAP) return false;
  const genders = new Set(forms.flatMap(({ verb }) => (verb?.number === 'singular' ? [verb.gender] : [])));
  return !(genders.size === 1 && !genders.has(before.gender) && genders.has(after.gender));
}

function isSkipped(wordClass: number | undefined): boolean {
  return wordClass === WordClass.Time || wordClass === WordClass.Quote || wordClass === WordClass.Auxiliary;
}

/** Looks to the left of a verb, over adverbs, auxiliaries and prepositional phrases. */
function precedingSubject(sentence: Sentence, at: number): [Phrase, number] | undefined {
  const { first, words, phraseAt } = sentence;
  let relative = false;
  for (let index = at - 1; index >= 0 && at - index < FARTHEST; ) {
    const phrase = phraseAt[index];
    if (phrase) {
      if (relative) return [phrase, SubjectSlot.Antecedent];
      if (phrase.governor === 'preposition') {
        index = phrase.start - first - 1;
        while (index >= 0 && words[index]?.class === WordClass.Preposition) index--;
        continue;
      }
      if (phrase.governor === 'event' || phrase.governor === 'entity') {
        index = phrase.start - first - 1;
        continue;
      }
      return [phrase, SubjectSlot.BeforeVerb];
    }
    switch (words[index]?.class) {
      case WordClass.Verb:
      case WordClass.Complementizer:
      case WordClass.Subordinator:
      case WordClass.Colon:
      case WordClass.Punctuation:
        return undefined;
      case WordClass.Relative:
        if (relative || at - index > 2) return undefined;
        relative = true;
        break;
      default:
        break;
    }
    index--;
  }
  return undefined;
}

/** The slots of all phrases for one predicate with one set of expected prepositions. */
export function slotsOf(
  sentence: Sentence,
  predicate: Predicate,
  expected: ReadonlySet<string>,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
): Slots {
  const { phrases } = sentence;
  const subject: number[] = new Array(phrases.length).fill(0);
  const object: number[] = new Array(phrases.length).fill(0);
  if (predicate.lexeme.kind === 'particle') fillParticle(phrases, predicate, expected, subject, object);
  else if (predicate.lexeme.kind === 'verb')
    fillVerb(sentence, predicate, expected, subjects, subject, object);
  else fillNoun(sentence, predicate, expected, subjects, subject, object);
  shareInGroups(phrases, subject);
  shareInGroups(phrases, object);
  return { subject, object };
}

/** The last phrase before the preposition, and the one after it. */
function fillParticle(
  phrases: readonly Phrase[],
  predicate: Predicate,
  expected: ReadonlySet<string>,
  subject: number[],
  object: number[],
): void {
  let before = -1;
  phrases.forEach((phrase, index) => {
    if (phrase.nested || phrase.implicit) return;
    if (phrase.end <= predicate.index + 1 && phrase.mention.first < predicate.index) before = index;
    else if (
      phrase.start >= predicate.index &&
      phrase.start - predicate.index <= 1 &&
      expected.has(phrase.preposition)
    )
      object[index] = ObjectSlot.Expected;
  });
  if (before >= 0) subject[before] = SubjectSlot.Described;
}

function fillVerb(
  sentence: Sentence,
  predicate: Predicate,
  expected: ReadonlySet<string>,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  subject: number[],
  object: number[],
): void {
  const { phrases } = sentence;
  const found = subjects.get(predicate.index);
  if (found) {
    const index = phrases.indexOf(found[0]);
    if (index >= 0) subject[index] = found[1];
  }
  fillObjects(sentence, predicate, expected, found?.[0], object);
  phrases.forEach((phrase, index) => {
    if (phrase.mention.first <= predicate.index) return;
    if (phrase.governor !== 'preposition' || phrase.preposition !== 'من' || !AGENT_MARKS.has(phrase.head))
      return;
    subject[index] = SubjectSlot.By;
    // Of a passive, what stands as its subject is its object: "استهدفت القاعدة من قبل …".
    const patient = found ? phrases.indexOf(found[0]) : -1;
    if (patient < 0) return;
    subject[patient] = SubjectSlot.None;
    object[patient] = ObjectSlot.Direct;
  });
  if (predicate.reading.suffix === '') return;
  const relative = precedingSubject(sentence, predicate.index - sentence.first);
  if (relative?.[1] === SubjectSlot.Antecedent) {
    const index = phrases.indexOf(relative[0]);
    if (index >= 0) object[index] = ObjectSlot.Antecedent;
  }
}

function fillNoun(
  sentence: Sentence,
  predicate: Predicate,
  expected: ReadonlySet<string>,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  subject: number[],
  object: number[],
): void {
  const { phrases, words, first } = sentence;
  const { index: at } = predicate;
  let genitive: Phrase | undefined;
  phrases.forEach((phrase, index) => {
    if (phrase.mention.attached && phrase.mention.first === at) {
      subject[index] = SubjectSlot.Pronoun;
      object[index] = ObjectSlot.Pronoun;
      return;
    }
    if (phrase.nested) return;
    const gap = phrase.start - at - 1;
    if (phrase.governor === 'event' && gap >= 0 && gap <= 1 && phrase.mention.first > at) {
      const adjective = phrase.mention.kind === 'demonym' && phrase.mention.first - at <= 3;
      subject[index] = adjective ? SubjectSlot.Adjective : SubjectSlot.Genitive;
      object[index] = adjective ? ObjectSlot.Adjective : ObjectSlot.Genitive;
      genitive ??= phrase;
    } else if (phrase.governor === 'preposition' && phrase.mention.first > at && phrase.start - at <= 12) {
      if (phrase.preposition === 'بين') {
        subject[index] = SubjectSlot.Between;
        object[index] = ObjectSlot.Between;
      } else if (phrase.preposition === 'من') subject[index] = SubjectSlot.By;
    }
  });
  fillObjects(sentence, predicate, expected, genitive, object);
  // The verb that governs the event noun, and its subject.
  for (let before = at - 1; before >= first && at - before < FARTHEST; before--) {
    const word = words[before - first];
    if (word?.class === WordClass.Verb) {
      const found = subjects.get(before);
      const index = found ? phrases.indexOf(found[0]) : -1;
      if (index >= 0 && subject[index] === SubjectSlot.None) subject[index] = SubjectSlot.Controller;
      break;
    }
    if (word?.class === WordClass.Punctuation) break;
  }
  if (sentence.isTitle || subject.every(slot => slot === SubjectSlot.None)) {
    const found = precedingSubject(sentence, at - first);
    const index = found ? phrases.indexOf(found[0]) : -1;
    if (index >= 0 && subject[index] === SubjectSlot.None) subject[index] = SubjectSlot.BeforeVerb;
  }
  if (predicate.reading.suffix !== '') fillPronoun(sentence, predicate, subjects, subject);
  fillNearest(sentence, predicate, subject);
}

/** "زيارته", "دعمها": the pronoun's noun is the last subject, or else the last phrase, that agrees with it. */
function fillPronoun(
  sentence: Sentence,
  predicate: Predicate,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  subject: number[],
): void {
  if (subject.includes(SubjectSlot.Pronoun)) return;
  const { phrases } = sentence;
  const { suffix } = predicate.reading;
  const agrees = (phrase: Phrase) =>
    suffix === 'هم' || suffix === 'هما'
      ? phrase.position > 0
      : suffix === 'ها'
        ? phrase.gender === 'f' || phrase.mention.entity.type === 'organization'
        : suffix === 'ه' && phrase.gender === 'm';
  let found: Phrase | undefined;
  for (const [verb, [phrase]] of subjects) {
    if (verb < predicate.index && phrase.mention.first < predicate.index && agrees(phrase)) found = phrase;
  }
  for (let index = phrases.length - 1; index >= 0 && !found; index--) {
    const phrase = phrases[index];
    if (
      phrase &&
      !phrase.nested &&
      !phrase.implicit &&
      phrase.mention.last <= predicate.index &&
      agrees(phrase)
    )
      found = phrase;
  }
  // "رغم انضمامها إلى …، فإن كازاخستان أعربت": in an opening clause the pronoun may come before its noun.
  if (!found && predicate.index - sentence.first <= OPENING) {
    for (const [phrase] of subjects.values()) {
      if (phrase.mention.first > predicate.index && !phrase.implicit && agrees(phrase)) found ??= phrase;
    }
  }
  const index = found ? phrases.indexOf(found) : -1;
  if (index >= 0) subject[index] = SubjectSlot.Pronoun;
}

/** The last phrase before the predicate, whatever governs it. */
function fillNearest(sentence: Sentence, predicate: Predicate, subject: number[]): void {
  const { phrases } = sentence;
  for (let index = phrases.length - 1; index >= 0; index--) {
    const phrase = phrases[index];
    if (!phrase || phrase.nested || phrase.implicit || phrase.mention.first >= predicate.index) continue;
    const gap = predicate.index - phrase.end;
    if (gap > FARTHEST) return;
    if (predicate.lexeme.kind === 'participle' && gap <= 1) subject[index] = SubjectSlot.Described;
    else if (subject[index] === SubjectSlot.None) subject[index] = SubjectSlot.Nearest;
    return;
  }
}

function fillObjects(
  sentence: Sentence,
  predicate: Predicate,
  expected: ReadonlySet<string>,
  taken: Phrase | undefined,
  object: number[],
): void {
  const { phrases, words, first } = sentence;
  const { index: at } = predicate;
  let broken = false;
  let cursor = at + 1;
  let direct = 0;
  phrases.forEach((phrase, index) => {
    if (phrase.nested || phrase.implicit || phrase.mention.first === at) return;
    if (phrase.mention.first < at) {
      if (object[index] === ObjectSlot.None && at - phrase.mention.last < FARTHEST)
        object[index] = ObjectSlot.Before;
      return;
    }
    if (phrase.group === taken?.group || phrase.start - at > FARTHEST) return;
    for (; cursor < phrase.start; cursor++) {
      const wordClass = words[cursor - first]?.class;
      if (
        wordClass === WordClass.Verb ||
        wordClass === WordClass.Complementizer ||
        wordClass === WordClass.Subordinator ||
        wordClass === WordClass.Relative
      )
        broken = true;
    }
    if (object[index] !== ObjectSlot.None) return;
    if (phrase.governor === 'preposition') {
      object[index] = expected.has(phrase.preposition)
        ? broken
          ? ObjectSlot.ExpectedFar
          : ObjectSlot.Expected
        : broken
          ? ObjectSlot.None
          : ObjectSlot.OtherPreposition;
    } else if (expected.has('') && phrase.governor !== 'event' && phrase.governor !== 'entity') {
      const resumed = words[phrase.start - first - 1]?.class === WordClass.Comma;
      object[index] =
        !broken && direct === 0 ? ObjectSlot.Direct : resumed ? ObjectSlot.Resumed : ObjectSlot.DirectFar;
      if (phrase.position === 0) direct++;
    }
  });
}

/** The members of a coordination share the slot that one of them has. */
function shareInGroups(phrases: readonly Phrase[], slots: number[]): void {
  let group = -1;
  let shared = 0;
  for (const phrase of phrases) {
    if (phrase.nested || slots[phrase.number] !== 0) continue;
    if (phrase.group !== group) {
      group = phrase.group;
      shared = slotOfGroup(phrases, slots, group);
    }
    if (shared !== 0) slots[phrase.number] = shared;
  }
}

/** The slot of the first member that has one. */
function slotOfGroup(phrases: readonly Phrase[], slots: readonly number[], group: number): number {
  for (const phrase of phrases) {
    const slot = slots[phrase.number] ?? 0;
    if (phrase.group === group && !phrase.nested && slot !== 0) return slot;
  }
  return 0;
}
