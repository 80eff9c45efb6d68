import type { Phrase, Predicate, Sentence } from '../syntax.js';

const ACCORDING_TO = new Set(['بحسب', 'وفق', 'حسب']);

/** The phrase of whoever is quoted as saying what the predicate says, if the sentence names one. */
export function speakerOf(
  sentence: Sentence,
  predicate: Predicate,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
): Phrase | undefined {
  for (let index = predicate.index - 1; index >= sentence.first; index--)
    if (sentence.saying.has(index)) return subjects.get(index)?.[0];
  return sentence.phrases.find(({ preposition }) => ACCORDING_TO.has(preposition));
}
