import { fold } from '../../language/arabic/normalize.js';
import type { Token } from '../../language/arabic/tokens.js';
import type { EntityMention, OfficeMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import { hashName, hashText, mix } from './hash.js';
import { formCodes, type PredicateLexicon, plainReading, type Trigger } from './lexicon.js';
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

export type Governor = 'none' | 'preposition' | 'verb' | 'clause' | 'event' | 'entity';

/** Most words between a phrase and the preposition's phrase that tells about it. */
const PARTICLE_REACH = 3;

/** Between names they tie: "قمة كيم-ترمب". */
const DASHES = new Set(['-', '–']);

/** Most nouns that a phrase may have before the mention that it stands for. */
const LONGEST_HEAD = 4;

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

interface View {
  readonly first: number;
  readonly words: readonly Word[];
  readonly covered: Uint8Array;
}

interface Opening {
  readonly start: number;
  readonly governor: Governor;
  readonly preposition: string;
  readonly head: string;
  /** A conjunction or a comma stands before it. */
  readonly joined: boolean;
}

/** Walks from a mention to the left over the nouns of its phrase, to what governs it. */
function openingOf(
  view: View,
  mention: EntityMention,
  office: OfficeMention | undefined,
  own: Token,
): Opening {
  const { first, words, covered } = view;
  let start = mention.first;
  if (office && office.first < start) start = office.first;
  let head = '';
  if (start === mention.first) {
    const prefix = own.form.fold.slice(0, Math.max(0, mention.start - own.start));
    const joined = /^[وف]/.test(prefix);
    const clitic = prefix.replace(/^[وف]/, '').charAt(0);
    if (clitic === 'ب' || clitic === 'ل' || clitic === 'ك')
      return { start, governor: 'preposition', preposition: clitic, head, joined };
    if (joined) return { start, governor: 'none', preposition: '', head, joined };
  } else {
    const opened = openedBy(words[start - first]);
    if (opened) return { start, head, ...opened };
  }
  for (let at = start - 1; at >= first && start - at <= LONGEST_HEAD; at--) {
    const word = words[at - first];
    if (!word) break;
    const end = (governor: Governor, preposition = '', joined = false): Opening => ({
      start,
      governor,
      preposition,
      head,
      joined,
    });
    switch (word.class) {
      case WordClass.Preposition:
        return word.closed ? end('none') : end('preposition', word.stem);
      case WordClass.Verb:
        return end('verb');
      case WordClass.Auxiliary:
        return end('none');
      case WordClass.Complementizer:
      case WordClass.Relative:
      case WordClass.Subordinator:
        return end('clause');
      case WordClass.Comma:
        return end('none', '', true);
      case WordClass.Quote:
        if (at === start - 1 && DASHES.has(word.stem) && covered[at - 1 - first])
          return end('none', '', true);
        continue;
      case WordClass.Time:
        return end('none');
      case WordClass.Colon:
      case WordClass.Punctuation:
        return end('none');
      case WordClass.Noun:
        break;
    }
    // Right after another entity begins a new phrase, unless it is its adjective.
    if (covered[at - first]) return end(at === start - 1 && isAdjective(mention, own) ? 'entity' : 'none');
    if (word.event) return end('event');
    head = word.stem;
    start = at;
    const opened = openedBy(word);
    if (opened) return { start, head, ...opened };
  }
  return { start, governor: 'none', preposition: '', head, joined: false };
}

/** Countries whose names are masculine, and seats that are. */
const MASCULINE = new Set(['IQ', 'LB', 'JO', 'SD', 'SS', 'YE', 'MA']);
const MASCULINE_SEATS = new Set(['كرملين', 'بيت', 'اليزيه']);

function genderOf(
  head: string,
  mention: EntityMention,
  office: OfficeMention | undefined,
  own: Token,
): 'm' | 'f' {
  const mentionText = own.form.text.slice(Math.max(0, mention.start - own.start));
  const word = head !== '' ? head : (office?.title ?? '').split(' ')[0] || mentionText;
  const first = fold(word).split(' ')[0]?.replace(/^ال/, '') ?? '';
  if (/(ه|ات)$/.test(first)) return 'f';
  if (head !== '' || office) return 'm';
  const { type, iso } = mention.entity;
  if (type === 'country') return MASCULINE.has(iso ?? '') || MASCULINE_SEATS.has(first) ? 'm' : 'f';
  return 'm';
}

function isAdjective(mention: EntityMention, own: Token): boolean {
  return mention.kind === 'demonym' && own.form.fold.startsWith('ال');
}

/** What the clitics of the first word of a phrase say. */
function openedBy(word: Word | undefined): Omit<Opening, 'start' | 'head'> | undefined {
  if (!word) return undefined;
  if (word.proclitic !== '')
    return { governor: 'preposition', preposition: word.proclitic, joined: word.conjunction };
  if (word.conjunction) return { governor: 'none', preposition: '', joined: true };
  return undefined;
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
