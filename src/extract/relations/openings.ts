import type { Token } from '../../language/arabic/tokens.js';
import type { EntityMention, OfficeMention } from '../document.js';
import { type Word, WordClass } from './words.js';

/** Where the noun phrase of a mention begins, and what governs it. */

export type Governor = 'none' | 'preposition' | 'verb' | 'clause' | 'event' | 'entity';

/** Between names they tie: "قمة كيم-ترمب". */
const DASHES = new Set(['-', '–']);

/** Most nouns that a phrase may have before the mention that it stands for. */
const LONGEST_HEAD = 4;

/** The words of a sentence, and which of them are part of a mention. */
export interface View {
  readonly first: number;
  readonly words: readonly Word[];
  readonly covered: Uint8Array;
}

export interface Opening {
  readonly start: number;
  readonly governor: Governor;
  readonly preposition: string;
  readonly head: string;
  /** A conjunction or a comma stands before it. */
  readonly joined: boolean;
}

/** Walks from a mention to the left over the nouns of its phrase, to what governs it. */
export function openingOf(
  view: View,
  mention: EntityMention,
  office: OfficeMention | undefined,
  own: Token,
): Opening {
  const { first, words, covered } = view;
  let start = mention.first;
  if (office && office.first < start) start = office.first;
  let head = '';
  if (start === mention.first) {
    const prefix = own.form.fold.slice(0, Math.max(0, mention.start - own.start));
    const joined = /^[وف]/.test(prefix);
    const clitic = prefix.replace(/^[وف]/, '').charAt(0);
    if (clitic === 'ب' || clitic === 'ل' || clitic === 'ك')
      return { start, governor: 'preposition', preposition: clitic, head, joined };
    if (joined) return { start, governor: 'none', preposition: '', head, joined };
  } else {
    const opened = openedBy(words[start - first]);
    if (opened) return { start, head, ...opened };
  }
  for (let at = start - 1; at >= first && start - at <= LONGEST_HEAD; at--) {
    const word = words[at - first];
    if (!word) break;
    const end = (governor: Governor, preposition = '', joined = false): Opening => ({
      start,
      governor,
      preposition,
      head,
      joined,
    });
    switch (word.class) {
      case WordClass.Preposition:
        return word.closed ? end('none') : end('preposition', word.stem);
      case WordClass.Verb:
        return end('verb');
      case WordClass.Auxiliary:
        return end('none');
      case WordClass.Complementizer:
      case WordClass.Relative:
      case WordClass.Subordinator:
        return end('clause');
      case WordClass.Comma:
        return end('none', '', true);
      case WordClass.Quote:
        if (at === start - 1 && DASHES.has(word.stem) && covered[at - 1 - first])
          return end('none', '', true);
        continue;
      case WordClass.Time:
        return end('none');
      case WordClass.Colon:
      case WordClass.Punctuation:
        return end('none');
      case WordClass.Noun:
        break;
    }
    // Right after another entity begins a new phrase, unless it is its adjective.
    if (covered[at - first]) return end(at === start - 1 && isAdjective(mention, own) ? 'entity' : 'none');
    if (word.event) return end('event');
    head = word.stem;
    start = at;
    const opened = openedBy(word);
    if (opened) return { start, head, ...opened };
  }
  return { start, governor: 'none', preposition: '', head, joined: false };
}

function isAdjective(mention: EntityMention, own: Token): boolean {
  return mention.kind === 'demonym' && own.form.fold.startsWith('ال');
}

/** What the clitics of the first word of a phrase say. */
function openedBy(word: Word | undefined): Omit<Opening, 'start' | 'head'> | undefined {
  if (!word) return undefined;
  if (word.proclitic !== '')
    return { governor: 'preposition', preposition: word.proclitic, joined: word.conjunction };
  if (word.conjunction) return { governor: 'none', preposition: '', joined: true };
  return undefined;
}
