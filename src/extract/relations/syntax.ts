import type { Token } from '../../language/arabic/tokens.js';
import type { EntityMention, OfficeMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import { genderOf } from './gender.js';
import { hashName, hashText, mix } from './hash.js';
import { formCodes, type PredicateLexicon, plainReading, type Trigger } from './lexicon.js';
import { type Governor, openingOf } from './openings.js';
import { ourMentions, type SideOf } from './speech.js';
import { type Word, WordClass, type WordReader } from './words.js';

/**
 * Shallow syntax of a sentence: its noun phrases that stand for entities, each with the word that governs it,
 * and its predicates. Arabic news is regular enough that the governor (preposition, verb, event noun) and what
 * stands between say which role a phrase plays; no full parse is made.
 */
export interface Sentence {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly isTitle: boolean;
  readonly tokens: readonly Token[];
  /** By token, from `first`. */
  readonly words: readonly Word[];
  readonly phrases: readonly Phrase[];
  readonly predicates: readonly Predicate[];
  /** Indexes of tokens that are verbs of saying. */
  readonly saying: ReadonlySet<number>;
  /** The phrase whose span holds a token, from `first`. */
  readonly phraseAt: readonly (Phrase | undefined)[];
}

export interface Predicate extends Trigger {
  readonly index: number;
}

/** A noun phrase that stands for an entity. */
export interface Phrase {
  /** Its place among the phrases of its sentence. */
  readonly number: number;
  readonly mention: EntityMention;
  /** Token indexes: from its head noun or title to the one after its last word. */
  readonly start: number;
  readonly end: number;
  readonly governor: Governor;
  /** The preposition, folded, where a preposition governs it. */
  readonly preposition: string;
  readonly prepositionHash: number;
  /** Of the governor, the preposition included. */
  readonly governorHash: number;
  /** Of the type of its entity, and of how it is referred to. */
  readonly typeHash: number;
  readonly kindHash: number;
  /** The noun at the head where it is not the mention itself ("قوات" in "قوات الجيش"). */
  readonly head: string;
  readonly headHash: number;
  /** How verbs agree with it when they stand before it. */
  readonly gender: 'm' | 'f';
  /** Its coordination ("روسيا والصين وإيران"), and its place there. */
  readonly group: number;
  readonly position: number;
  /** Inside another phrase that stands for an entity: a nationality in a title or a name. */
  readonly nested: boolean;
  /** An attached pronoun. */
  readonly implicit: boolean;
  /** How often the article mentions its entity. */
  readonly salience: number;
}

/** Most words between a phrase and the preposition's phrase that tells about it. */
const PARTICLE_REACH = 3;

export function readSentence(
  recognition: Recognition,
  index: number,
  mentions: readonly EntityMention[],
  offices: readonly OfficeMention[],
  lexicon: PredicateLexicon,
  reader: WordReader,
  salience: ReadonlyMap<string, number>,
  sideOf: SideOf,
  topic?: EntityMention,
): Sentence {
  const { document } = recognition;
  const { first = 0, last = 0 } = document.sentences[index] ?? {};
  const tokens = document.tokens;
  const words: Word[] = [];
  for (let at = first; at < last; at++) {
    const token = tokens[at];
    if (token) words.push(reader(token.form));
  }
  const covered = new Uint8Array(last - first);
  for (const { first: from, last: to, attached, kind } of mentions) {
    if (attached || kind === 'nominal') continue;
    for (let at = from; at < to; at++) covered[at - first] = 1;
  }
  const titled = new Map<EntityMention, OfficeMention>();
  for (const office of offices) if (office.holder) titled.set(office.holder, office);

  const view = { first, words, covered };
  const phrases: Phrase[] = [];
  const phraseAt: (Phrase | undefined)[] = new Array(words.length).fill(undefined);
  let group = -1;
  let previous: Phrase | undefined;
  for (const mention of mentions) {
    const own = tokens[mention.first];
    if (!own) continue;
    const office = titled.get(mention);
    const opening = openingOf(view, mention, office, own);
    const isNested =
      mention.inside !== undefined ||
      offices.some(
        other =>
          other.holder !== undefined &&
          other.holder !== mention &&
          other.first <= mention.first &&
          mention.last <= other.last,
      );
    const twin =
      previous !== undefined &&
      mention.kind === 'demonym' &&
      previous.mention.kind === 'demonym' &&
      mention.first - previous.end <= 1 &&
      !isNested;
    const joins =
      twin ||
      (mention.collective && previous?.mention.first === mention.first) ||
      (previous !== undefined &&
        !isNested &&
        opening.joined &&
        opening.start - previous.end <= 1 &&
        previous.mention.locality === mention.locality &&
        (previous.mention.entity.type === mention.entity.type || mention.entity.type !== 'leader'));
    if (!joins) group++;
    const inherited = joins && previous ? previous : undefined;
    const preposition =
      inherited && opening.governor !== 'preposition' ? inherited.preposition : opening.preposition;
    const owned = ownedActor(mention, own);
    const head = owned || (inherited && opening.head === '' ? inherited.head : opening.head);
    const governor = inherited && opening.governor !== 'preposition' ? inherited.governor : opening.governor;
    const prepositionHash = hashName(preposition);
    const phrase: Phrase = {
      number: phrases.length,
      mention,
      start: opening.start,
      end: Math.max(mention.last, office && office.first > mention.first ? office.last : 0),
      governor,
      preposition,
      prepositionHash,
      governorHash: mix(hashName(governor), prepositionHash),
      typeHash: hashName(mention.entity.type),
      kindHash: hashName(mention.locality ? 'locality' : mention.kind),
      head,
      headHash: hashText(head),
      gender: genderOf(opening.head, mention, office, own),
      group,
      position: inherited ? inherited.position + 1 : 0,
      nested: isNested,
      implicit: (mention.attached === true || mention.kind === 'pronoun') && owned === undefined,
      salience: salience.get(mention.entity.id) ?? 1,
    };
    phrases.push(phrase);
    if (isNested || phrase.implicit) continue;
    previous = phrase;
    for (let at = phrase.start; at < phrase.end; at++) phraseAt[at - first] ??= phrase;
  }
  const predicates = predicatesOf(first, words, covered, phraseAt);
  addParticles(predicates, tokens, first, phrases, lexicon);
  const saying = sayingOf(first, words, covered);
  const imply = (mention: EntityMention) => {
    const times = salience.get(mention.entity.id) ?? 1;
    phrases.push(impliedPhrase(mention, phrases.length, ++group, times));
  };
  for (const mention of ourMentions(tokens, first, words, phrases, predicates, saying, topic, sideOf))
    imply(mention);
  // What the text was speaking of may be the subject that the first verb leaves out.
  if (topic) imply(makeMention({ ...topic, first, last: first, kind: 'pronoun', attached: true }));
  return {
    index,
    first,
    last,
    isTitle: index < document.titleSentences,
    tokens,
    words,
    phrases,
    predicates,
    saying,
    phraseAt,
  };
}

/** A phrase that follows another with only a preposition between: "قوات إيرانية في سوريا". */
function addParticles(
  predicates: Predicate[],
  tokens: readonly Token[],
  first: number,
  phrases: readonly Phrase[],
  lexicon: PredicateLexicon,
): void {
  let previous: Phrase | undefined;
  for (const phrase of phrases) {
    if (phrase.nested || phrase.implicit) continue;
    const lexeme = phrase.governor === 'preposition' ? lexicon.particles.get(phrase.preposition) : undefined;
    if (lexeme && previous && phrase.position === 0 && phrase.start - previous.end <= PARTICLE_REACH) {
      const index = Math.max(first, phrase.start - 1);
      const reading = plainReading(tokens[index]?.form.fold ?? '');
      predicates.push({ lexeme, reading, verb: undefined, form: formCodes(reading, undefined), index });
    }
    if (!phrase.mention.locality) previous = phrase;
  }
}

const NOBODY: ReadonlySet<number> = new Set();

function sayingOf(first: number, words: readonly Word[], covered: Uint8Array): ReadonlySet<number> {
  let saying: Set<number> | undefined;
  for (let at = 0; at < words.length; at++) {
    if (!words[at]?.saying || covered[at]) continue;
    saying ??= new Set();
    saying.add(first + at);
  }
  return saying ?? NOBODY;
}

/** Nouns that, with the pronoun of a state, stand for the state as an actor: بلاده, قواتها. */
const OWNED_ACTOR = /(بلاد|بلد|قوات|جيش|حكومت|نظام|سلطات|جنود|مقاتلات|طايرات|اسطول)(ه|ها|هم|هما)$/;

/** The noun of a mention that stands for its owner as a noun phrase does; `''` where it adds nothing (بلاده). */
function ownedActor(mention: EntityMention, { form }: Token): string | undefined {
  const noun = mention.attached ? OWNED_ACTOR.exec(form.fold)?.[1] : undefined;
  return noun?.startsWith('بل') ? '' : noun;
}

/** Of somebody whom no word of its own names. */
function impliedPhrase(mention: EntityMention, number: number, group: number, salience: number): Phrase {
  const prepositionHash = hashName('');
  return {
    number,
    mention,
    start: mention.first,
    end: mention.first,
    governor: 'none',
    preposition: '',
    prepositionHash,
    governorHash: mix(hashName('none'), prepositionHash),
    typeHash: hashName(mention.entity.type),
    kindHash: hashName(mention.kind),
    head: '',
    headHash: hashText(''),
    gender: 'm',
    group,
    position: 0,
    nested: false,
    implicit: true,
    salience,
  };
}

function predicatesOf(
  first: number,
  words: readonly Word[],
  covered: Uint8Array,
  phraseAt: readonly (Phrase | undefined)[],
): Predicate[] {
  const predicates: Predicate[] = [];
  for (let at = 0; at < words.length; at++) {
    const triggers = words[at]?.triggers;
    if (!triggers || triggers.length === 0 || covered[at]) continue;
    const before = words[at - 1];
    const nominal = before?.class === WordClass.Preposition && !before.closed;
    // Inside a phrase, after its head, stands no verb.
    const inside = phraseAt[at] !== undefined && phraseAt[at - 1] === phraseAt[at];
    for (const { lexeme, reading, verb, form } of triggers) {
      if (lexeme.kind === 'verb' && (nominal || inside)) continue;
      predicates.push({ lexeme, reading, verb, form, index: first + at });
    }
  }
  return predicates;
}
