import type { Phrase, Sentence } from '../syntax.js';
import { type Kernel, KernelMemory } from './memory.js';
import { type EncoderWeights, pack, transpose } from './weights.js';

/** Bytes of a number in the kernel's memory. */
export const FLOAT = 4;

/** What the parts of the encoder work with: the kernel, its memory, and the weights in it. */
export interface Toolkit {
  readonly kernel: Kernel;
  readonly memory: KernelMemory;
  readonly width: number;
  /** Of a vector. */
  readonly bytes: number;
  /** The address of a tensor in memory. */
  keep(name: string): number;
  /** The same of a matrix, as the kernel multiplies with it. */
  keepMatrix(name: string): number;
  /** The same of numbers: a matrix, rows by what comes in. */
  keepNumbers(matrix: Float32Array, rows: number, columns: number): number;
  values(name: string): Float32Array;
  /** The address of a vector of zeros. */
  readonly nothing: number;
}

export function createToolkit(weights: EncoderWeights, kernel: Kernel): Toolkit {
  const memory = new KernelMemory(kernel);
  const { width } = weights.header;
  return {
    kernel,
    memory,
    width,
    bytes: width * FLOAT,
    keep: name => memory.keep(weights.tensor(name).values),
    keepMatrix: name => {
      const tensor = weights.tensor(name);
      const [columns = 1, rows = 1] = tensor.shape;
      return memory.keep(pack(transpose(tensor), rows, columns));
    },
    keepNumbers: (matrix, rows, columns) => memory.keep(pack(matrix, rows, columns)),
    values: name => weights.tensor(name).values,
    nothing: memory.keep(new Float32Array(width)),
  };
}

/** A sentence whose tokens have their vectors. Sums are those of {@link Kernel.accumulate}. */
export interface EncodedText {
  readonly first: number;
  readonly count: number;
  /** The address of the vectors. */
  readonly x: number;
  readonly sums: number;
}

/** Addresses of the vectors of the phrases of a sentence, in the order of the phrases. */
export interface PhraseVectors {
  readonly subjects: number;
  readonly objects: number;
}

export function inside(token: number, count: number): number {
  return Math.min(count, Math.max(0, token));
}

/** The token that a phrase's mention begins with, in its sentence. */
export function headOf({ mention }: Phrase, { first, words }: Sentence): number {
  return inside(mention.first - first, words.length - 1);
}
