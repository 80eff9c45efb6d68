/** The graph as the page holds it: numbered nodes and edges, statements in columns that filters run over. */
import type { ArticleRow, LeftOut, StatementRow } from '../../export/html-rows.js';
import type { Bilingual, Modality } from '../../model.js';
import type { NodeTypeDefinition, RelationTypeDefinition } from '../../schema/types.js';

export interface NodeItem {
  readonly index: number;
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly type: number;
  readonly subtype: string | undefined;
  readonly aliases: readonly string[];
  readonly iso: string | undefined;
  readonly coordinates: readonly [latitude: number, longitude: number] | undefined;
  readonly country: string | undefined;
  readonly known: boolean;
  readonly unnamed: boolean;
  readonly mentions: number;
  readonly articles: number;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly degree: number;
  readonly pagerank: number;
  readonly community: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly wikidata: string | undefined;
}

export interface EdgeItem {
  readonly index: number;
  /** `subject type object`, plus ` not` when negated. */
  readonly key: string;
  readonly source: number;
  readonly target: number;
  readonly type: number;
  readonly negated: boolean;
  readonly weight: number;
  readonly sources: number;
  readonly articles: number;
  readonly confidence: number;
  readonly modality: number;
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Its statements are the numbers from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** How much stands behind it; the strongest are drawn first and last left out. */
  readonly strength: number;
}

/** What filters ask of a statement, one column each. */
export interface StatementColumns {
  readonly count: number;
  readonly edge: Int32Array;
  readonly modality: Uint8Array;
  readonly confidence: Uint8Array;
  /** Number of the article's source, -1 for none. */
  readonly source: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
}

export interface ArticleItem {
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly date: string | undefined;
  readonly source: string | undefined;
  readonly url: string | undefined;
  readonly copies: number;
}

/** A statement as a panel reads it. */
export interface StatementItem {
  readonly index: number;
  readonly id: string;
  readonly edge: EdgeItem;
  readonly article: ArticleItem;
  readonly modality: Modality;
  /** 0 to 1. */
  readonly confidence: number;
  readonly time: string | undefined;
  readonly attribution: NodeItem | string | undefined;
  readonly office: Bilingual | undefined;
  readonly rule: string;
  readonly evidence: readonly EvidenceItem[];
}

export interface EvidenceItem {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly MarkedSpan[];
}

export interface MarkedSpan {
  readonly role: 'subject' | 'object' | 'predicate';
  readonly start: number;
  readonly end: number;
}

export interface Data {
  readonly title: string;
  readonly nodeTypes: readonly NodeTypeDefinition[];
  readonly relationTypes: readonly RelationTypeDefinition[];
  /** Relation groups in the order of the schema. */
  readonly groups: readonly string[];
  readonly sources: readonly string[];
  readonly nodes: readonly NodeItem[];
  readonly edges: readonly EdgeItem[];
  /** Numbers of the edges at a node. */
  readonly edgesAt: readonly (readonly number[])[];
  readonly nodeById: ReadonlyMap<string, NodeItem>;
  readonly edgeByKey: ReadonlyMap<string, EdgeItem>;
  readonly columns: StatementColumns;
  readonly articles: readonly ArticleRow[];
  readonly total: LeftOut;
  readonly left: LeftOut;
  readonly flags: Readonly<Record<string, string>>;
  /** First and last day of any statement; undefined where nothing is dated. */
  readonly span: readonly [number, number] | undefined;
  statement(index: number): StatementItem;
  article(index: number): ArticleItem;
  /** The page's raw row, for lossless downloads. */
  row(index: number): StatementRow;
}
