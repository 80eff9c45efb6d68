import type { Sentence } from '../syntax.js';
import { phraseCode } from './inputs.js';
import { type EncodedText, FLOAT, headOf, inside, type PhraseVectors, type Toolkit } from './toolkit.js';

/** Gives each phrase of a sentence two vectors: of what it is as a subject, and as an object. */
export type PhraseEncoder = (sentence: Sentence, text: EncodedText) => PhraseVectors;

export function createPhraseEncoder({
  kernel,
  memory,
  width,
  bytes,
  keep,
  keepMatrix,
}: Toolkit): PhraseEncoder {
  const [asSubject, asObject] = (['subject', 'object'] as const).map(role => ({
    matrix: keepMatrix(`${role}.weight`),
    bias: keep(`${role}.bias`),
    codes: keep(`${role}_code.weight`),
  })) as [Role, Role];

  return (sentence, { first, count, x, sums }) => {
    const { phrases } = sentence;
    const size = phrases.length * bytes;
    const ends = memory.take(2 * size);
    const list = memory.take(phrases.length * FLOAT);
    const [subjects, objects] = [memory.take(size), memory.take(size)];
    const { floats, integers } = memory;
    phrases.forEach((phrase, number) => {
      const head = (x + headOf(phrase, sentence) * bytes) / FLOAT;
      const at = ends + number * 2 * bytes;
      floats.copyWithin(at / FLOAT, head, head + width);
      const [start, end] = [inside(phrase.start - first, count), inside(phrase.end - first, count)];
      kernel.average(sums, start, end, at + bytes);
    });
    const read = ({ matrix, bias, codes }: Role, target: number) => {
      kernel.multiply(ends, phrases.length, 2 * width, matrix, bias, width, target);
      phrases.forEach((phrase, number) => {
        integers[list / FLOAT + number] = codes + phraseCode(phrase) * bytes;
      });
      kernel.addEach(target, phrases.length, list);
    };
    read(asSubject, subjects);
    read(asObject, objects);
    return { subjects, objects };
  };
}

interface Role {
  readonly matrix: number;
  readonly bias: number;
  readonly codes: number;
}
