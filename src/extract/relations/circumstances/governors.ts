import { wordSet } from '../../../language/arabic/words.js';
import type { Sentence } from '../syntax.js';
import { WordClass } from '../words.js';

/** A word that may stand above another. */
export interface Above {
  /** Whether it, or what it is without a conjunction, is in a list of folded words. */
  readonly is: (list: ReadonlySet<string>) => boolean;
  /** Folded, without conjunction. */
  readonly text: string;
  /** The word before it, folded. */
  readonly before: string;
  /** Part of a phrase that stands for an entity. */
  readonly isName: boolean;
  readonly isVerb: boolean;
  readonly isPreposition: boolean;
  /** How many words, names counted as one, stand between it and the word below. */
  readonly distance: number;
  /** It reports the clause of the word below: "قال إن …". */
  readonly reports: boolean;
}

/** Farther up, words belong to something else. */
const REACH = 14;

/**
 * The words that may govern the one at `at` (an index in the sentence), nearest first, up to the verb of its clause:
 * "سيحاول الجانب الأميركي إقناع". Where the clause stands after أن, also those above it: "من المقرر أن يزور".
 */
export function wordsAbove({ first, tokens, words, phraseAt }: Sentence, at: number): Above[] {
  const found: Above[] = [];
  const formAt = (index: number) => tokens[first + index]?.form.fold ?? '';
  let reports = false;
  let distance = 0;
  for (let index = at - 1; index >= 0 && distance < REACH; index--) {
    const word = words[index];
    if (!word || word.class === WordClass.Punctuation || word.class === WordClass.Colon) break;
    const phrase = phraseAt[index];
    if (phrase && phraseAt[index - 1] === phrase) continue;
    if (word.class === WordClass.Quote || word.class === WordClass.Comma) {
      // A comma ends the clause, except beside names, where it lists or explains them.
      if (word.class === WordClass.Comma && !phraseAt[index - 1] && !phraseAt[index + 1]) break;
      continue;
    }
    if (word.class === WordClass.Relative) break;
    const form = formAt(index);
    const isVerb = word.class === WordClass.Verb && !isVerbalNoun(form, words[index - 1]?.class);
    // After إن comes its noun, after the أن of what is to be done a verb.
    if (word.class === WordClass.Complementizer && words[index + 1]?.class !== WordClass.Verb) reports = true;
    const text = withoutConjunction(form);
    found.push({
      is: list => list.has(form) || list.has(text),
      text,
      isName: phrase !== undefined,
      before: index > 0 ? formAt(index - 1) : '',
      isVerb,
      isPreposition: word.class === WordClass.Preposition,
      distance,
      reports,
    });
    distance++;
    if (isVerb && words[index - 1]?.class !== WordClass.Complementizer) break;
  }
  return found;
}

/** Written like a verb in the past, a noun where a noun or a preposition stands before: "تهديد فرض رسوم". */
const VERBAL_NOUNS = wordSet('فرض نشر شن عقد منح قطع دعم رفض قصف ضرب سحب طرد نقل');

function isVerbalNoun(form: string, before: number | undefined): boolean {
  return VERBAL_NOUNS.has(form) && (before === WordClass.Noun || before === WordClass.Preposition);
}

export function withoutConjunction(text: string): string {
  return /^[وف]/.test(text) && text.length > 3 ? text.slice(1) : text;
}

/** What stands after these is a fact, whatever the clause around it says: "بعد أسبوع على قصف المطار". */
export const SETTLED = wordSet('بعد عقب إثر غداة منذ بسبب نتيجة جراء');
/** What stands after these is only supposed: "في حال لم يتم التوصل إلى اتفاق". */
export const CONDITIONS = wordSet('إذا لو حال');
