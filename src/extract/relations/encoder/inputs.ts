import type { Vocabulary, WordForm } from '../../../language/arabic/tokens.js';
import type { MentionKind, NodeType } from '../../../model.js';
import type { EntityMention } from '../../document.js';
import { clusterKey } from '../clusters.js';
import type { Governor } from '../openings.js';
import type { Phrase, Sentence } from '../syntax.js';
import { type Word, WordClass, type WordReader } from '../words.js';

/** The words that the encoder knows (see `scripts/training/encoder/corpus.ts`). */
export interface EncoderWords {
  /** Under their keys (see `clusterKey`), frequent ones first, separated by spaces. */
  readonly words: string;
  /** Last two letters by which other words are told apart. */
  readonly endings: string;
  /** Relation types, as predicates of the lexicon are marked with them. */
  readonly relations: readonly string[];
}

/**
 * What the encoder sees: each token is the sum of some rows of one table of vectors (of its word, its class, its
 * clitics, the relations that it may express, the mention that it is part of). The training reads the same rows.
 */
export interface EncoderInputs {
  /** How many rows the table has. */
  readonly rows: number;
  /** The row of a hidden word: what training puts in the place of words that are to be guessed. */
  readonly unknown: number;
  /** A token has no more rows. */
  readonly most: number;
  /** Rows of the form alone: of its word, and of its shape. */
  formRows(form: WordForm): FormRows;
  /** Rows that the place of each token of a sentence adds, and whether its word stays hidden. */
  placeRows(sentence: Sentence): readonly PlaceRows[];
}

export interface FormRows {
  readonly word: number;
  readonly shape: readonly number[];
}

export interface PlaceRows {
  readonly rows: readonly number[];
  /** Names of countries and leaders are hidden: who it is must not tell what he does. */
  readonly hidden: boolean;
}

const PROCLITICS = ['ب', 'ل', 'ك', 'س'];
const TYPES: readonly NodeType[] = ['country', 'leader', 'organization', 'base'];
const HIDDEN: ReadonlySet<NodeType> = new Set(['country', 'leader']);
/** How a mention refers to its entity; last, a place that stands for the country around it. */
const KINDS: readonly (MentionKind | 'locality')[] = [
  'name',
  'demonym',
  'pronoun',
  'title',
  'nominal',
  'alias',
  'metonym',
  'locality',
];
/** What organizations are (see `node-types.json`): a name that is rare does not tell it. */
const SUBTYPES = [
  'international',
  'alliance',
  'court',
  'ministry',
  'parliament',
  'state-body',
  'intelligence',
  'armed-force',
  'armed-group',
  'party',
  'movement',
  'company',
  'media',
  'body',
];
const GOVERNORS: readonly Governor[] = ['none', 'preposition', 'verb', 'clause', 'event', 'entity'];
const FLAGS = ['conjunction', 'definite', 'event', 'closed', 'saying'] as const satisfies (keyof Word)[];

export function createEncoderInputs(
  { words, endings, relations }: EncoderWords,
  reader: WordReader,
  vocabulary: Vocabulary,
): EncoderInputs {
  let rows = 0;
  const block = (size: number) => {
    const start = rows;
    rows += size;
    return start;
  };
  const numbered = (list: readonly string[], start: number) =>
    new Map(list.map((name, index) => [name, start + index]));
  const known = words.split(' ');
  const wordRows = numbered(known, block(known.length));
  const ends = endings.split(' ');
  const endingRows = numbered(ends, block(ends.length));
  const unknown = block(1);
  const classes = block(Object.keys(WordClass).length);
  const proclitics = numbered(PROCLITICS, block(PROCLITICS.length));
  const flags = block(FLAGS.length);
  const number = block(1);
  const senses = numbered(relations, block(relations.length));
  const cores = numbered(relations, block(relations.length));
  const mentions = block(TYPES.length * KINDS.length);
  const inner = block(1);
  const opening = block(1);
  const title = block(1);
  const subtypes = numbered(SUBTYPES, block(SUBTYPES.length));

  const shapeOf = (form: WordForm, word: Word): number[] => {
    const shape = [classes + word.class];
    const proclitic = proclitics.get(word.proclitic);
    if (proclitic !== undefined) shape.push(proclitic);
    FLAGS.forEach((flag, index) => {
      if (word[flag]) shape.push(flags + index);
    });
    if (form.kind === 'number') shape.push(number);
    const start = shape.length;
    for (const { lexeme } of word.triggers) {
      for (const { relation, core } of lexeme.senses) {
        const row = (core ? cores : senses).get(relation);
        if (row !== undefined && !shape.includes(row, start)) shape.push(row);
      }
    }
    return shape;
  };

  // Most words have one of a few shapes, which they share.
  const shapes = new Map<string, readonly number[]>();
  const shared = (shape: readonly number[]): readonly number[] => {
    const key = shape.join(' ');
    const known = shapes.get(key) ?? shape;
    shapes.set(key, known);
    return known;
  };

  const formRows = vocabulary.memo((form): FormRows => {
    const word = reader(form);
    const shape = shared(shapeOf(form, word));
    const key = clusterKey(form);
    return { word: wordRows.get(key) ?? endingRows.get(key.slice(-2)) ?? unknown, shape };
  });

  const inText: PlaceRows = { rows: [], hidden: false };
  const inTitle: PlaceRows = { rows: [title], hidden: false };

  return {
    rows,
    unknown,
    // Word, class, clitic, flags, number, senses; mention, subtype, inner, opening, title.
    most: 4 + FLAGS.length + 2 * relations.length + 5,
    formRows,
    placeRows({ first, words, phrases, isTitle }) {
      const marks: (Phrase | undefined)[] = new Array(words.length).fill(undefined);
      for (const nested of [true, false]) {
        for (const phrase of phrases) {
          if (phrase.nested !== nested) continue;
          const { mention } = phrase;
          for (let at = mention.first; at < mention.last; at++) {
            if (at - first < marks.length) marks[at - first] = phrase;
          }
        }
      }
      const plain = isTitle ? inTitle : inText;
      return marks.map((phrase, index) => {
        if (!phrase && index > 0) return plain;
        const own: number[] = [];
        if (phrase) {
          const { entity, first: start } = phrase.mention;
          own.push(mentions + TYPES.indexOf(entity.type) * KINDS.length + kindNumber(phrase.mention));
          const subtype = entity.type === 'organization' ? subtypes.get(entity.subtype ?? '') : undefined;
          if (subtype !== undefined) own.push(subtype);
          if (first + index > start) own.push(inner);
        }
        if (index === 0) own.push(opening);
        if (isTitle) own.push(title);
        return { rows: own, hidden: phrase !== undefined && HIDDEN.has(phrase.mention.entity.type) };
      });
    },
  };
}

/** How many different values {@link phraseCode} has. */
export const PHRASE_CODES = GOVERNORS.length * KINDS.length * 2;

/** How a phrase is governed and how it refers to its entity, as one number. */
export function phraseCode({ governor, mention, implicit }: Phrase): number {
  return (GOVERNORS.indexOf(governor) * KINDS.length + kindNumber(mention)) * 2 + (implicit ? 1 : 0);
}

function kindNumber({ kind, locality }: EntityMention): number {
  return KINDS.indexOf(locality ? 'locality' : kind);
}

/** The number of the type of a phrase's entity. */
export function typeNumber({ mention }: Phrase): number {
  return TYPES.indexOf(mention.entity.type);
}

/** A reading of a sentence as a relation, as the encoder sees it. */
export interface Read {
  /** The phrases of the relation's subject and object. */
  readonly ends: readonly [Phrase, Phrase];
  /** Index of the predicate's token. */
  readonly predicate: number;
  readonly subjectSlot: number;
  readonly objectSlot: number;
  /** The relation's subject fills the object's slot. */
  readonly swap: boolean;
}

const NEAR = 8;
const FARTHEST_BUCKET = 23;
const DISTANCES = 2 * (FARTHEST_BUCKET + 1);
const MOST_BETWEEN = 4;
const SLOTS = 16;

/** How many different values each of {@link readingCodes} has. */
export const READING_CODES = [
  DISTANCES,
  DISTANCES,
  DISTANCES,
  2 * (MOST_BETWEEN + 1),
  TYPES.length ** 2,
  2 * SLOTS,
  2 * SLOTS,
] as const;

/**
 * How two phrases and a predicate stand to each other: how far and in which order (subject and object, predicate and
 * subject, predicate and object), with how many phrases between, of which types, in which slots.
 */
export function readingCodes({ ends, predicate, subjectSlot, objectSlot, swap }: Read): number[] {
  const [subject, object] = ends;
  const [distance, between, types] = pairCodes(subject, object);
  return [
    distance,
    distanceCode(subject.mention.first - predicate),
    distanceCode(object.mention.first - predicate),
    between,
    types,
    swap ? SLOTS + objectSlot : subjectSlot,
    swap ? SLOTS + subjectSlot : objectSlot,
  ];
}

/** Which of {@link readingCodes} those of {@link pairCodes} are. */
export const PAIR_CODES = [0, 3, 4] as const;

/** How two phrases stand to each other, whatever the predicate. */
export function pairCodes(
  subject: Phrase,
  object: Phrase,
): [distance: number, between: number, types: number] {
  const between = Math.min(MOST_BETWEEN, Math.max(0, Math.abs(object.number - subject.number) - 1));
  return [
    distanceCode(object.mention.first - subject.mention.first),
    between + (subject.group === object.group ? MOST_BETWEEN + 1 : 0),
    typeNumber(subject) * TYPES.length + typeNumber(object),
  ];
}

/** A distance in tokens and its direction: exact where near, then ever coarser. */
export function distanceCode(way: number): number {
  const distance = Math.abs(way);
  const bucket =
    distance < NEAR ? distance : Math.min(FARTHEST_BUCKET, NEAR + Math.floor(Math.log2(distance / NEAR) * 4));
  return bucket + (way < 0 ? FARTHEST_BUCKET + 1 : 0);
}
