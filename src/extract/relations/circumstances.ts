import {
  ALLEGATION_MARKS,
  FUTURE_MARKS,
  NEGATING_NOUNS,
  NEGATIONS,
} from '../../language/arabic/function-words.js';
import type { Modality, Polarity } from '../../model.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';
import { WordClass } from './words.js';

/**
 * How a predicate is stated: affirmed or negated, as done, planned or alleged. Negation and modality words
 * stand before the predicate in its clause, and some adjectives right after it.
 */

/** Words between a negation and its predicate: "لم تعد تدعم", "لا يوجد أي دعم". */
const NEGATION_REACH = 3;
const MODALITY_REACH = 7;
const ADJECTIVE_REACH = 3;

export function polarityOf(sentence: Sentence, predicate: Predicate): Polarity {
  const { first, words } = sentence;
  const at = predicate.index - first;
  const isVerb = predicate.lexeme.kind === 'verb';
  for (let index = at - 1; index >= 0 && at - index <= NEGATION_REACH; index--) {
    const word = words[index];
    if (!word || word.class === WordClass.Punctuation || word.class === WordClass.Comma) break;
    const text = sentence.tokens[first + index]?.form.fold ?? '';
    if (isVerb && isNegation(text)) return 'negated';
    if (!isVerb && (NEGATING_NOUNS.has(text) || NEGATING_NOUNS.has(withoutConjunction(text))))
      return 'negated';
    if (!isVerb && isNegation(text) && at - index <= 2) return 'negated';
    if (word.class === WordClass.Verb || word.class === WordClass.Complementizer) {
      // "رفض أن يزور": the refusal governs the clause.
      const governor = sentence.tokens[first + index - 1]?.form.fold ?? '';
      return word.class === WordClass.Complementizer &&
        isVerb &&
        NEGATING_NOUNS.has(withoutConjunction(governor))
        ? 'negated'
        : 'affirmed';
    }
  }
  return 'affirmed';
}

function isNegation(text: string): boolean {
  return NEGATIONS.has(text);
}

function withoutConjunction(text: string): string {
  return /^[وف]/.test(text) && text.length > 3 ? text.slice(1) : text;
}

export function modalityOf(sentence: Sentence, predicate: Predicate, accuses: boolean): Modality {
  const { first, words, tokens } = sentence;
  const at = predicate.index - first;
  if (predicate.reading.proclitic === 'س') return 'planned';
  for (let index = at - 1; index >= 0 && at - index <= MODALITY_REACH; index--) {
    const word = words[index];
    if (!word || word.class === WordClass.Punctuation) break;
    const text = tokens[first + index]?.form.fold ?? '';
    const bare = withoutConjunction(text);
    if (text === 'قد' || bare === 'قد') {
      if (predicate.verb?.tense === 'present') return 'planned';
      continue;
    }
    if (FUTURE_MARKS.has(bare) || FUTURE_MARKS.has(text) || bare === 'لن') return 'planned';
    if (!accuses && (ALLEGATION_MARKS.has(bare) || ALLEGATION_MARKS.has(text))) return 'alleged';
    if (word.class === WordClass.Verb && at - index > 2) break;
  }
  for (let index = at + 1; index < words.length && index - at <= ADJECTIVE_REACH; index++) {
    const text = tokens[first + index]?.form.fold ?? '';
    if (predicate.lexeme.kind !== 'verb' && FUTURE_MARKS.has(text)) return 'planned';
    if (ALLEGATION_MARKS.has(text) && !accuses && predicate.lexeme.kind !== 'verb') return 'alleged';
    if (words[index]?.class === WordClass.Verb) break;
  }
  return 'actual';
}

/** The phrase of whoever is quoted as saying what the predicate says, if the sentence names one. */
export function speakerOf(
  sentence: Sentence,
  predicate: Predicate,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  isSaying: (index: number) => boolean,
): Phrase | undefined {
  for (let index = predicate.index - 1; index >= sentence.first; index--) {
    if (isSaying(index)) return subjects.get(index)?.[0];
  }
  for (const phrase of sentence.phrases) {
    if (phrase.preposition === 'بحسب' || phrase.preposition === 'وفق' || phrase.preposition === 'حسب')
      return phrase;
  }
  return undefined;
}
