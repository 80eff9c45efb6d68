import type { Sentence } from '../language/arabic/sentences.js';
import type { Token } from '../language/arabic/tokens.js';
import type { Article, Entity, MentionKind } from '../model.js';
import type { OfficeEntry } from '../schema/types.js';

/** An article taken apart into tokens and sentences. Offsets point into `text`, indexes into `tokens`. */
export interface Document {
  readonly article: Article;
  /** See `fullText`. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Indexes of the sentences of the title are below this. */
  readonly titleSentences: number;
}

/** A place that refers to an entity, in tokens and in offsets. */
export interface EntityMention {
  readonly entity: Entity;
  /** Index of its first token and of the one after its last. */
  readonly first: number;
  readonly last: number;
  /** Offsets, without attached conjunctions and prepositions. */
  readonly start: number;
  readonly end: number;
  readonly kind: MentionKind;
  readonly sentence: number;
  /**
   * For a mention that lies inside another (the nationality in "وزارة الدفاع الروسية", the name in a title):
   * the mention around it. Relations see the outer one as the noun phrase.
   */
  readonly inside?: EntityMention | undefined;
  /** For an attached pronoun (بلاده, قواتها): what the noun before it is stays in the token. */
  readonly attached?: boolean | undefined;
  /** For one of the two parties that a dual stands for (البلدان): the other is mentioned by the same word. */
  readonly collective?: boolean | undefined;
  /**
   * True where only the dates of the office say who is meant: the article never names the person. Such a
   * mention (of kind `title`) is no node of its own.
   */
  readonly presumed?: boolean | undefined;
  /**
   * For a place within the country that is meant (منبج, for Syria). It does not act for the country as a capital does,
   * and only relations are read with it: it is no mention of the article's list.
   */
  readonly locality?: boolean | undefined;
}

/** An office that the article names, with its holder and its country or body where it says them. */
export interface OfficeMention {
  readonly office: OfficeEntry;
  /** The words of the title, as in the text: "وزير الدفاع". */
  readonly title: string;
  /** The tokens of the title with its adjectives and its country or body; without the holder's name. */
  readonly first: number;
  readonly last: number;
  readonly holder?: EntityMention | undefined;
  /** Where no name stands beside the title: the mention that the title makes of a person named elsewhere. */
  readonly reference?: EntityMention | undefined;
  /** The country or organization that it is an office of. */
  readonly of?: Entity | undefined;
  /** True where it is the office of a body that the article does not name, or not so that it is known. */
  readonly ofUnnamed?: boolean;
  /** السابق, الراحل, المخلوع: no longer in office. */
  readonly former: boolean;
  readonly sentence: number;
}

/** What the gazetteer knows of ties between entities. It decides who is meant, and fills in what an article implies. */
export interface KnownTies {
  /** Id of the body that an organization is part of. */
  readonly parentOf: (id: string) => string | undefined;
}

/** What entity recognition hands to relation extraction. */
export interface Recognition {
  readonly document: Document;
  /** In order of their place, outer mentions before the ones inside them; pronouns and nominals included. */
  readonly mentions: readonly EntityMention[];
  readonly offices: readonly OfficeMention[];
  readonly known: KnownTies;
}
