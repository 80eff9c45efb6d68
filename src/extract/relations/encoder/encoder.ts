import type { WordForm } from '../../../language/arabic/tokens.js';
import type { Phrase, Sentence } from '../syntax.js';
import { type EncoderInputs, phraseCode, READING_CODES, type Read, readingCodes } from './inputs.js';
import { type Kernel, KernelMemory } from './memory.js';
import { type EncoderWeights, transpose } from './weights.js';

/**
 * A small neural network that reads a sentence as a whole: convolutions give each word a vector that tells what it
 * means where it stands, and from the vectors of two phrases and a predicate, of what lies between them and of how they
 * stand to each other comes the score of the relation that may hold. It was pretrained to guess hidden words of news, and learned
 * from the annotated articles (see `docs/training.md`). Its arithmetic runs in WebAssembly.
 */
export interface Encoder {
  /**
   * The scores of some readings of a sentence, as log-odds, in their order.
   *
   * @param readings each with the phrases of its subject and object, and the score that the linear model gave it
   */
  score(sentence: Sentence, readings: readonly Rated[]): number[];
}

export interface Rated extends Read {
  readonly relation: string;
  readonly score: number;
}

const FLOAT = 4;
/** A token has no more rows of the table. */
const MOST_ROWS = 64;

export function buildEncoder(weights: EncoderWeights, kernel: Kernel, inputs: EncoderInputs): Encoder {
  const { header } = weights;
  const { width, taps, dilations } = header;
  if (header.rows !== inputs.rows)
    throw new Error(`The encoder has ${header.rows} rows, its inputs ${inputs.rows}: train it anew.`);
  const bytes = width * FLOAT;
  const memory = new KernelMemory(kernel);
  const keep = (name: string) => memory.keep(weights.tensor(name).values);
  const keepMatrix = (name: string) => memory.keep(transpose(weights.tensor(name)));
  const values = (name: string) => weights.tensor(name).values;

  const table = memory.keep(weights.table);
  const scales = memory.keep(weights.scales);
  const norm = { gamma: keep('encoder.norm.weight'), beta: keep('encoder.norm.bias') };
  const layers = dilations.map((dilation, number) => {
    const name = `encoder.layers.${number}`;
    const taps = weights.tensor(`${name}.taps.weight`);
    return {
      dilation,
      taps: memory.keep(transpose({ ...taps, shape: [width, header.taps] })),
      tapBias: keep(`${name}.taps.bias`),
      mix: keepMatrix(`${name}.mix.weight`),
      mixBias: keep(`${name}.mix.bias`),
      gamma: keep(`${name}.norm.weight`),
      beta: keep(`${name}.norm.bias`),
    };
  });
  const heads = (['subject', 'object'] as const).map(role => ({
    matrix: keepMatrix(`${role}.weight`),
    bias: keep(`${role}.bias`),
    codes: values(`${role}_code.weight`),
  }));
  const between = keepMatrix('between.weight');
  const predicate = keepMatrix('predicate.weight');
  const nothings = new Float32Array(width);
  const nothing = memory.keep(nothings);
  const mix = keepMatrix('mix.weight');
  const mixBias = keep('mix.bias');
  const codeTables = READING_CODES.map((_, number) => values(`codes.${number}.weight`));
  const relationWeights = values('relation.weight');
  const relationBias = values('relation.bias');
  const trust = values('trust');
  const relationNumbers = new Map(header.relations.map((relation, number) => [relation, number]));

  /** The address of the vectors of all tokens of a sentence. */
  const encode = ({ first, tokens, words }: Sentence, places: ReturnType<EncoderInputs['placeRows']>) => {
    const count = words.length;
    const ends = memory.take(count * FLOAT);
    const x = memory.take(count * bytes);
    const spare = memory.take(2 * count * bytes);
    const list = memory.take(count * MOST_ROWS * FLOAT);
    const { integers } = memory;
    let next = list / FLOAT;
    for (let index = 0; index < count; index++) {
      const place = places[index];
      const { word, shape } = inputs.formRows((tokens[first + index] as { form: WordForm }).form);
      const end = next + MOST_ROWS;
      if (!place?.hidden) integers[next++] = word;
      for (const row of shape) if (next < end) integers[next++] = row;
      for (const row of place?.rows ?? []) if (next < end) integers[next++] = row;
      integers[ends / FLOAT + index] = next - list / FLOAT;
    }
    kernel.embed(table, scales, list, ends, count, norm.gamma, norm.beta, x);
    for (const { dilation, taps: own, tapBias, mix, mixBias, gamma, beta } of layers)
      kernel.layer(x, count, own, taps, dilation, tapBias, mix, mixBias, gamma, beta, spare);
    return x;
  };

  /** The sums of the vectors before each token. */
  const sumsOf = (x: number, count: number): Float64Array => {
    const sums = new Float64Array((count + 1) * width);
    const { floats } = memory;
    for (let index = 0; index < count * width; index++)
      sums[index + width] = (sums[index] ?? 0) + (floats[x / FLOAT + index] ?? 0);
    return sums;
  };

  /** The vectors of the phrases as subjects and as objects, by their numbers. */
  const readPhrases = (
    { first, words }: Sentence,
    phrases: readonly Phrase[],
    x: number,
    sums: Float64Array,
  ): readonly [number, number] => {
    const count = words.length;
    const ends = memory.take(phrases.length * 2 * bytes);
    const out = heads.map(() => memory.take(phrases.length * bytes));
    const { floats } = memory;
    phrases.forEach((phrase, number) => {
      const head = Math.min(count - 1, Math.max(0, phrase.mention.first - first));
      const at = ends / FLOAT + number * 2 * width;
      floats.copyWithin(at, x / FLOAT + head * width, x / FLOAT + (head + 1) * width);
      writeMean(
        floats,
        at + width,
        sums,
        inside(phrase.start - first, count),
        inside(phrase.end - first, count),
      );
    });
    heads.forEach(({ matrix, bias, codes }, role) => {
      const target = out[role] ?? 0;
      kernel.multiply(ends, phrases.length, 2 * width, matrix, bias, width, target);
      phrases.forEach((phrase, number) => {
        addRow(floats, target / FLOAT + number * width, codes, phraseCode(phrase));
      });
    });
    return [out[0] ?? 0, out[1] ?? 0];
  };

  const writeMean = (floats: Float32Array, at: number, sums: Float64Array, from: number, to: number) => {
    const share = 1 / Math.max(1, to - from);
    for (let d = 0; d < width; d++)
      floats[at + d] = ((sums[to * width + d] ?? 0) - (sums[from * width + d] ?? 0)) * share;
  };

  const addRow = (floats: Float32Array, at: number, rows: Float32Array, row: number) => {
    for (let d = 0; d < width; d++) floats[at + d] = (floats[at + d] ?? 0) + (rows[row * width + d] ?? 0);
  };

  /** The address of the vectors of the readings. */
  const readReadings = (
    { first, words }: Sentence,
    readings: readonly Rated[],
    numbers: ReadonlyMap<Phrase, number>,
    x: number,
    [subjects, objects]: readonly [number, number],
    sums: Float64Array,
  ): number => {
    const count = words.length;
    const size = readings.length * width;
    const inputs = memory.take(size * FLOAT);
    const z = memory.take(size * FLOAT);
    const parts = memory.take(size * FLOAT);
    const { floats } = memory;
    readings.forEach(({ ends: [subject, object] }, number) => {
      const from = inside(Math.min(subject.end, object.end) - first, count);
      const to = Math.max(from, inside(Math.max(subject.start, object.start) - first, count));
      writeMean(floats, inputs / FLOAT + number * width, sums, from, to);
    });
    kernel.multiply(inputs, readings.length, width, between, nothing, width, z);
    readings.forEach(({ predicate: at }, number) => {
      const token = x / FLOAT + inside(at - first, count - 1) * width;
      floats.copyWithin(inputs / FLOAT + number * width, token, token + width);
    });
    kernel.multiply(inputs, readings.length, width, predicate, nothing, width, parts);
    readings.forEach((reading, number) => {
      const at = z / FLOAT + number * width;
      const [subject, object] = reading.ends.map(phrase => numbers.get(phrase) ?? 0) as [number, number];
      readingCodes(reading).forEach((code, table) => {
        addRow(floats, at, codeTables[table] ?? nothings, code);
      });
      for (let d = 0; d < width; d++) {
        const sum =
          (floats[at + d] ?? 0) +
          (floats[parts / FLOAT + number * width + d] ?? 0) +
          (floats[subjects / FLOAT + subject * width + d] ?? 0) +
          (floats[objects / FLOAT + object * width + d] ?? 0);
        floats[at + d] = Math.max(0, sum);
      }
    });
    kernel.multiply(z, readings.length, width, mix, mixBias, width, parts);
    for (let index = 0; index < size; index++)
      floats[z / FLOAT + index] =
        (floats[z / FLOAT + index] ?? 0) + Math.max(0, floats[parts / FLOAT + index] ?? 0);
    return z;
  };

  return {
    score(sentence, readings) {
      if (readings.length === 0 || sentence.words.length === 0) return readings.map(({ score }) => score);
      memory.clear();
      const numbers = new Map<Phrase, number>();
      for (const { ends } of readings)
        for (const phrase of ends) if (!numbers.has(phrase)) numbers.set(phrase, numbers.size);
      const x = encode(sentence, inputs.placeRows(sentence));
      const sums = sumsOf(x, sentence.words.length);
      const phrases = readPhrases(sentence, [...numbers.keys()], x, sums);
      const z = readReadings(sentence, readings, numbers, x, phrases, sums) / FLOAT;
      const { floats } = memory;
      return readings.map(({ relation, score }, index) => {
        const number = relationNumbers.get(relation);
        if (number === undefined) return score;
        let added = relationBias[number] ?? 0;
        for (let d = 0; d < width; d++)
          added += (floats[z + index * width + d] ?? 0) * (relationWeights[number * width + d] ?? 0);
        return (trust[number] ?? 1) * score + added;
      });
    },
  };
}

function inside(token: number, count: number): number {
  return Math.min(count, Math.max(0, token));
}
