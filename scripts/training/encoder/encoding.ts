import { readModel } from '../../../src/extract/extractor.js';
import { type ClustersFile, createClusterReader } from '../../../src/extract/relations/clusters.js';
import {
  createEncoderInputs,
  type EncoderInputs,
  type EncoderWords,
  phraseCode,
  typeNumber,
} from '../../../src/extract/relations/encoder/inputs.js';
import { createPredicateLexicon } from '../../../src/extract/relations/lexicon.js';
import type { Sentence } from '../../../src/extract/relations/syntax.js';
import { createWordReader } from '../../../src/extract/relations/words.js';
import type { Vocabulary } from '../../../src/language/arabic/tokens.js';
import type { Schema } from '../../../src/schema/types.js';

/** A sentence as the encoder sees it. */
export interface EncodedSentence {
  /** Index of its first token in the article. */
  readonly first: number;
  /** The rows of all tokens, and how many each has. */
  readonly rows: readonly number[];
  readonly counts: readonly number[];
  readonly phrases: readonly EncodedPhrase[];
}

/** A sentence with what is annotated of it. */
export interface AnnotatedSentence extends EncodedSentence {
  /** Two phrases, and a relation between them: 1 where the sentence states it, -1 where another one does. */
  readonly stated: readonly (readonly [number, number, string, 1 | -1])[];
}

/**
 * First token of the mention and the one after its last, start and end of the phrase, its code, the number of the type
 * of its entity, its coordination, and the number of its entity (-1 for one that is to be left out).
 */
export type EncodedPhrase = readonly [number, number, number, number, number, number, number, number];

export function createTrainingInputs(
  schema: Schema,
  vocabulary: Vocabulary,
  words: EncoderWords,
): EncoderInputs {
  const lexicon = createPredicateLexicon(schema.predicates.ar ?? [], vocabulary);
  const clusterOf = createClusterReader(readModel<ClustersFile>('clusters.ar.json'));
  return createEncoderInputs(words, createWordReader(lexicon, clusterOf, vocabulary), vocabulary);
}

/** Writes sentences down as the encoder sees them. */
export function createSentenceEncoding(
  schema: Schema,
  vocabulary: Vocabulary,
): (sentence: Sentence, isIgnored: (id: string) => boolean) => EncodedSentence {
  const inputs = createTrainingInputs(schema, vocabulary, readModel<EncoderWords>('encoder-words.ar.json'));
  return (sentence, isIgnored) => {
    const { first, last, tokens, phrases } = sentence;
    const ids = phrases.map(({ mention }) => mention.entity.id);
    const rows: number[] = [];
    const counts: number[] = [];
    inputs.placeRows(sentence).forEach((place, index) => {
      const form = tokens[first + index]?.form;
      if (!form) return;
      const { word, shape } = inputs.formRows(form);
      const own = [...(place.hidden ? [] : [word]), ...shape, ...place.rows];
      rows.push(...own);
      counts.push(own.length);
    });
    const length = last - first;
    const inside = (token: number) => Math.min(length, Math.max(0, token - first));
    return {
      first,
      rows,
      counts,
      phrases: phrases.map(phrase => [
        Math.min(length - 1, inside(phrase.mention.first)),
        inside(phrase.mention.last),
        inside(phrase.start),
        inside(phrase.end),
        phraseCode(phrase),
        typeNumber(phrase),
        phrase.group,
        isIgnored(phrase.mention.entity.id) ? -1 : ids.indexOf(phrase.mention.entity.id),
      ]),
    };
  };
}
