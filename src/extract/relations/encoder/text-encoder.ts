import type { WordForm } from '../../../language/arabic/tokens.js';
import type { Sentence } from '../syntax.js';
import type { EncoderInputs } from './inputs.js';
import { type EncodedText, FLOAT, type Toolkit } from './toolkit.js';
import { type EncoderWeights, transpose } from './weights.js';

/** Gives each token of a sentence a vector that tells what it means where it stands. */
export type TextEncoder = (sentence: Sentence) => EncodedText;

export function createTextEncoder(
  { header, table: rows, scales: sizes, tensor }: EncoderWeights,
  { kernel, memory, width, bytes, keep, keepMatrix }: Toolkit,
  inputs: EncoderInputs,
): TextEncoder {
  const table = memory.keep(rows);
  const scales = memory.keep(sizes);
  const norm = { gamma: keep('encoder.norm.weight'), beta: keep('encoder.norm.bias') };
  const layers = header.dilations.map((dilation, number) => {
    const name = `encoder.layers.${number}`;
    return {
      dilation,
      taps: memory.keep(transpose({ ...tensor(`${name}.taps.weight`), shape: [width, header.taps] })),
      tapBias: keep(`${name}.taps.bias`),
      mix: keepMatrix(`${name}.mix.weight`),
      mixBias: keep(`${name}.mix.bias`),
      gamma: keep(`${name}.norm.weight`),
      beta: keep(`${name}.norm.bias`),
    };
  });

  return sentence => {
    const { first, tokens, words } = sentence;
    const count = words.length;
    const ends = memory.take(count * FLOAT);
    const x = memory.take(count * bytes);
    const spare = memory.take(2 * count * bytes);
    const sums = memory.take((count + 1) * 2 * bytes);
    const list = memory.take(count * inputs.most * FLOAT);
    const { integers } = memory;
    let next = list / FLOAT;
    inputs.placeRows(sentence).forEach(({ hidden, rows: own }, index) => {
      const { word, shape } = inputs.formRows((tokens[first + index] as { form: WordForm }).form);
      if (!hidden) integers[next++] = word;
      for (const row of shape) integers[next++] = row;
      for (const row of own) integers[next++] = row;
      integers[ends / FLOAT + index] = next - list / FLOAT;
    });
    kernel.embed(table, scales, list, ends, count, norm.gamma, norm.beta, x);
    for (const { dilation, taps, tapBias, mix, mixBias, gamma, beta } of layers)
      kernel.layer(x, count, taps, header.taps, dilation, tapBias, mix, mixBias, gamma, beta, spare);
    kernel.accumulate(x, count, sums);
    return { first, count, x, sums };
  };
}
