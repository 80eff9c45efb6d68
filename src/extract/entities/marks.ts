import type { Token } from '../../language/arabic/tokens.js';
import type { WordClasses } from './classes.js';
import { opensFoundation } from './foundations.js';
import type { Lexicon } from './lexicon.js';
import { ownsOffice } from './owned-offices.js';
import { isRealm } from './realms.js';
import { rulerOf } from './rulers.js';

/** Where in an article the passes have to look, as indexes of tokens. */
export interface Marks {
  /** A name of the gazetteer may begin here. */
  readonly starting: readonly number[];
  /** The word says something about names, offices or bodies. */
  readonly marked: readonly number[];
}

const STARTING = 1;
const MARKED = 2;

/** Makes a function that goes over an article once, so that the passes need not look at every word. */
export function createMarker(lexicon: Lexicon, classes: WordClasses): (tokens: readonly Token[]) => Marks {
  const marksOf = lexicon.vocabulary.memo(form => {
    const marked =
      classes(form).marked ||
      isRealm(form) ||
      rulerOf(form) !== undefined ||
      opensFoundation(form) ||
      ownsOffice(form);
    return (lexicon.starts(form).length > 0 ? STARTING : 0) | (marked ? MARKED : 0);
  });
  return tokens => {
    const starting: number[] = [];
    const marked: number[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      const marks = token ? marksOf(token.form) : 0;
      if (marks & STARTING) starting.push(index);
      if (marks & MARKED) marked.push(index);
    }
    return { starting, marked };
  };
}
