import { isComma } from '../../language/arabic/punctuation.js';
import type { Entity, MentionKind } from '../../model.js';
import type { OfficeEntry, StateBodyEntry } from '../../schema/types.js';
import type { Document } from '../document.js';
import type { WordClasses } from './classes.js';
import type { Lexicon } from './lexicon.js';

type ItemKind =
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

/** What an item is made with; the rest is found out later. */
type ItemParts = Pick<Item, 'kind' | 'first' | 'last' | 'start' | 'mention'> &
  Partial<
    Pick<Item, 'entity' | 'body' | 'office' | 'holder' | 'of' | 'former' | 'inside'> &
      Pick<Item, 'definite' | 'conjunction' | 'proclitic'>
  >;

/**
 * What a stretch of tokens was recognized as, while recognition goes on. All items have all fields in the same
 * order: the passes go over them again and again, and code for objects of many shapes is slow.
 */
export class Item {
  kind: ItemKind;
  first: number;
  last: number;
  /** Offset of the name after its clitics. */
  start: number;
  mention: MentionKind;
  entity: Entity | undefined;
  /** Known entities that share the name. */
  rivals: readonly Entity[] | undefined;
  body: StateBodyEntry | undefined;
  office: OfficeEntry | undefined;
  /** Two or more office holders: الرئيسان, وزيرا. */
  dual = false;
  form: 'm' | 'f' | 'p' | undefined;
  definite: boolean | undefined;
  conjunction: string | undefined;
  proclitic: string | undefined;
  /** The item around it. */
  inside: Item | undefined;
  /** Of an office. */
  holder: Item | undefined;
  of: Entity | undefined;
  /** The item that names the country or body, where it is not resolved yet. */
  ofItem: Item | undefined;
  /** Index of the token after the title with its adjectives and its country or body. */
  end: number | undefined;
  /** The mention that a title without a name makes. */
  reference: Item | undefined;
  /** Known only by the dates of the office. */
  presumed = false;
  /** A pronoun attached to a noun. */
  attached = false;
  former: boolean;
  /** Token of the noun that stands for its body: "رئيس الحركة", "المشرف العام على المركز". */
  noun: number | undefined;
  /** Of a body or a part of one that goes unnamed: "رئيس دائرة التخطيط" is no president of a country. */
  ofUnnamed = false;
  /** نظيره: the same office as the one before, elsewhere. */
  counterpart = false;
  /** Name of a person by the look of it, with nothing that makes him a leader yet. */
  pending = false;
  dropped = false;

  constructor(parts: ItemParts) {
    this.kind = parts.kind;
    this.first = parts.first;
    this.last = parts.last;
    this.start = parts.start;
    this.mention = parts.mention;
    this.entity = parts.entity;
    this.body = parts.body;
    this.office = parts.office;
    this.definite = parts.definite;
    this.conjunction = parts.conjunction;
    this.proclitic = parts.proclitic;
    this.inside = parts.inside;
    this.holder = parts.holder;
    this.of = parts.of;
    this.former = parts.former ?? false;
  }

  copy(): Item {
    return Object.assign(new Item(this), this);
  }
}

/** An article in work. */
export interface Work {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly classes: WordClasses;
  /** See `Marks`. */
  readonly starting: readonly number[];
  readonly marked: readonly number[];
  /** In order of place. */
  items: Item[];
  /** Family names of known people that the article gives to others: "كارلوس تشافيز". */
  readonly namesakes: Set<string>;
  /** For each token, the outermost item that covers it. */
  readonly at: (Item | undefined)[];
}

function itemOf(parts: Item | ItemParts): Item {
  return parts instanceof Item ? parts : new Item(parts);
}

/** Adds an item, and makes it the one that covers its tokens. */
export function addItem(work: Work, parts: Item | ItemParts): Item {
  const item = itemOf(parts);
  work.items.push(item);
  for (let index = item.first; index < item.last; index++) work.at[index] = item;
  return item;
}

/** Puts a new item around others: they lie inside it from now on. */
export function wrapItem(work: Work, parts: Item | ItemParts): Item {
  const item = itemOf(parts);
  for (let index = item.first; index < item.last; index++) {
    const inner = work.at[index];
    if (inner && inner !== item && !inner.inside) inner.inside = item;
    work.at[index] = item;
  }
  work.items.push(item);
  return item;
}

export function isCommaAt({ document: { tokens } }: Work, index: number): boolean {
  return isComma(tokens[index]?.form.text ?? '');
}
