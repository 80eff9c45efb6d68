import type { AskedText, Attention } from './attention.js';
import type { Toolkit } from './toolkit.js';

/**
 * The last step of readings: to the vector of each is added what its channels say together with what it finds in the
 * sentence. See {@link Attention.look} for the marks.
 */
export type LastStep = (
  asked: AskedText,
  readings: number,
  marks: readonly number[],
  markCount: number,
) => void;

/** @param name of the matrix that mixes the channels */
export function createLastStep(
  { kernel, memory, width, bytes, keep, keepMatrix }: Toolkit,
  attention: Attention,
  name: string,
): LastStep {
  const [mix, bias] = [keepMatrix(`${name}.weight`), keep(`${name}.bias`)];
  return (asked, readings, marks, markCount) => {
    const count = marks.length / markCount;
    const added = memory.take(count * bytes);
    kernel.multiply(readings, count, width, mix, bias, width, added);
    attention.look(asked, readings, marks, markCount, added);
    kernel.addRectified(readings, added, count * bytes);
  };
}
