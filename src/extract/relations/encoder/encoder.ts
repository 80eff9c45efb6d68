import type { PairScore } from '../pairs.js';
import type { Sentence } from '../syntax.js';
import { createAttention } from './attention.js';
import { createGapEncoder } from './gap-encoder.js';
import type { EncoderInputs } from './inputs.js';
import type { Kernel } from './memory.js';
import { createPairReader } from './pair-reader.js';
import { createPhraseEncoder } from './phrase-encoder.js';
import { createReadingScorer, type Rated } from './reading-scorer.js';
import { createTextEncoder } from './text-encoder.js';
import { createToolkit } from './toolkit.js';
import type { EncoderWeights } from './weights.js';

/**
 * A small neural network that reads a sentence as a whole: convolutions give each word a vector that tells what it
 * means where it stands; from the vectors of two phrases and of what lies between them comes which relations the
 * sentence states between the two, and with that of a predicate the score of a reading. It was pretrained to guess
 * hidden words of news, and learned from the annotated articles (see `docs/training.md`). Its arithmetic runs in
 * WebAssembly.
 */
export interface Encoder {
  /**
   * What a sentence that names two entities says.
   *
   * @param readings each with the phrases of its subject and object, and the score that the linear model gave it
   */
  read(sentence: Sentence, readings: readonly Rated[]): SentenceScores;
}

export interface SentenceScores {
  /** Of the readings, as log-odds, in their order. */
  readonly readings: readonly number[];
  /** The likely relations between its phrases, whatever the predicate. */
  readonly pairs: readonly PairScore[];
}

export function buildEncoder(weights: EncoderWeights, kernel: Kernel, inputs: EncoderInputs): Encoder {
  const { header } = weights;
  if (header.rows !== inputs.rows)
    throw new Error(`The encoder has ${header.rows} rows, its inputs ${inputs.rows}: train it anew.`);
  const toolkit = createToolkit(weights, kernel);
  const encodeText = createTextEncoder(weights, toolkit, inputs);
  const encodePhrases = createPhraseEncoder(toolkit);
  const attention = createAttention(toolkit);
  const encodeGaps = createGapEncoder(toolkit);
  const readPairs = createPairReader(toolkit, encodeGaps, attention, header.relations);
  const scoreReadings = createReadingScorer(toolkit, encodeGaps, attention, header.relations);
  return {
    read(sentence, readings) {
      toolkit.memory.clear();
      const text = encodeText(sentence);
      const phrases = encodePhrases(sentence, text);
      const asked = attention.prepare(text);
      const pairs = readPairs(sentence, text, asked, phrases);
      return {
        readings: scoreReadings(sentence, readings, text, asked, phrases, pairs),
        pairs: pairs.likely,
      };
    },
  };
}
