/**
 * The data that flows through Rawabit: articles in, extractions between, a knowledge graph out.
 *
 * All offsets are UTF-16 code units into the article's full text (see {@link fullText}); the text itself
 * is never rewritten. All dates are ISO 8601: `2024-11-27`, `2024-11`, `2024`, or an interval
 * `2024-08-05/2024-08-10`.
 */
import type { MultiDirectedGraph } from 'graphology';

export type BuiltInNodeType = 'country' | 'leader' | 'base' | 'organization';
/** A node type. The four built-in ones, or one that a user's own schema adds. */
export type NodeType = BuiltInNodeType | (string & {});

export type BuiltInRelationType =
  | 'holds_office'
  | 'member_of'
  | 'affiliated_with'
  | 'located_in'
  | 'operates'
  | 'active_in'
  | 'borders'
  | 'allied_with'
  | 'meets'
  | 'visits'
  | 'negotiates_with'
  | 'signs_agreement_with'
  | 'cooperates_with'
  | 'holds_exercise_with'
  | 'supports'
  | 'aids'
  | 'requests'
  | 'criticizes'
  | 'threatens'
  | 'sanctions'
  | 'deploys_to'
  | 'withdraws_from'
  | 'attacks'
  | 'fights'
  | 'joins'
  | 'leaves'
  | 'hosts';
/** A relation type. The 27 built-in ones, or one that a user's own schema adds. */
export type RelationType = BuiltInRelationType | (string & {});

export type Polarity = 'affirmed' | 'negated';
export type Modality = 'actual' | 'planned' | 'alleged' | 'past';
export type MentionKind = 'name' | 'alias' | 'demonym' | 'metonym' | 'title' | 'nominal' | 'pronoun';

/** A text in Arabic and in English. */
export interface Bilingual {
  readonly ar: string;
  readonly en: string;
}

export interface Article {
  /** Stable: its own id or URL where given, else a hash of its text. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
  /** BCP 47, such as `ar`. */
  readonly language: string;
  /** Other places that carried the same article. */
  readonly copies?: readonly ArticleCopy[];
}

export interface ArticleCopy {
  readonly source?: string;
  readonly url?: string;
  readonly date?: string;
}

/** The text that every offset points into. */
export function fullText(article: { readonly title: string; readonly text: string }): string {
  return `${article.title}\n\n${article.text}`;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in an article that refers to an entity. */
export interface Mention extends Span {
  readonly text: string;
  readonly kind: MentionKind;
}

export interface Entity {
  readonly id: string;
  readonly type: NodeType;
  readonly subtype?: string | undefined;
  readonly label: Bilingual;
  readonly aliases?: readonly string[] | undefined;
  /** ISO 3166-1 alpha-2 of a country; XK for Kosovo. */
  readonly iso?: string | undefined;
  readonly wikidata?: string | undefined;
  /** Latitude and longitude in degrees. */
  readonly coordinates?: readonly [number, number] | undefined;
  /** ISO code of the country it belongs to or stands in, where the gazetteer knows it. */
  readonly country?: string | undefined;
  /** Whether the gazetteer knows it (else it was found in the text). */
  readonly known: boolean;
  /** False for an entity that the article only describes ("a Russian base in Tajikistan"). */
  readonly named?: false | undefined;
}

/** An entity as one article mentions it. */
export interface MentionedEntity extends Entity {
  readonly mentions: readonly Mention[];
}

/** A sentence that states a relation, with the places of its parts. */
export interface Evidence extends Span {
  readonly text: string;
  /** Where the subject, the object and the predicate stand (offsets into the article, inside the sentence). */
  readonly subject?: Span;
  readonly object?: Span;
  readonly predicate?: Span;
}

/** One relation as one place in one article states it. */
export interface Statement {
  /** A hash of its content, so that equal statements are equal everywhere. */
  readonly id: string;
  readonly subject: string;
  readonly type: RelationType;
  readonly object: string;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** When it holds or happened: a date or an interval. */
  readonly time?: string;
  /** Month and day as stated, `--09-11` or `--09`, where neither the text nor the article's date tells the year. */
  readonly partialTime?: string;
  /** Who is quoted as saying so: an entity's id, or the words of the article where it is no entity. */
  readonly attribution?: string;
  readonly office?: Bilingual;
  /** 0 to 1. */
  readonly confidence: number;
  /** The name of the rule that produced it. */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
}

/** What one article yields: one line of `extractions.ndjson`. */
export interface Extraction {
  /** The article's id. */
  readonly doc: string;
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
  readonly language: string;
  readonly copies?: readonly ArticleCopy[];
  readonly entities: readonly MentionedEntity[];
  readonly relations: readonly Statement[];
  /** What tells copies of the article when extractions are merged: a hash and a sketch of its words. */
  readonly fingerprint?: string;
}

/** A kind of extractor: a pure function of the article. */
export type Extractor = (article: Article) => Extraction | Promise<Extraction>;

// ---------------------------------------------------------------- the graph

export interface NodeAttributes {
  /** The Arabic label. */
  label: string;
  labelEn: string;
  type: NodeType;
  subtype?: string;
  aliases: readonly string[];
  iso?: string;
  wikidata?: string;
  latitude?: number;
  longitude?: number;
  country?: string;
  known: boolean;
  named?: false;
  /** How often articles mention it, and how many articles do. */
  mentions: number;
  articles: number;
  firstDate?: string;
  lastDate?: string;
  /** Number of edges, weighted rank (sums to 1 over the graph) and community (0 is the largest). */
  degree: number;
  pagerank: number;
  community: number;
  x: number;
  y: number;
  size: number;
  color: string;
}

/** A statement as an edge keeps it: its ends, type and polarity are the edge's. */
export interface EdgeStatement {
  readonly id: string;
  readonly modality: Modality;
  readonly time?: string;
  readonly partialTime?: string;
  readonly attribution?: string;
  readonly office?: Bilingual;
  readonly confidence: number;
  readonly rule: string;
  readonly article: string;
  readonly evidence: readonly Evidence[];
}

/** One fact: all statements of the same subject, type, object and polarity. */
export interface EdgeAttributes {
  type: RelationType;
  /** The relation's English and Arabic labels. */
  labelEn: string;
  label: string;
  symmetric: boolean;
  polarity: Polarity;
  /** The strongest modality among its statements: actual, past, planned, then alleged. */
  modality: Modality;
  /** How many statements back it. */
  weight: number;
  /** How many independent texts back it: near-identical sentences count once. */
  sources: number;
  /** How many articles state it. */
  articles: number;
  /** 0 to 1: combines the independent statements. */
  confidence: number;
  /** Of the statements' times, or of their articles where no time is stated. */
  firstDate?: string;
  lastDate?: string;
  /** Goldstein-like score of the relation type, -10 hostile to 10 cooperative; absent for states. */
  tone?: number;
  statements: readonly EdgeStatement[];
}

export interface ArticleRecord {
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
  readonly copies?: readonly ArticleCopy[];
}

export interface GraphAttributes {
  /** The format's name and version. */
  format: 'rawabit-graph';
  version: 1;
  /** The articles behind the graph, by id. */
  articles: Record<string, ArticleRecord>;
  /** The date of the newest article. */
  date?: string;
}

/** The knowledge graph as graphology holds it. Edge keys are `subject type object`, plus ` not` when negated. */
export type RelationGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
