import { readingsOf } from '../../language/arabic/clitics.js';
import {
  AUXILIARIES,
  COMPLEMENTIZERS,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
  TIME_WORDS,
} from '../../language/arabic/function-words.js';
import type { Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import { hashText } from './hash.js';
import type { PredicateLexicon, Trigger } from './lexicon.js';

/** The part that a word plays in the shallow syntax of a sentence. */
export const WordClass = {
  Noun: 0,
  Preposition: 1,
  Complementizer: 2,
  Relative: 3,
  Subordinator: 4,
  Verb: 5,
  Auxiliary: 6,
  Time: 7,
  Comma: 8,
  Quote: 9,
  Colon: 10,
  Punctuation: 11,
} as const;
export type WordClass = (typeof WordClass)[keyof typeof WordClass];

export interface Word {
  readonly class: WordClass;
  /** Folded, without conjunction and article. */
  readonly stem: string;
  readonly hash: number;
  readonly conjunction: boolean;
  /** ب ل ك attached to it. */
  readonly proclitic: string;
  readonly definite: boolean;
  /** A noun that names an event (زيارة): what follows it is its genitive. */
  readonly event: boolean;
  /** A preposition with its pronoun (منها), which governs nothing after it. */
  readonly closed: boolean;
  /** The group of words that stand in the same contexts. */
  readonly cluster: number;
  /** What it may be as a predicate that expresses relations. */
  readonly triggers: readonly Trigger[];
  /** It may be a verb of saying. */
  readonly saying: boolean;
  /** It speaks of the side of the speaker: "نحن", "بلادنا". */
  readonly ours: boolean;
}

/** Reads a word form; memoized. */
export type WordReader = (form: WordForm) => Word;

const OURS =
  /^[وفلبك]{0,2}(نحن|اننا|لاننا|باننا|لكننا|لدينا|علينا|لنا|معنا|الينا|عندنا|بيننا|بلادنا|بلدنا|دولتنا|حكومتنا|قواتنا|جيشنا|جنودنا|حدودنا|اراضينا|شعبنا|موقفنا)$/;

export function createWordReader(
  lexicon: PredicateLexicon,
  clusterOf: (form: WordForm) => number,
  vocabulary: Vocabulary,
): WordReader {
  return vocabulary.memo(form => {
    const triggers = lexicon.read(form);
    const shape = shapeOf(form, triggers);
    return {
      class: shape.class,
      stem: shape.stem,
      hash: hashText(shape.stem),
      conjunction: shape.conjunction ?? false,
      proclitic: shape.proclitic ?? '',
      definite: shape.definite ?? false,
      event: shape.event ?? false,
      closed: shape.closed ?? false,
      cluster: clusterOf(form),
      triggers: triggers.every(expresses) ? triggers : triggers.filter(expresses),
      saying: triggers.some(({ lexeme }) => lexeme.saying),
      ours: OURS.test(form.fold),
    };
  });
}

function expresses({ lexeme }: Trigger): boolean {
  return lexeme.senses.length > 0;
}

/** What a form alone says; what is left out is not so. */
type Shape = Pick<Word, 'class' | 'stem'> &
  Partial<Pick<Word, 'conjunction' | 'proclitic' | 'definite' | 'event' | 'closed'>>;

function shapeOf(form: WordForm, triggers: readonly Trigger[]): Shape {
  if (form.kind === 'punctuation') return word(punctuationClass(form.text), form.text);
  if (form.kind !== 'word') return word(WordClass.Noun, form.fold);
  const readings = readingsOf(form);
  for (const { stem, conjunction, proclitic, definite, suffix } of readings) {
    if (proclitic === 'س' || (definite && !TIME_WORDS.has(stem))) continue;
    const bare = proclitic + stem;
    const rest = { conjunction: conjunction !== '' };
    if (PREPOSITIONS.has(bare)) return word(WordClass.Preposition, bare, { ...rest, closed: suffix !== '' });
    if (suffix !== '') continue;
    if (COMPLEMENTIZERS.has(bare)) return word(WordClass.Complementizer, bare, rest);
    if (RELATIVES.has(bare)) return word(WordClass.Relative, bare, rest);
    if (SUBORDINATORS.has(bare)) return word(WordClass.Subordinator, bare, rest);
    if (AUXILIARIES.has(bare)) return word(WordClass.Auxiliary, bare, rest);
    if (TIME_WORDS.has(stem)) return word(WordClass.Time, stem, rest);
  }
  const verb = triggers.find(({ lexeme }) => lexeme.kind === 'verb');
  if (verb && triggers.every(({ lexeme }) => lexeme.kind === 'verb')) {
    return word(WordClass.Verb, form.fold, { conjunction: verb.reading.conjunction !== '' });
  }
  const event = triggers.find(({ lexeme }) => lexeme.event);
  const known = event ?? triggers.find(({ lexeme }) => lexeme.kind !== 'verb');
  const split = known?.reading ?? readings.find(reading => reading.definite) ?? readings[0];
  return word(WordClass.Noun, split?.stem ?? form.fold, {
    conjunction: split !== undefined && split.conjunction !== '',
    proclitic: split && (split.definite || known) ? split.proclitic : '',
    definite: split?.definite ?? false,
    event: event !== undefined,
  });
}

function word(wordClass: WordClass, stem: string, more: Partial<Shape> = {}): Shape {
  return { class: wordClass, stem, ...more };
}

function punctuationClass(sign: string): WordClass {
  if (sign === '،' || sign === ',' || sign === '؛') return WordClass.Comma;
  if ('"«»“”\'‘’()[]-–#'.includes(sign)) return WordClass.Quote;
  if (sign === ':') return WordClass.Colon;
  return WordClass.Punctuation;
}
