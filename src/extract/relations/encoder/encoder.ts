import type { WordForm } from '../../../language/arabic/tokens.js';
import type { Phrase, Sentence } from '../syntax.js';
import {
  type EncoderInputs,
  type PlaceRows,
  phraseCode,
  READING_CODES,
  type Read,
  readingCodes,
} from './inputs.js';
import { type Kernel, KernelMemory } from './memory.js';
import { type EncoderWeights, transpose } from './weights.js';

/**
 * A small neural network that reads a sentence as a whole: convolutions give each word a vector that tells what it
 * means where it stands, and from the vectors of two phrases and a predicate, of what lies between them and of how they
 * stand to each other comes the score of the relation that may hold. It was pretrained to guess hidden words of news,
 * and learned from the annotated articles (see `docs/training.md`). Its arithmetic runs in WebAssembly.
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
  /** How far a layer, and all after it, look to either side. */
  const reaches = dilations.map((_, number) =>
    dilations.slice(number).reduce((sum, dilation) => sum + (taps >> 1) * dilation, 0),
  );
  const heads = (['subject', 'object'] as const).map(role => ({
    matrix: keepMatrix(`${role}.weight`),
    bias: keep(`${role}.bias`),
    codes: keep(`${role}_code.weight`),
  }));
  const between = keepMatrix('between.weight');
  const predicate = keepMatrix('predicate.weight');
  const nothing = memory.keep(new Float32Array(width));
  const mix = keepMatrix('mix.weight');
  const mixBias = keep('mix.bias');
  const codeTables = READING_CODES.map((_, number) => keep(`codes.${number}.weight`));
  const relationWeights = keep('relation.weight');
  const relationBias = values('relation.bias');
  const trust = values('trust');
  const relationNumbers = new Map(header.relations.map((relation, number) => [relation, number]));

  /** The address of the vectors of the tokens of a sentence; of those outside of the range they are not finished. */
  const encode = ({ first, tokens, words }: Sentence, places: readonly PlaceRows[], range: Range) => {
    const count = words.length;
    const ends = memory.take(count * FLOAT);
    const x = memory.take(count * bytes);
    const spare = memory.take(2 * count * bytes);
    const list = memory.take(count * inputs.most * FLOAT);
    const { integers } = memory;
    let next = list / FLOAT;
    for (let index = 0; index < count; index++) {
      const place = places[index];
      const { word, shape } = inputs.formRows((tokens[first + index] as { form: WordForm }).form);
      if (!place?.hidden) integers[next++] = word;
      for (const row of shape) integers[next++] = row;
      for (const row of place?.rows ?? []) integers[next++] = row;
      integers[ends / FLOAT + index] = next - list / FLOAT;
    }
    kernel.embed(table, scales, list, ends, count, norm.gamma, norm.beta, x);
    layers.forEach(({ dilation, taps: own, tapBias, mix, mixBias, gamma, beta }, number) => {
      const reach = reaches[number + 1] ?? 0;
      const [from, to] = [Math.max(0, range.from - reach), Math.min(count, range.to + reach)];
      kernel.layer(x, count, from, to, own, taps, dilation, tapBias, mix, mixBias, gamma, beta, spare);
    });
    return x;
  };

  /** The addresses of the vectors of the phrases as subjects and as objects, by their numbers. */
  const readPhrases = (
    { first, words }: Sentence,
    phrases: readonly Phrase[],
    x: number,
    sums: number,
  ): readonly [number, number] => {
    const count = words.length;
    const ends = memory.take(phrases.length * 2 * bytes);
    const list = memory.take(phrases.length * FLOAT);
    const out = heads.map(() => memory.take(phrases.length * bytes));
    const { floats, integers } = memory;
    phrases.forEach((phrase, number) => {
      const head = x + headOf(phrase, first, count) * bytes;
      const at = ends + number * 2 * bytes;
      floats.copyWithin(at / FLOAT, head / FLOAT, head / FLOAT + width);
      const [start, end] = [inside(phrase.start - first, count), inside(phrase.end - first, count)];
      kernel.average(sums, start, end, at + bytes);
    });
    heads.forEach(({ matrix, bias, codes }, role) => {
      const target = out[role] ?? 0;
      kernel.multiply(ends, phrases.length, 2 * width, matrix, bias, width, target);
      phrases.forEach((phrase, number) => {
        integers[list / FLOAT + number] = codes + phraseCode(phrase) * bytes;
      });
      kernel.addEach(target, phrases.length, list);
    });
    return [out[0] ?? 0, out[1] ?? 0];
  };

  /** The address of the vectors of the readings. */
  const readReadings = (
    { first, words }: Sentence,
    readings: readonly Rated[],
    numbers: ReadonlyMap<Phrase, number>,
    x: number,
    [subjects, objects]: readonly [number, number],
    sums: number,
  ): number => {
    const count = words.length;
    const size = readings.length * bytes;
    const inputs = memory.take(size);
    const z = memory.take(size);
    const parts = memory.take(size);
    const addresses = codeTables.length + 2;
    const list = memory.take(readings.length * addresses * FLOAT);
    const { floats, integers } = memory;
    readings.forEach(({ ends: [subject, object] }, number) => {
      const from = inside(Math.min(subject.end, object.end) - first, count);
      const to = Math.max(from, inside(Math.max(subject.start, object.start) - first, count));
      kernel.average(sums, from, to, inputs + number * bytes);
    });
    kernel.multiply(inputs, readings.length, width, between, nothing, width, z);
    let next = list / FLOAT;
    readings.forEach((reading, number) => {
      const token = (x + inside(reading.predicate - first, count - 1) * bytes) / FLOAT;
      floats.copyWithin(inputs / FLOAT + number * width, token, token + width);
      const codes = readingCodes(reading);
      for (let table = 0; table < codeTables.length; table++)
        integers[next++] = (codeTables[table] ?? 0) + (codes[table] ?? 0) * bytes;
      const [subject, object] = reading.ends;
      integers[next++] = subjects + (numbers.get(subject) ?? 0) * bytes;
      integers[next++] = objects + (numbers.get(object) ?? 0) * bytes;
    });
    kernel.multiply(inputs, readings.length, width, predicate, nothing, width, parts);
    kernel.join(z, readings.length, parts, list, addresses);
    kernel.multiply(z, readings.length, width, mix, mixBias, width, parts);
    kernel.addRectified(z, parts, size);
    return z;
  };

  return {
    score(sentence, readings) {
      const count = sentence.words.length;
      if (readings.length === 0 || count === 0) return readings.map(({ score }) => score);
      memory.clear();
      const numbers = new Map<Phrase, number>();
      for (const { ends } of readings)
        for (const phrase of ends) if (!numbers.has(phrase)) numbers.set(phrase, numbers.size);
      const range = rangeOf(sentence, numbers.keys(), readings);
      const x = encode(sentence, inputs.placeRows(sentence), range);
      const sums = memory.take((count + 1) * 2 * bytes);
      kernel.accumulate(x, range.from, range.to, sums);
      const phrases = readPhrases(sentence, [...numbers.keys()], x, sums);
      const z = readReadings(sentence, readings, numbers, x, phrases, sums);
      return readings.map(({ relation, score }, index) => {
        const number = relationNumbers.get(relation);
        if (number === undefined) return score;
        const added = kernel.dot(
          z + index * bytes,
          relationWeights + number * bytes,
          relationBias[number] ?? 0,
        );
        return (trust[number] ?? 1) * score + added;
      });
    },
  };
}

/** Tokens of a sentence. */
interface Range {
  from: number;
  to: number;
}

/** All tokens whose vectors readings look at: those of their phrases, those between, and predicates. */
function rangeOf({ first, words }: Sentence, phrases: Iterable<Phrase>, readings: readonly Rated[]): Range {
  const count = words.length;
  const range = { from: count, to: 0 };
  const widen = (from: number, to: number) => {
    range.from = Math.min(range.from, from);
    range.to = Math.max(range.to, to);
  };
  for (const phrase of phrases) {
    const head = headOf(phrase, first, count);
    widen(head, head + 1);
    widen(inside(phrase.start - first, count), inside(phrase.end - first, count));
  }
  for (const { predicate } of readings) {
    const token = inside(predicate - first, count - 1);
    widen(token, token + 1);
  }
  return range;
}

/** The token that a phrase's mention begins with. */
function headOf({ mention }: Phrase, first: number, count: number): number {
  return inside(mention.first - first, count - 1);
}

function inside(token: number, count: number): number {
  return Math.min(count, Math.max(0, token));
}
