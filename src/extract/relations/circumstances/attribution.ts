import type { Phrase, Predicate, Sentence } from '../syntax.js';

const ACCORDING_TO = new Set(['بحسب', 'وفق', 'حسب']);

/**
 * The phrase of whoever is quoted as saying what the predicate says, if the sentence names one other than the
 * `subject` (an entity's id) itself.
 */
export function speakerOf(
  sentence: Sentence,
  predicate: Predicate,
  subject: string,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
): Phrase | undefined {
  for (let index = predicate.index - 1; index >= sentence.first; index--) {
    if (!sentence.saying.has(index)) continue;
    const speaker = subjects.get(index)?.[0];
    // "نشرت" publishes, but deploys too: of whoever does what is reported, somebody else speaks.
    if (speaker?.mention.entity.id !== subject) return speaker;
  }
  const source = sentence.phrases.find(({ preposition }) => ACCORDING_TO.has(preposition));
  return source?.mention.entity.id === subject ? undefined : source;
}
