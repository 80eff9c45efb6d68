/**
 * The page's data as it is written and read: rows instead of objects, every article, source and sentence once,
 * statements pointing at them by number.
 */
import type { Bilingual, Modality } from '../model.js';
import type { NodeTypeDefinition, RelationTypeDefinition } from '../schema/types.js';

/** `0` stands for an absent text. */
type Maybe<T> = T | 0;

export type ArticleRow = readonly [
  id: string,
  title: string,
  date: Maybe<string>,
  source: number,
  url: Maybe<string>,
  copies: number,
];

export type NodeRow = readonly [
  id: string,
  label: string,
  labelEn: string,
  type: number,
  subtype: Maybe<string>,
  aliases: readonly string[],
  iso: Maybe<string>,
  coordinates: Maybe<readonly [latitude: number, longitude: number]>,
  country: Maybe<string>,
  /** 1: known to the gazetteer, 2: without a name of its own. */
  flags: number,
  mentions: number,
  articles: number,
  firstDate: Maybe<string>,
  lastDate: Maybe<string>,
  degree: number,
  pagerank: number,
  community: number,
  x: number,
  y: number,
  size: number,
  wikidata: Maybe<string>,
];

/** Number of the sentence and the places of its parts. */
export type EvidenceRow = readonly [sentence: number, marks: Maybe<Marks>];

/** Offsets inside the sentence: subject start, end, object start, end, predicate start, end; -1 where unknown. */
export type Marks = readonly [number, number, number, number, number, number];

export type StatementRow = readonly [
  article: number,
  modality: number,
  /** In hundredths. */
  confidence: number,
  time: Maybe<string>,
  /** A node's number, the article's own words, or -1. */
  attribution: number | string,
  office: Maybe<Bilingual>,
  rule: number,
  id: string,
  evidence: readonly EvidenceRow[],
];

export type EdgeRow = readonly [
  source: number,
  target: number,
  type: number,
  negated: 0 | 1,
  weight: number,
  sources: number,
  articles: number,
  confidence: number,
  modality: number,
  firstDate: Maybe<string>,
  lastDate: Maybe<string>,
  statements: readonly StatementRow[],
];

export const MODALITIES: readonly Modality[] = ['actual', 'past', 'planned', 'alleged'];

/** What was too much for one page. */
export interface LeftOut {
  readonly nodes: number;
  readonly edges: number;
  readonly statements: number;
}

export interface Payload {
  readonly title: string;
  readonly nodeTypes: readonly NodeTypeDefinition[];
  readonly relationTypes: readonly RelationTypeDefinition[];
  readonly sources: readonly string[];
  readonly rules: readonly string[];
  readonly articles: readonly ArticleRow[];
  /** Sentence and its start in the article. */
  readonly sentences: readonly (readonly [text: string, start: number])[];
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  /** Size of the whole graph. */
  readonly total: LeftOut;
  readonly left: LeftOut;
  /** SVG bodies of round flags by ISO code, on a canvas of 512 by 512. */
  readonly flags: Readonly<Record<string, string>>;
}
