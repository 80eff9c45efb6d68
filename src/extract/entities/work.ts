import type { Entity, MentionKind } from '../../model.js';
import type { OfficeEntry, StateBodyEntry } from '../../schema/types.js';
import type { Document } from '../document.js';
import type { WordClasses } from './classes.js';
import type { Lexicon } from './lexicon.js';

/** What a stretch of tokens was recognized as, while recognition goes on. */
export interface Item {
  kind:
    | 'country'
    | 'seat'
    | 'capital'
    | 'demonym'
    | 'leader'
    | 'organization'
    | 'base'
    | 'body'
    | 'office'
    | 'title';
  first: number;
  last: number;
  /** Offset of the name after its clitics. */
  start: number;
  mention: MentionKind;
  entity?: Entity;
  /** Known entities that share the name. */
  rivals?: readonly Entity[];
  body?: StateBodyEntry;
  office?: OfficeEntry;
  /** Two or more office holders: الرئيسان, وزيرا. */
  dual?: boolean;
  form?: 'm' | 'f' | 'p';
  definite?: boolean;
  conjunction?: string;
  proclitic?: string;
  /** The item around it. */
  inside?: Item;
  /** Of an office. */
  holder?: Item;
  of?: Entity;
  /** The item that names the country or body, where it is not resolved yet. */
  ofItem?: Item;
  /** Index of the token after the title with its adjectives and its country or body. */
  end?: number;
  /** The mention that a title without a name makes. */
  reference?: Item;
  /** Known only by the dates of the office. */
  presumed?: boolean;
  /** A pronoun attached to a noun. */
  attached?: boolean;
  former?: boolean;
  /** Token of the noun that stands for its body: "رئيس الحركة", "المشرف العام على المركز". */
  noun?: number;
  /** Of a body or a part of one that goes unnamed: "رئيس دائرة التخطيط" is no president of a country. */
  ofUnnamed?: boolean;
  /** نظيره: the same office as the one before, elsewhere. */
  counterpart?: boolean;
  /** Name of a person by the look of it, with nothing that makes him a leader yet. */
  pending?: boolean;
  dropped?: boolean;
}

/** An article in work. */
export interface Work {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly classes: WordClasses;
  /** Indexes of the tokens whose word says something about names, offices or bodies. */
  readonly marked: readonly number[];
  /** In order of place. */
  items: Item[];
  /** Family names of known people that the article gives to others: "كارلوس تشافيز". */
  readonly namesakes: Set<string>;
  /** For each token, the outermost item that covers it. */
  readonly at: (Item | undefined)[];
}

/** Adds an item, and makes it the one that covers its tokens. */
export function addItem(work: Work, item: Item): Item {
  work.items.push(item);
  for (let index = item.first; index < item.last; index++) work.at[index] = item;
  return item;
}

/** Puts a new item around others: they lie inside it from now on. */
export function wrapItem(work: Work, item: Item): Item {
  for (let index = item.first; index < item.last; index++) {
    const inner = work.at[index];
    if (inner && inner !== item && !inner.inside) inner.inside = item;
    work.at[index] = item;
  }
  work.items.push(item);
  return item;
}
