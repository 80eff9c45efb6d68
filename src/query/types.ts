/** What questions take and what answers are made of: plain objects that survive `JSON.stringify`. */
import type {
  ArticleRecord,
  Bilingual,
  Evidence,
  Modality,
  NodeType,
  Polarity,
  RelationType,
} from '../model.js';

// ---------------------------------------------------------------- answers

/** An entity, as short as it can be named. */
export interface EntityRef {
  readonly id: string;
  readonly type: NodeType;
  readonly label: Bilingual;
}

/** All that the graph knows of an entity. */
export interface EntityRecord extends EntityRef {
  readonly subtype?: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly iso?: string;
  readonly wikidata?: string;
  /** Latitude and longitude in degrees. */
  readonly coordinates?: readonly [number, number];
  /** ISO code of the country it belongs to or stands in. */
  readonly country?: string;
  readonly known: boolean;
  readonly named?: false;
  /** How often articles mention it, and how many articles do. */
  readonly mentions: number;
  readonly articles: number;
  readonly firstDate?: string;
  readonly lastDate?: string;
  /** Number of edges in this graph; rank and community as they are in the whole graph. */
  readonly degree: number;
  readonly pagerank: number;
  readonly community: number;
}

/** An article without its text. */
export interface ArticleRef extends ArticleRecord {
  readonly id: string;
}

/** A statement with the sentences that make it and the article they stand in. */
export interface EvidenceRecord {
  /** The statement's id. */
  readonly id: string;
  /** The sentences, joined. */
  readonly text: string;
  readonly sentences: readonly Evidence[];
  readonly modality: Modality;
  /** When it happened, where the article says so. */
  readonly time?: string;
  /** Month and day as stated, `--09-11`, where the year is unknown. */
  readonly partialTime?: string;
  /** Who is quoted: an entity of the graph, or the article's words. */
  readonly attribution?: EntityRef | string;
  readonly office?: Bilingual;
  readonly confidence: number;
  readonly rule: string;
  readonly article: ArticleRef;
}

/** A fact: one edge of the graph. */
export interface Relation {
  /** The edge's key: `subject type object`, plus ` not` when negated. */
  readonly id: string;
  readonly subject: EntityRef;
  readonly type: RelationType;
  readonly label: Bilingual;
  readonly object: EntityRef;
  readonly symmetric: boolean;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** How many statements, independent texts and articles back it. */
  readonly weight: number;
  readonly sources: number;
  readonly articles: number;
  readonly confidence: number;
  readonly firstDate?: string;
  readonly lastDate?: string;
  /** -10 hostile to 10 cooperative; absent for states. */
  readonly tone?: number;
  /**
   * The statements behind it, oldest first; only those that answer the question where it asked for dates,
   * a source or an attribution. Made when called, and no part of the object's JSON.
   */
  readonly evidence: () => readonly EvidenceRecord[];
}

/** An entity with what ties it to another. */
export interface Neighbor {
  readonly entity: EntityRecord;
  readonly relations: readonly Relation[];
  /** Independent texts behind all these relations. */
  readonly sources: number;
}

/** A way from one entity to another: `entities` has one more element than `steps`. */
export interface Path {
  readonly length: number;
  readonly entities: readonly EntityRef[];
  /** The relations between each two neighbours on the way, whatever their direction; best backed first. */
  readonly steps: readonly (readonly Relation[])[];
}

export interface TimelineEntry {
  /** A date or an interval. */
  readonly date: string;
  /** Whether the article states the date, or it is the article's own. */
  readonly dated: 'stated' | 'article';
  readonly relation: Relation;
  readonly evidence: EvidenceRecord;
}

export interface Statistics {
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly articles: number;
  readonly firstDate?: string;
  readonly lastDate?: string;
  readonly entitiesByType: Readonly<Record<string, number>>;
  readonly relationsByType: Readonly<Record<string, number>>;
  readonly relationsByPolarity: Readonly<Record<Polarity, number>>;
  readonly relationsByModality: Readonly<Record<Modality, number>>;
  /** Articles by the newspaper or agency that carried them. */
  readonly articlesBySource: Readonly<Record<string, number>>;
}

/** Something like a name that the graph does not know. */
export interface Suggestion {
  readonly entity: EntityRef;
  /** The name that resembles what was asked for. */
  readonly name: string;
  /** 0 to 1. */
  readonly similarity: number;
}

// ---------------------------------------------------------------- questions

/** An entity's id, or any name of it in either script. */
export type NameOrId = string;
export type OneOrMany<T> = T | readonly T[];

export interface EntityFilter {
  readonly type?: OneOrMany<NodeType>;
  readonly subtype?: OneOrMany<string>;
  /** ISO code or name of the country that it belongs to, stands in, or is. */
  readonly country?: OneOrMany<NameOrId>;
  /** Whether the gazetteer knows it (else it was found in the text). */
  readonly known?: boolean;
  /** False for entities that the articles only describe. */
  readonly named?: boolean;
  readonly community?: number;
  readonly minMentions?: number;
  readonly minArticles?: number;
  readonly minDegree?: number;
  /** A part of any of its names, folded. */
  readonly contains?: string;
}

export interface RelationFilter {
  readonly subject?: OneOrMany<NameOrId>;
  readonly object?: OneOrMany<NameOrId>;
  /** An entity at either end. */
  readonly either?: OneOrMany<NameOrId>;
  /** The two ends, in either direction. */
  readonly between?: readonly [NameOrId, NameOrId];
  readonly type?: OneOrMany<RelationType>;
  readonly subjectType?: OneOrMany<NodeType>;
  readonly objectType?: OneOrMany<NodeType>;
  readonly polarity?: Polarity;
  readonly modality?: OneOrMany<Modality>;
  /** First and last day: `2024`, `2024-03` or `2024-03-12`. A statement's own time counts, else its article's date. */
  readonly since?: string;
  readonly until?: string;
  /** Name of a newspaper or agency that states it. */
  readonly source?: OneOrMany<string>;
  /** Who is quoted: an entity, or the article's words. */
  readonly attribution?: NameOrId;
  /** Id of an article that states it. */
  readonly article?: OneOrMany<string>;
  readonly minSources?: number;
  readonly minArticles?: number;
  readonly minWeight?: number;
  readonly minConfidence?: number;
  /** Bounds of the tone, -10 to 10; states have none and fall out. */
  readonly minTone?: number;
  readonly maxTone?: number;
}

/** A relation filter without the parts that name the ends. */
export type TieFilter = Omit<RelationFilter, 'subject' | 'object' | 'either' | 'between'>;

export interface PathOptions extends Omit<TieFilter, 'type'> {
  /** Number of steps at most. Default 3. */
  readonly maxLength?: number;
  /** Relation types that a step may be of. Default: all. */
  readonly types?: OneOrMany<RelationType>;
}

export interface SubgraphFilter {
  /** Entities to keep; relations between kept ones stay. */
  readonly entities?: EntityFilter;
  /** Relations to keep, with their ends. */
  readonly relations?: RelationFilter;
  /** Keep only what is within so many steps (default 1) of an entity. */
  readonly around?: { readonly entity: NameOrId; readonly steps?: number };
}
