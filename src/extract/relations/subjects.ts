import { wordSet } from '../../language/arabic/words.js';
import { FARTHEST, SubjectSlot } from './slot-kinds.js';
import type { Phrase, Sentence } from './syntax.js';
import { WordClass } from './words.js';

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

/** Those who speak without a name: "وقالت مصادر محلية", "وأكد شهود". */
const UNNAMED = wordSet(
  `مصدر مصادر مسؤول مسؤولة مسؤولون متحدث متحدثة متحدثون ناطق ناطقة خبير خبراء محلل محللون مراقب مراقبون شاهد شهود سكان ناشط ناشطون نشطاء
  دبلوماسي دبلوماسيون ضابط ضباط قيادي صحيفة صحف وسائل تقرير تقارير باحث باحثون معارضون سياسيون طبيب أطباء`,
);

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
    after !== undefined &&
    !after.mention.locality &&
    after.governor !== 'preposition' &&
    after.start === sentence.first + next;
  const preceding = precedingSubject(sentence, at);
  // A town does not act: who does, the sentence says elsewhere or not at all.
  const before = preceding?.[0].mention.locality ? undefined : preceding;
  if (isBare) {
    if (latest && opensWithPronoun(sentence, at)) return [latest[0], SubjectSlot.Shared];
    return before && isSubjectFirst(sentence, at, before, after) ? before : [after, SubjectSlot.AfterVerb];
  }
  // A noun that is no entity stands where the subject stands.
  const takesNoun =
    following?.class === WordClass.Noun && following.proclitic === '' && !following.conjunction;
  if (before) return before;
  if (takesNoun && (following?.definite || UNNAMED.has(following?.stem ?? ''))) return undefined;
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

/**
 * Looks to the left of a verb, over adverbs, auxiliaries, prepositional phrases and places within countries. Such a
 * place is found only as the noun that a relative clause describes: «إدلب التي تقصفها روسيا».
 */
export function precedingSubject(sentence: Sentence, at: number): [Phrase, number] | undefined {
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
      if (!phrase.mention.locality) return [phrase, SubjectSlot.BeforeVerb];
      index--;
      continue;
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
