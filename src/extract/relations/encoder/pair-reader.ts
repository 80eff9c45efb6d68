import { LEAST_PAIR_SCORE, PAIR_REACH, type PairScore } from '../pairs.js';
import type { Phrase, Sentence } from '../syntax.js';
import type { AskedText, Attention } from './attention.js';
import type { GapEncoder } from './gap-encoder.js';
import { PAIR_CODES, pairCodes } from './inputs.js';
import { createLastStep } from './last-step.js';
import { type EncodedText, FLOAT, headOf, type PhraseVectors, type Toolkit } from './toolkit.js';
import { transpose } from './weights.js';

/** What the encoder says of the pairs of phrases of a sentence. */
export interface PairTable {
  /** The likely relations. */
  readonly likely: readonly PairScore[];
  /** The score of a relation, by its number, between two phrases; 0 for what is no pair. */
  scoreOf(subject: Phrase, object: Phrase, relation: number): number;
}

export type PairReader = (
  sentence: Sentence,
  text: EncodedText,
  asked: AskedText,
  phrases: PhraseVectors,
) => PairTable;

/** The kernel multiplies sixteen columns at a time. */
const COLUMNS = 32;

export function createPairReader(
  toolkit: Toolkit,
  encodeGaps: GapEncoder,
  attention: Attention,
  relations: readonly string[],
): PairReader {
  const { kernel, memory, width, bytes, keep, keepNumbers, values } = toolkit;
  const codes = PAIR_CODES.map(number => keep(`codes.${number}.weight`));
  const finish = createLastStep(toolkit, attention, 'pair_mix');
  // Columns that no relation has stay zero.
  const wide = (values: Float32Array, rows: number) => {
    const columns = new Float32Array(rows * COLUMNS);
    for (let row = 0; row < rows; row++)
      columns.set(values.subarray(row * relations.length, (row + 1) * relations.length), row * COLUMNS);
    return columns;
  };
  const weights = transpose({ values: values('pair.weight'), shape: [relations.length, width] });
  const out = keepNumbers(wide(weights, width), width, COLUMNS);
  const bias = memory.keep(wide(values('pair.bias'), 1));
  const addresses = codes.length + 2;

  return (sentence, text, asked, vectors) => {
    const { phrases } = sentence;
    const { subjects, objects, places } = pairsOf(phrases);
    const count = subjects.length;
    const size = count * bytes;
    const [z, gaps] = [memory.take(size), memory.take(size)];
    const scores = memory.take(count * COLUMNS * FLOAT);
    const list = memory.take(count * addresses * FLOAT);
    encodeGaps(text, subjects, objects, gaps);
    const { floats, integers } = memory;
    floats.fill(0, z / FLOAT, (z + size) / FLOAT);
    const marks: number[] = [];
    let next = list / FLOAT;
    for (let pair = 0; pair < count; pair++) {
      const [subject, object] = [subjects[pair] as Phrase, objects[pair] as Phrase];
      const own = pairCodes(subject, object);
      for (let code = 0; code < codes.length; code++)
        integers[next++] = (codes[code] ?? 0) + (own[code] ?? 0) * bytes;
      integers[next++] = vectors.subjects + subject.number * bytes;
      integers[next++] = vectors.objects + object.number * bytes;
      marks.push(headOf(subject, sentence), headOf(object, sentence));
    }
    kernel.join(z, count, gaps, list, addresses);
    finish(asked, z, marks, 2);
    kernel.multiply(z, count, width, out, bias, COLUMNS, scores);
    const results = memory.floats;
    const likely: PairScore[] = [];
    for (let pair = 0; pair < count; pair++) {
      const place = scores / FLOAT + pair * COLUMNS;
      for (let column = 0; column < relations.length; column++) {
        const score = results[place + column] ?? 0;
        if (score <= LEAST_PAIR_SCORE) continue;
        const [from, to] = [subjects[pair]?.number ?? 0, objects[pair]?.number ?? 0];
        likely.push({ from, to, relation: relations[column] ?? '', score });
      }
    }
    return {
      likely,
      scoreOf(subject, object, relation) {
        const pair = places[subject.number * phrases.length + object.number] ?? -1;
        return pair < 0 ? 0 : (memory.floats[scores / FLOAT + pair * COLUMNS + relation] ?? 0);
      },
    };
  };
}

interface Pairs {
  readonly subjects: readonly Phrase[];
  readonly objects: readonly Phrase[];
  /** The number of the pair of each two phrases, row by row; -1 for what is none. */
  readonly places: Int32Array;
}

/** All pairs of phrases of different entities, near enough, in either order. */
function pairsOf(phrases: readonly Phrase[]): Pairs {
  const [subjects, objects]: [Phrase[], Phrase[]] = [[], []];
  const places = new Int32Array(phrases.length ** 2).fill(-1);
  for (const subject of phrases)
    for (const object of phrases) {
      const [one, other] = [subject.mention, object.mention];
      if (one.entity.id === other.entity.id || Math.abs(one.first - other.first) > PAIR_REACH) continue;
      places[subject.number * phrases.length + object.number] = subjects.length;
      subjects.push(subject);
      objects.push(object);
    }
  return { subjects, objects, places };
}
