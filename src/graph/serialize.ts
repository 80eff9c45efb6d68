/**
 * `graph.json`: graphology's serialized format in a canonical form. It is one JSON document in which every
 * article, node and edge stands on a line of its own, so that two files compare line by line and a file of
 * any size can be written and read as a stream. Nodes and edges are sorted by key, attributes stand in a
 * fixed order: equal graphs give equal bytes.
 */
import type { RelationGraph } from '../model.js';

/** The lines between the sections of the file. */
export const LAYOUT = {
  opening: '{"options":{"type":"directed","multi":true,"allowSelfLoops":true},',
  attributes: '"attributes":',
  articles: '"articles":{',
  nodes: '}},"nodes":[',
  edges: '],"edges":[',
  end: ']}',
} as const;

/** The graph as the lines of `graph.json`, line ends included. */
export function* serializeGraph(graph: RelationGraph): Iterable<string> {
  yield* linesBeforeEdges(graph);
  yield* linesFromEdges(graph);
}

export function* linesBeforeEdges(graph: RelationGraph): Iterable<string> {
  const { articles, ...attributes } = graph.getAttributes();
  yield `${LAYOUT.opening}\n`;
  yield `${LAYOUT.attributes}${canonicalJson(attributes).slice(0, -1)},${LAYOUT.articles}\n`;
  yield* rows(
    Object.keys(articles ?? {}).sort(),
    id => `${JSON.stringify(id)}:${canonicalJson(articles[id])}`,
  );
  yield `${LAYOUT.nodes}\n`;
  yield* rows(graph.nodes().sort(), key => {
    return `{"key":${JSON.stringify(key)},"attributes":${canonicalJson(graph.getNodeAttributes(key))}}`;
  });
}

/** The edges and what follows: the part that does not depend on where the nodes are. */
export function* linesFromEdges(graph: RelationGraph): Generator<string, void> {
  yield `${LAYOUT.edges}\n`;
  yield* rows(graph.edges().sort(), key => {
    const ends = `"source":${JSON.stringify(graph.source(key))},"target":${JSON.stringify(graph.target(key))}`;
    return `{"key":${JSON.stringify(key)},${ends},"attributes":${canonicalJson(graph.getEdgeAttributes(key))}}`;
  });
  yield `${LAYOUT.end}\n`;
}

function* rows(keys: readonly string[], write: (key: string) => string): Iterable<string> {
  for (const [index, key] of keys.entries()) yield `${write(key)}${index < keys.length - 1 ? ',' : ''}\n`;
}

/** The order in which known attributes are written, for all kinds of objects; others follow by name. */
const ORDER = new Map(
  [
    ...['format', 'version', 'id', 'type', 'subtype', 'label', 'labelEn', 'aliases', 'iso', 'wikidata'],
    ...[
      'latitude',
      'longitude',
      'country',
      'known',
      'named',
      'symmetric',
      'polarity',
      'modality',
      'mentions',
    ],
    ...['weight', 'sources', 'articles', 'confidence', 'title', 'date', 'source', 'url', 'copies'],
    ...['firstDate', 'lastDate', 'tone', 'degree', 'pagerank', 'community', 'x', 'y', 'size', 'color'],
    ...[
      'time',
      'partialTime',
      'attribution',
      'office',
      'rule',
      'article',
      'start',
      'end',
      'text',
      'ar',
      'en',
    ],
    ...['subject', 'predicate', 'object', 'evidence', 'statements'],
  ].map((name, index) => [name, index] as const),
);

/** JSON in which the members of every object stand in a fixed order. */
export function canonicalJson(value: unknown): string {
  return (isInOrder(value) ? JSON.stringify(value) : sortedJson(value as object)) ?? 'null';
}

/** Whether the members stand in their order already, as the graph is made with most of them. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  const object = value as Record<string, unknown>;
  let before = -1;
  for (const name in object) {
    const rank = ORDER.get(name);
    if (rank === undefined || rank < before) return false;
    before = rank;
    const member = object[name];
    if (typeof member === 'object' && !isInOrder(member)) return false;
  }
  return true;
}

function sortedJson(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Record<string, unknown>;
  let text = '';
  for (const { name, written } of sortedMembers(Object.keys(object))) {
    const member = object[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${written}${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

interface Member {
  readonly name: string;
  /** The name as JSON, with its colon. */
  readonly written: string;
}

/** Objects of a graph have few shapes, so each is sorted once. Objects with names of their own are not kept. */
const shapes = new Map<string, readonly Member[]>();
const MOST_SHAPES = 10_000;

function sortedMembers(names: readonly string[]): readonly Member[] {
  const shape = names.join('\n');
  const known = shapes.get(shape);
  if (known && known.length === names.length) return known;
  const sorted = [...names].sort((a, b) => {
    const rank = (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size);
    return rank !== 0 ? rank : a < b ? -1 : 1;
  });
  const members = sorted.map(name => ({ name, written: `${JSON.stringify(name)}:` }));
  if (shapes.size < MOST_SHAPES && names.every(name => ORDER.has(name))) shapes.set(shape, members);
  return members;
}
