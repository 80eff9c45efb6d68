import type { Document, EntityMention } from '../../document.js';

/** How many and which countries, before their names in brackets: "خمس دول تقع جنوب البحر (المغرب والجزائر)". */
export const COUNTED = /^و?(خمس|ست|سبع|ثماني|تسع|عشر|اربع|ثلاث|دولتان|\d+)/;
const LONGEST_COUNT = 7;

/** The index of the bracket that opens behind a count of countries. */
export function bracketAfter(
  { tokens }: Document,
  names: ReadonlyMap<number, EntityMention>,
  first: number,
  sentence: number,
): number | undefined {
  for (let index = first + 1; index <= first + LONGEST_COUNT; index++) {
    if (tokens[index]?.sentence !== sentence || names.get(index)?.entity.type === 'country') return undefined;
    if (tokens[index]?.form.text === '(') return index;
  }
  return undefined;
}
