import type { Phrase } from '../syntax.js';
import { type EncodedText, inside, type Toolkit } from './toolkit.js';

/** Writes what the words between each two phrases say, as vectors one after another. */
export type GapEncoder = (
  text: EncodedText,
  subjects: readonly Phrase[],
  objects: readonly Phrase[],
  to: number,
) => void;

export function createGapEncoder({ kernel, memory, width, bytes, keepMatrix, nothing }: Toolkit): GapEncoder {
  const between = keepMatrix('between.weight');
  return (text, subjects, objects, to) => {
    const means = memory.take(subjects.length * bytes);
    subjects.forEach((subject, number) => {
      const [from, end] = gapOf(subject, objects[number] ?? subject, text);
      kernel.average(text.sums, from, end, means + number * bytes);
    });
    kernel.multiply(means, subjects.length, width, between, nothing, width, to);
  };
}

function gapOf(one: Phrase, other: Phrase, { first, count }: EncodedText): [from: number, end: number] {
  const from = inside(Math.min(one.end, other.end) - first, count);
  return [from, Math.max(from, inside(Math.max(one.start, other.start) - first, count))];
}
