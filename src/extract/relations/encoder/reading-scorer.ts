import type { Phrase, Sentence } from '../syntax.js';
import type { AskedText, Attention } from './attention.js';
import type { GapEncoder } from './gap-encoder.js';
import { READING_CODES, type Read, readingCodes } from './inputs.js';
import { createLastStep } from './last-step.js';
import type { PairTable } from './pair-reader.js';
import { type EncodedText, FLOAT, headOf, inside, type PhraseVectors, type Toolkit } from './toolkit.js';

/** A reading that is to be scored. */
export interface Rated extends Read {
  readonly relation: string;
  /** By the linear model. */
  readonly score: number;
}

/** Scores readings of a sentence, as log-odds, in their order. */
export type ReadingScorer = (
  sentence: Sentence,
  readings: readonly Rated[],
  text: EncodedText,
  asked: AskedText,
  phrases: PhraseVectors,
  pairs: PairTable,
) => number[];

export function createReadingScorer(
  toolkit: Toolkit,
  encodeGaps: GapEncoder,
  attention: Attention,
  relations: readonly string[],
): ReadingScorer {
  const { kernel, memory, width, bytes, keep, keepMatrix, values, nothing } = toolkit;
  const predicates = keepMatrix('predicate.weight');
  const finish = createLastStep(toolkit, attention, 'mix');
  const codeTables = READING_CODES.map((_, number) => keep(`codes.${number}.weight`));
  const relationWeights = keep('relation.weight');
  const relationBias = values('relation.bias');
  const trust = values('trust');
  const share = values('share');
  const numbers = new Map(relations.map((relation, number) => [relation, number]));
  const addresses = codeTables.length + 2;

  const vectorsOf = (
    sentence: Sentence,
    readings: readonly Rated[],
    text: EncodedText,
    asked: AskedText,
    phrases: PhraseVectors,
  ): number => {
    const { first, count, x } = text;
    const size = readings.length * bytes;
    const [inputs, z, parts] = [memory.take(size), memory.take(size), memory.take(size)];
    const list = memory.take(readings.length * addresses * FLOAT);
    const ends = readings.map(reading => reading.ends);
    encodeGaps(
      text,
      ends.map(([subject]) => subject),
      ends.map(([, object]) => object),
      z,
    );
    const { floats, integers } = memory;
    const at = (vectors: number, { number }: Phrase) => vectors + number * bytes;
    const marks: number[] = [];
    let next = list / FLOAT;
    readings.forEach((reading, number) => {
      const [subject, object] = reading.ends;
      const predicate = inside(reading.predicate - first, count - 1);
      const token = (x + predicate * bytes) / FLOAT;
      floats.copyWithin(inputs / FLOAT + number * width, token, token + width);
      marks.push(headOf(subject, sentence), headOf(object, sentence), predicate);
      const codes = readingCodes(reading);
      for (let table = 0; table < codeTables.length; table++)
        integers[next++] = (codeTables[table] ?? 0) + (codes[table] ?? 0) * bytes;
      integers[next++] = at(phrases.subjects, subject);
      integers[next++] = at(phrases.objects, object);
    });
    kernel.multiply(inputs, readings.length, width, predicates, nothing, width, parts);
    kernel.join(z, readings.length, parts, list, addresses);
    finish(asked, z, marks, 3);
    return z;
  };

  return (sentence, readings, text, asked, phrases, pairs) => {
    if (readings.length === 0) return [];
    const z = vectorsOf(sentence, readings, text, asked, phrases);
    return readings.map(({ relation, score, ends: [subject, object] }, index) => {
      const number = numbers.get(relation);
      if (number === undefined) return score;
      const own = kernel.dot(z + index * bytes, relationWeights + number * bytes, relationBias[number] ?? 0);
      const pair = pairs.scoreOf(subject, object, number);
      return (trust[number] ?? 1) * score + own + (share[number] ?? 0) * pair;
    });
  };
}
