import { hashText, mix } from './hash.js';
import type { Sense } from './lexicon.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';
import { WordClass } from './words.js';

/**
 * Features of a candidate relation (subject, predicate, object), as hashed integers: which slots the two
 * phrases fill, for which predicate, under which governors and heads, and what stands around. The weights of
 * the linear model over them are learned from annotated articles.
 */

export interface RelationInfo {
  readonly hash: number;
  readonly symmetric: boolean;
}

export interface Candidate {
  readonly sentence: Sentence;
  readonly predicate: Predicate;
  readonly sense: Sense;
  readonly relation: RelationInfo;
  readonly subject: Phrase;
  readonly object: Phrase;
  readonly subjectSlot: number;
  readonly objectSlot: number;
}

const KIND = { verb: 1, noun: 2, participle: 3, particle: 4 } as const;
const few = (value: number) => Math.min(value, 3);
const bucket = (value: number) =>
  value <= 2 ? value : value <= 4 ? 3 : value <= 7 ? 4 : value <= 12 ? 5 : value <= 20 ? 6 : 7;

const codes = new Map<string, number>();
function code(text: string): number {
  let value = codes.get(text);
  if (value === undefined) {
    value = hashText(text);
    codes.set(text, value);
  }
  return value;
}

/** The features of a candidate. */
export function featuresOf(candidate: Candidate): number[] {
  const { sentence, predicate, sense, relation, subject, object, subjectSlot, objectSlot } = candidate;
  const out: number[] = [];
  let template = 0;
  const add = (a: number, b = 0) => {
    template++;
    out.push(mix(mix(template, a), b));
  };
  const { lexeme, reading, verb } = predicate;
  const kind = KIND[lexeme.kind] * 2 + (sense.swap ? 1 : 0);
  const word = code(lexeme.name);
  const r = relation.hash;
  const slots = (kind * 16 + subjectSlot) * 16 + objectSlot;
  const [s, t, o] = [subject.mention.first, predicate.index, object.mention.first];
  const order = (s < t ? 1 : 0) + (o < t ? 2 : 0) + (s < o ? 4 : 0);
  const types = mix(code(subject.mention.entity.type), code(object.mention.entity.type));
  const sGovernor = mix(code(subject.governor), subject.prepositionHash);
  const oGovernor = mix(code(object.governor), object.prepositionHash);

  // The whole frame, from general to particular.
  add(slots);
  add(r, slots);
  add(word, slots);
  add(r, word);
  add(mix(r, kind), subjectSlot);
  add(mix(r, kind), objectSlot);
  add(word, subjectSlot);
  add(mix(word, objectSlot), oGovernor);
  add(word, oGovernor);
  add(mix(r, kind), oGovernor);
  add(mix(r, kind), sGovernor);
  add(mix(kind, subjectSlot), sGovernor);
  add(mix(kind, objectSlot), oGovernor);
  add(mix(r, order), mix(sGovernor, oGovernor));
  const family = sense.family;
  add(family);
  add(family, slots);
  add(mix(family, subjectSlot), sGovernor);
  add(mix(family, objectSlot), oGovernor);
  add(family, types);
  // The phrases.
  add(r, types);
  add(mix(r, subjectSlot), code(subject.mention.entity.type));
  add(mix(r, objectSlot), code(object.mention.entity.type));
  add(1, subject.headHash);
  add(2, object.headHash);
  add(mix(r, 1), subject.headHash);
  add(mix(r, 2), object.headHash);
  add(mix(kind, subjectSlot), code(subject.mention.kind));
  add(mix(kind, objectSlot), code(object.mention.kind));
  add(r, code(object.mention.kind));
  add(subjectSlot, (subject.nested ? 1 : 0) + (subject.implicit ? 2 : 0) + 4 * few(subject.position));
  add(objectSlot, (object.nested ? 1 : 0) + (object.implicit ? 2 : 0) + 4 * few(object.position));
  add(mix(r, 3), subject.group === object.group ? 1 : 0);
  add(r, order);
  add(word, order);
  // The way between.
  const near = between(sentence, subject, t);
  const far = between(sentence, object, t);
  add(mix(kind, subjectSlot), bucket(near.tokens));
  add(mix(kind, objectSlot), bucket(far.tokens));
  add(subjectSlot, few(near.phrases) * 16 + few(near.clauses) * 4 + few(near.verbs));
  add(objectSlot, few(far.phrases) * 16 + few(far.clauses) * 4 + few(far.verbs));
  add(kind, few(near.commas) * 4 + few(far.commas));
  add(mix(kind, objectSlot), (near.quoted ? 1 : 0) + (far.quoted ? 2 : 0));
  add(r, sentence.isTitle ? slots : 0);
  // The predicate.
  const before = sentence.words[t - 1 - sentence.first]?.hash ?? 1;
  const after = sentence.words[t + 1 - sentence.first]?.hash ?? 2;
  add(r, before);
  add(word, before);
  add(word, after);
  add(mix(kind, code(reading.suffix)), reading.definite ? 1 : 0);
  add(kind, mix(code(reading.proclitic), reading.conjunction === '' ? 0 : 1));
  if (verb) {
    add(
      mix(subjectSlot, code(verb.gender + verb.number)),
      mix(code(subject.mention.entity.type), subject.head === '' ? 0 : 1),
    );
    add(r, code(verb.tense));
  } else template += 2;
  // How much the article is about them.
  const subjectSalience = bucket(sentence.salience.get(subject.mention.entity.id) ?? 1);
  const objectSalience = bucket(sentence.salience.get(object.mention.entity.id) ?? 1);
  add(subjectSalience, objectSalience);
  add(mix(r, 1), subjectSalience);
  add(mix(r, 2), objectSalience);
  add(r, bucket(sentence.index));
  add(bucket(sentence.phrases.length), kind);
  // Groups of words, where a single word is too rare to learn from.
  const wordAt = (at: number) => sentence.words[at - sentence.first];
  const c = wordAt(t)?.cluster ?? 0;
  add(r, c);
  add(mix(r, c), slots);
  add(mix(r, 4), wordAt(t - 1)?.cluster ?? 1);
  add(mix(r, 5), wordAt(t + 1)?.cluster ?? 1);
  add(mix(word, 6), wordAt(t - 1)?.cluster ?? 1);
  add(mix(word, 7), wordAt(t + 1)?.cluster ?? 1);
  const sHead = headCluster(sentence, subject);
  const oHead = headCluster(sentence, object);
  add(mix(r, 8), sHead);
  add(mix(r, 9), oHead);
  add(mix(mix(r, subjectSlot), 8), sHead);
  add(mix(mix(r, objectSlot), 9), oHead);
  add(mix(r, 10), wordAt(subject.start - 1)?.cluster ?? 1);
  add(mix(r, 11), wordAt(object.start - 1)?.cluster ?? 1);
  add(mix(r, 12), wordAt(subject.start - 2)?.cluster ?? 1);
  add(mix(r, 13), wordAt(object.start - 2)?.cluster ?? 1);
  add(mix(r, 14), wordAt(object.end)?.cluster ?? 1);
  add(mix(r, 15), wordAt(subject.end)?.cluster ?? 1);
  const ps = pathHash(sentence, subject, t);
  const po = pathHash(sentence, object, t);
  add(mix(kind, 16), ps);
  add(mix(kind, 17), po);
  add(mix(r, 18), ps);
  add(mix(r, 19), po);
  add(mix(word, 20), ps);
  add(mix(word, 21), po);
  add(mix(family, 22), ps);
  add(mix(family, 23), po);
  add(mix(kind, ps), po);
  if (on(5)) bagOf(sentence, object, t, (h, c) => { out.push(mix(mix(901, r), h), mix(mix(902, r), c)); });
  if (on(6)) bagOf(sentence, subject, t, (h, c) => { out.push(mix(mix(903, r), h), mix(mix(904, r), c)); });
  if (on(7)) {
    const ms = marks(sentence, subject, t, r), mo = marks(sentence, object, t, r);
    add(mix(r, 30), ms); add(mix(r, 31), mo); add(mix(kind, 32), ms); add(mix(kind, 33), mo); add(mix(mix(kind, slots), ms), mo);
  }
  if (on(8)) {
    const [a, b] = subject.mention.first < object.mention.first ? [subject, object] : [object, subject];
    const pp = pathBetween(sentence, a.end, b.start);
    add(mix(r, 40 + order), pp); add(mix(family, 50 + order), pp); add(mix(word, 60 + order), pp);
  }
  // What the world says of the two.
  const own =
    subject.mention.entity.country !== undefined &&
    subject.mention.entity.country === object.mention.entity.iso;
  const owned =
    object.mention.entity.country !== undefined &&
    object.mention.entity.country === subject.mention.entity.iso;
  add(r, (own ? 1 : 0) + (owned ? 2 : 0));
  return out;
}

function headCluster(sentence: Sentence, phrase: Phrase): number {
  if (phrase.head === '') return code(phrase.mention.kind);
  return sentence.words[phrase.start - sentence.first]?.cluster ?? 0;
}

const LONGEST_PATH = 8;

/** What stands between a phrase and the predicate, as classes of words: "verb, noun, في, noun". */
function pathHash(sentence: Sentence, phrase: Phrase, predicate: number): number {
  const after = phrase.mention.first > predicate;
  const from = after ? predicate + 1 : Math.max(phrase.end, phrase.mention.last);
  const to = after ? phrase.start : predicate;
  let hash = after ? 7 : 8;
  let length = 0;
  let last = 0;
  let inside: Phrase | undefined;
  for (let at = from; at < to && length < LONGEST_PATH; at++) {
    const other = sentence.phraseAt[at - sentence.first];
    let symbol: number;
    if (other) {
      if (other === inside) continue;
      inside = other;
      symbol = mix(100, code(other.mention.entity.type));
      if (other.position > 0) continue;
    } else {
      const word = sentence.words[at - sentence.first];
      if (!word) break;
      if (word.class === WordClass.Quote || word.class === WordClass.Time) continue;
      symbol =
        word.class === WordClass.Preposition
          ? word.hash
          : word.class * 4 + (word.event ? 1 : 0) + (word.proclitic ? 2 : 0);
      if (symbol === last && word.class === WordClass.Noun) continue;
      if (word.class === WordClass.Noun && last === mix(100, 0)) continue;
    }
    last = symbol;
    hash = mix(hash, symbol);
    length++;
  }
  if (to - from > 0 && length === LONGEST_PATH) hash = mix(hash, 99);
  return mix(hash, phrase.prepositionHash);
}

const OFF = new Set((process.env.FOFF ?? '').split(',').map(Number));
const on = (n: number) => !OFF.has(n);
function bagOf(sentence: Sentence, phrase: Phrase, predicate: number, visit: (hash: number, cluster: number) => void): void {
  const after = phrase.mention.first > predicate;
  const from = after ? Math.max(predicate + 1, phrase.start - 8) : Math.max(phrase.end, phrase.mention.last);
  const to = after ? phrase.start : Math.min(predicate, from + 8);
  for (let at = from; at < to; at++) {
    if (sentence.phraseAt[at - sentence.first]) continue;
    const word = sentence.words[at - sentence.first];
    if (!word || word.class === WordClass.Quote || word.class === WordClass.Comma) continue;
    visit(word.hash, word.cluster);
  }
}
function marks(sentence: Sentence, phrase: Phrase, predicate: number, r: number): number {
  const after = phrase.mention.first > predicate;
  const from = after ? predicate + 1 : Math.max(phrase.end, phrase.mention.last);
  const to = after ? phrase.start : predicate;
  let same = 0, otherNoun = 0, otherVerb = 0;
  for (const p of sentence.predicates) {
    if (p.index < from || p.index >= to) continue;
    if (p.lexeme.senses.some(s => hashText(s.relation) === r)) same++;
    else if (p.lexeme.kind === 'verb') otherVerb++;
    else otherNoun++;
  }
  return (after ? 64 : 0) + Math.min(same, 2) * 16 + Math.min(otherNoun, 2) * 4 + Math.min(otherVerb, 2);
}
function pathBetween(sentence: Sentence, from: number, to: number): number {
  let hash = 9, length = 0, last = 0;
  let inside: Phrase | undefined;
  for (let at = from; at < to && length < LONGEST_PATH; at++) {
    const other = sentence.phraseAt[at - sentence.first];
    let symbol: number;
    if (other) {
      if (other === inside) continue;
      inside = other;
      symbol = mix(100, code(other.mention.entity.type));
      if (other.position > 0) continue;
    } else {
      const word = sentence.words[at - sentence.first];
      if (!word) break;
      if (word.class === WordClass.Quote || word.class === WordClass.Time) continue;
      symbol = word.class === WordClass.Preposition ? word.hash : word.class * 4 + (word.event ? 1 : 0) + (word.proclitic ? 2 : 0);
      if (symbol === last && word.class === WordClass.Noun) continue;
    }
    last = symbol; hash = mix(hash, symbol); length++;
  }
  return to - from > 0 && length === LONGEST_PATH ? 99 : hash;
}

interface Way {
  tokens: number;
  verbs: number;
  clauses: number;
  commas: number;
  phrases: number;
  quoted: boolean;
}

function between(sentence: Sentence, phrase: Phrase, predicate: number): Way {
  const way: Way = { tokens: 0, verbs: 0, clauses: 0, commas: 0, phrases: 0, quoted: false };
  const [from, to] =
    phrase.mention.first > predicate
      ? [predicate + 1, phrase.start]
      : [Math.max(phrase.end, phrase.mention.last), predicate];
  way.tokens = Math.max(0, to - from);
  let inside: Phrase | undefined;
  let quotes = 0;
  for (let at = from; at < to; at++) {
    const other = sentence.phraseAt[at - sentence.first];
    if (other) {
      if (other !== inside && other.position === 0) way.phrases++;
      inside = other;
      continue;
    }
    switch (sentence.words[at - sentence.first]?.class) {
      case WordClass.Verb:
        way.verbs++;
        break;
      case WordClass.Complementizer:
      case WordClass.Subordinator:
      case WordClass.Relative:
        way.clauses++;
        break;
      case WordClass.Comma:
        way.commas++;
        break;
      case WordClass.Quote:
        quotes++;
        break;
      default:
        break;
    }
  }
  way.quoted = quotes % 2 === 1;
  return way;
}
