import type { Vocabulary } from '../../../language/arabic/tokens.js';
import type { WordReader } from '../words.js';
import { buildEncoder, type Encoder } from './encoder.js';
import { createEncoderInputs, type EncoderWords } from './inputs.js';
import { type Kernel, loadKernel } from './memory.js';
import { parseEncoderWeights } from './weights.js';

export type { Encoder } from './encoder.js';
export type { EncoderWords } from './inputs.js';
export type { Rated } from './reading-scorer.js';

/** What an encoder is made of, as files hold it. */
export interface EncoderFiles {
  readonly words: EncoderWords;
  readonly weights: Uint8Array;
  /** The compiled kernel. */
  readonly kernel: Uint8Array<ArrayBuffer>;
}

export function createEncoder(files: EncoderFiles, words: WordReader, vocabulary: Vocabulary): Encoder {
  const kernel: Kernel = loadKernel(files.kernel);
  return buildEncoder(
    parseEncoderWeights(files.weights),
    kernel,
    createEncoderInputs(files.words, words, vocabulary),
  );
}
