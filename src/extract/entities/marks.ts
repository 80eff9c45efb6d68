import type { Token } from '../../language/arabic/tokens.js';
import type { WordClasses } from './classes.js';
import { opensFoundation } from './foundations.js';
import type { Lexicon } from './lexicon.js';
import { ownsOffice } from './owned-offices.js';
import { opensQuotedBody } from './quoted-bodies.js';
import { isRealm } from './realms.js';
import { rulerOf } from './rulers.js';

/** Where in an article the passes have to look, as indexes of tokens. */
export interface Marks {
  /** A name of the gazetteer may begin here. */
  readonly starting: readonly number[];
  /** The word says something about names, offices or bodies. */
  readonly marked: readonly number[];
}

/** A name of the gazetteer: the word is one, one begins with it, it is the second word or a mark before that. */
const NAME = 1;
const FIRST = 2;
const SECOND = 4;
const MARKED = 8;

/** Makes a function that goes over an article once, so that the passes need not look at every word. */
export function createMarker(lexicon: Lexicon, classes: WordClasses): (tokens: readonly Token[]) => Marks {
  const marksOf = lexicon.vocabulary.memo(form => {
    const marked =
      classes(form).marked ||
      isRealm(form) ||
      rulerOf(form) !== undefined ||
      opensFoundation(form) ||
      opensQuotedBody(form) ||
      ownsOffice(form);
    const starts = lexicon.starts(form);
    return (
      (starts.some(({ node }) => node.values.length > 0) ? NAME : 0) |
      (starts.some(({ node }) => node.next.size > 0) ? FIRST : 0) |
      (form.kind === 'punctuation' || lexicon.isSecond(form) ? SECOND : 0) |
      (marked ? MARKED : 0)
    );
  });
  return tokens => {
    const starting: number[] = [];
    const marked: number[] = [];
    let before = 0;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      const marks = token ? marksOf(token.form) : 0;
      if (before & FIRST && marks & SECOND) starting.push(index - 1);
      if (marks & NAME) starting.push(index);
      if (marks & MARKED) marked.push(index);
      before = marks & NAME ? 0 : marks;
    }
    return { starting, marked };
  };
}
