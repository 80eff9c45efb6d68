import { distanceCode } from './inputs.js';
import { type EncodedText, FLOAT, type Toolkit } from './toolkit.js';

/**
 * Where a reading looks in its sentence: each asks all tokens by what it is so far and by how far they stand from its
 * subject, its object and its predicate (Vaswani et al. 2017; with distances as in Zhang et al. 2017).
 */
export interface Attention {
  /** Makes the tokens of a sentence ready to be asked. */
  prepare(text: EncodedText): AskedText;
  /**
   * Adds to vectors what the readings found.
   *
   * @param readings the address of their vectors so far
   * @param marks for each the tokens, in the sentence, of its subject and object, and of its predicate if they have one
   * @param markCount two or three
   * @param to the address of the vectors that it is added to
   */
  look(text: AskedText, readings: number, marks: readonly number[], markCount: number, to: number): void;
}

/** Addresses of the keys and values of the tokens. */
export interface AskedText {
  readonly count: number;
  readonly keys: number;
  readonly values: number;
}

const HEADS = 4;
/** Further than this, it does not matter how far. */
const FARTHEST = 256;

export function createAttention(toolkit: Toolkit): Attention {
  const { kernel, memory, width, bytes, values, keepNumbers, nothing } = toolkit;
  const depth = width / HEADS;
  /** The channels of the heads take turns in the kernel. */
  const turn = (channel: number) => (channel % depth) * HEADS + Math.floor(channel / depth);
  const matrix = (name: string, place: (row: number, column: number) => number, scale = 1) => {
    const source = values(name);
    const target = new Float32Array(source.length);
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++)
        target[place(row, column)] = scale * (source[row * width + column] ?? 0);
    return keepNumbers(target, width, width);
  };
  // In PyTorch rows are by what comes out, in the kernel by what comes in.
  const toHeads = (row: number, column: number) => column * width + turn(row);
  const query = matrix('query.weight', toHeads, 1 / Math.sqrt(depth));
  const key = matrix('key.weight', toHeads);
  const value = matrix('value.weight', toHeads);
  const context = matrix('context.weight', (row, column) => turn(column) * width + row);
  const ways = 2 * FARTHEST + 1;
  const MARKS = 3;
  const table = new Float32Array(MARKS * ways * HEADS);
  for (let mark = 0; mark < MARKS; mark++) {
    const source = values(`far.${mark}.weight`);
    for (let way = -FARTHEST; way <= FARTHEST; way++) {
      const from = distanceCode(way) * HEADS;
      table.set(source.subarray(from, from + HEADS), (mark * ways + way + FARTHEST) * HEADS);
    }
  }
  const nearness = memory.keep(table);

  return {
    prepare({ count, x }) {
      const [keys, ofValues] = [memory.take(count * bytes), memory.take(count * bytes)];
      kernel.multiply(x, count, width, key, nothing, width, keys);
      kernel.multiply(x, count, width, value, nothing, width, ofValues);
      return { count, keys, values: ofValues };
    },
    look({ count, keys, values: ofValues }, readings, marks, markCount, to) {
      const number = marks.length / markCount;
      const size = number * bytes;
      const [queries, found] = [memory.take(size), memory.take(size)];
      const list = memory.take(marks.length * FLOAT);
      const spare = memory.take(count * HEADS * FLOAT);
      memory.integers.set(marks, list / FLOAT);
      kernel.multiply(readings, number, width, query, nothing, width, queries);
      kernel.attend(
        queries,
        number,
        keys,
        ofValues,
        count,
        list,
        markCount,
        nearness,
        FARTHEST,
        spare,
        found,
      );
      kernel.multiply(found, number, width, context, nothing, width, queries);
      kernel.add(to, queries, size);
    },
  };
}
