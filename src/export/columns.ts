/**
 * Nodes and edges as rows of a table, for the formats whose attributes are flat (GEXF, GraphML, CSV, Cypher,
 * DOT): one list of columns, from which each of them makes its own header.
 */
import type { EdgeAttributes, EdgeStatement, NodeAttributes, RelationGraph } from '../model.js';

export type Value = string | number | boolean | readonly string[];

export interface Column<Attributes> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double' | 'boolean' | 'strings';
  readonly of: (attributes: Attributes) => Value | undefined;
}

/** All but the id and the Arabic label, which every format has a place for. */
export const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  { name: 'labelEn', type: 'string', of: node => node.labelEn },
  { name: 'type', type: 'string', of: node => node.type },
  { name: 'subtype', type: 'string', of: node => node.subtype },
  { name: 'aliases', type: 'strings', of: node => node.aliases },
  { name: 'iso', type: 'string', of: node => node.iso },
  { name: 'wikidata', type: 'string', of: node => node.wikidata },
  { name: 'latitude', type: 'double', of: node => node.latitude },
  { name: 'longitude', type: 'double', of: node => node.longitude },
  { name: 'country', type: 'string', of: node => node.country },
  { name: 'known', type: 'boolean', of: node => node.known },
  { name: 'named', type: 'boolean', of: node => node.named },
  { name: 'mentions', type: 'integer', of: node => node.mentions },
  { name: 'articles', type: 'integer', of: node => node.articles },
  { name: 'firstDate', type: 'string', of: node => node.firstDate },
  { name: 'lastDate', type: 'string', of: node => node.lastDate },
  { name: 'degree', type: 'integer', of: node => node.degree },
  { name: 'pagerank', type: 'double', of: node => node.pagerank },
  { name: 'community', type: 'integer', of: node => node.community },
];

/** What places and paints a node. GEXF has elements of its own for these. */
export const DRAWING_COLUMNS: readonly Column<NodeAttributes>[] = [
  { name: 'x', type: 'double', of: node => node.x },
  { name: 'y', type: 'double', of: node => node.y },
  { name: 'size', type: 'double', of: node => node.size },
  { name: 'color', type: 'string', of: node => node.color },
];

/** All but the key, the ends, the Arabic label and the weight. */
export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  { name: 'relation', type: 'string', of: edge => edge.type },
  { name: 'labelEn', type: 'string', of: edge => edge.labelEn },
  { name: 'symmetric', type: 'boolean', of: edge => edge.symmetric },
  { name: 'polarity', type: 'string', of: edge => edge.polarity },
  { name: 'modality', type: 'string', of: edge => edge.modality },
  { name: 'sources', type: 'integer', of: edge => edge.sources },
  { name: 'articles', type: 'integer', of: edge => edge.articles },
  { name: 'confidence', type: 'double', of: edge => edge.confidence },
  { name: 'firstDate', type: 'string', of: edge => edge.firstDate },
  { name: 'lastDate', type: 'string', of: edge => edge.lastDate },
  { name: 'tone', type: 'double', of: edge => edge.tone },
  { name: 'times', type: 'strings', of: edge => distinct(edge, one => one.time) },
  { name: 'officesAr', type: 'strings', of: edge => distinct(edge, one => one.office?.ar) },
  { name: 'officesEn', type: 'strings', of: edge => distinct(edge, one => one.office?.en) },
  { name: 'attributions', type: 'strings', of: edge => distinct(edge, one => one.attribution) },
  { name: 'articleIds', type: 'strings', of: edge => distinct(edge, one => one.article) },
  { name: 'evidence', type: 'strings', of: sentences },
];

/** Of a comparison of two graphs: what became of the item. */
export function changeColumn<A extends object>(): Column<A> {
  return {
    name: 'change',
    type: 'string',
    of: item => ('change' in item && typeof item.change === 'string' ? item.change : undefined),
  };
}

/** What all flat formats leave out. */
export const FLAT_LOSSES: readonly string[] = [
  'statements one by one (their dates, offices, speakers, articles and sentences stand in lists on the edge)',
  'positions inside the articles',
  'titles, sources and addresses of the articles',
];

/** What the statements of an edge say, each once. */
function distinct(
  { statements }: EdgeAttributes,
  of: (statement: EdgeStatement) => string | undefined,
): readonly string[] | undefined {
  if (statements.length === 1) {
    const value = statements[0] && of(statements[0]);
    return value === undefined ? undefined : [value];
  }
  const found = new Set<string>();
  for (const statement of statements) {
    const value = of(statement);
    if (value !== undefined) found.add(value);
  }
  return found.size > 0 ? [...found] : undefined;
}

function sentences({ statements }: EdgeAttributes): readonly string[] | undefined {
  const found = new Set<string>();
  for (const { evidence } of statements) for (const { text } of evidence) found.add(text);
  return found.size > 0 ? [...found] : undefined;
}

/** The value that an item has in a column, if any. */
export function valueIn<A>(column: Column<A>, attributes: A): Value | undefined {
  const value = column.of(attributes);
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

/** The values that an item has, in the order of the columns. */
export function* valuesOf<A>(columns: readonly Column<A>[], attributes: A): Iterable<[Column<A>, Value]> {
  for (const column of columns) {
    const value = valueIn(column, attributes);
    if (value !== undefined) yield [column, value];
  }
}

/** Node keys in the order in which every format writes them. */
export function sortedNodes(graph: RelationGraph): string[] {
  return graph.nodes().sort();
}

/** Edge keys in the order in which every format writes them. */
export function sortedEdges(graph: RelationGraph): string[] {
  return graph.edges().sort();
}

/** The Arabic and the English label of an edge; a negated one says so. */
export function edgeLabels(edge: EdgeAttributes): { readonly ar: string; readonly en: string } {
  if (edge.polarity === 'affirmed') return { ar: edge.label, en: edge.labelEn };
  return { ar: `${edge.label} (منفي)`, en: `${edge.labelEn} (negated)` };
}
