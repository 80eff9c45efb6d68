import { FARTHEST, ObjectSlot, SubjectSlot } from './slot-kinds.js';
import { isOurs } from './speech.js';
import { precedingSubject } from './subjects.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';
import { WordClass } from './words.js';

export interface Slots {
  /** By phrase index. */
  readonly subject: readonly number[];
  readonly object: readonly number[];
}

const AGENT_MARKS = new Set(['قبل', 'يد', 'ايدي', 'جانب']);
/** Words at the beginning of a sentence in which a pronoun may refer to what follows. */
const OPENING = 3;
/** Most words from "we" to what we are said to do. */
const SIDE_REACH = 6;

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
  for (const phrase of phrases) {
    const { number: index } = phrase;
    if (phrase.nested || phrase.implicit) continue;
    if (phrase.end <= predicate.index + 1 && phrase.mention.first < predicate.index) {
      if (!phrase.mention.locality) before = index;
    } else if (
      phrase.start >= predicate.index &&
      phrase.start - predicate.index <= 1 &&
      expected.has(phrase.preposition)
    )
      object[index] = ObjectSlot.Expected;
  }
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
  if (found) subject[found[0].number] = found[1];
  if (predicate.verb?.person === 1) fillSide(sentence, predicate, subject);
  fillObjects(sentence, predicate, expected, found?.[0], object);
  for (const { mention, governor, preposition, head, number } of phrases) {
    if (mention.first <= predicate.index) continue;
    if (governor !== 'preposition' || preposition !== 'من' || !AGENT_MARKS.has(head)) continue;
    subject[number] = SubjectSlot.By;
    // Of a passive, what stands as its subject is its object: "استهدفت القاعدة من قبل …".
    if (!found) continue;
    subject[found[0].number] = SubjectSlot.None;
    object[found[0].number] = ObjectSlot.Direct;
  }
  if (predicate.reading.suffix === '') return;
  const relative = precedingSubject(sentence, predicate.index - sentence.first);
  if (relative?.[1] === SubjectSlot.Antecedent) object[relative[0].number] = ObjectSlot.Antecedent;
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
  for (const phrase of phrases) {
    const { number: index } = phrase;
    if (phrase.mention.attached && phrase.mention.first === at) {
      subject[index] = SubjectSlot.Pronoun;
      object[index] = ObjectSlot.Pronoun;
      continue;
    }
    if (phrase.nested) continue;
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
  }
  fillObjects(sentence, predicate, expected, genitive, object);
  // The verb that governs the event noun, and its subject.
  for (let before = at - 1; before >= first && at - before < FARTHEST; before--) {
    const word = words[before - first];
    if (word?.class === WordClass.Verb) {
      const found = subjects.get(before);
      if (found) subject[found[0].number] ||= SubjectSlot.Controller;
      break;
    }
    if (word?.class === WordClass.Punctuation) break;
  }
  if (sentence.isTitle || phrases.every(phrase => phrase.mention.locality || !subject[phrase.number])) {
    const found = precedingSubject(sentence, at - first);
    if (found) subject[found[0].number] ||= SubjectSlot.BeforeVerb;
  }
  if (predicate.reading.suffix !== '') fillPronoun(sentence, predicate, subjects, subject);
  fillNearest(sentence, predicate, subject);
  fillSide(sentence, predicate, subject);
}

/** "نحن على تواصل", "نناقش": the side that the nearest "we" before the predicate speaks for, in its clause. */
function fillSide({ phrases, words, first }: Sentence, predicate: Predicate, subject: number[]): void {
  const index = phrases.findLastIndex(phrase => isOurs(phrase) && phrase.mention.first <= predicate.index);
  const at = phrases[index]?.mention.first;
  if (at === undefined || predicate.index - at > SIDE_REACH) return;
  for (let between = at + 1; between < predicate.index; between++)
    if (words[between - first]?.class === WordClass.Verb) return;
  subject[index] ||= SubjectSlot.Side;
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
  const agrees = ({ position, gender, mention }: Phrase) => {
    if (mention.locality) return false;
    if (suffix === 'هم' || suffix === 'هما') return position > 0;
    if (suffix === 'ها') return gender === 'f' || mention.entity.type === 'organization';
    return suffix === 'ه' && gender === 'm';
  };
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
  if (found) subject[found.number] = SubjectSlot.Pronoun;
}

/** The last phrase before the predicate, whatever governs it; places within countries count beside another. */
function fillNearest(sentence: Sentence, predicate: Predicate, subject: number[]): void {
  const { phrases } = sentence;
  for (let index = phrases.length - 1; index >= 0; index--) {
    const phrase = phrases[index];
    if (!phrase || phrase.nested || phrase.implicit || phrase.mention.first >= predicate.index) continue;
    const gap = predicate.index - phrase.end;
    if (gap > FARTHEST) return;
    if (predicate.lexeme.kind === 'participle' && gap <= 1) subject[index] = SubjectSlot.Described;
    else if (subject[index] === SubjectSlot.None) subject[index] = SubjectSlot.Nearest;
    if (phrase.mention.locality) continue;
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
  for (const phrase of phrases) {
    const { number: index } = phrase;
    if (phrase.nested || phrase.implicit || phrase.mention.first === at) continue;
    if (phrase.mention.first < at) {
      if (object[index] === ObjectSlot.None && at - phrase.mention.last < FARTHEST)
        object[index] = ObjectSlot.Before;
      continue;
    }
    if (phrase.group === taken?.group || phrase.start - at > FARTHEST) continue;
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
    if (object[index] !== ObjectSlot.None) continue;
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
  }
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
