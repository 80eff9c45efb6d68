/**
 * The graph as RDF, for the Turtle and N-Quads exports and for SPARQL. docs/queries.md describes the vocabulary.
 *
 * A fact is a resource with subject, predicate and object, its statements are resources with their sentences,
 * and each is derived (PROV-O) from its article. What is affirmed and actual also stands as the plain triple;
 * what is denied, planned, alleged or past does not, as it would be read as true.
 */
import type { Literal, NamedNode, Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';
import type { ArticleRecord, Bilingual, EdgeAttributes, EdgeStatement, RelationGraph } from '../model.js';
import type { RelationTypeDefinition } from '../schema/types.js';

/** The prefixes of all names that occur. */
export const RDF_PREFIXES = {
  r: 'urn:rawabit:vocabulary:',
  type: 'urn:rawabit:type:',
  rel: 'urn:rawabit:relation:',
  entity: 'urn:rawabit:entity:',
  fact: 'urn:rawabit:fact:',
  statement: 'urn:rawabit:statement:',
  article: 'urn:rawabit:article:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  wd: 'http://www.wikidata.org/entity/',
  wdt: 'http://www.wikidata.org/prop/direct/',
} as const;

type Prefix = keyof typeof RDF_PREFIXES;

/** All triples of a graph, in the order of its nodes, edges and articles. */
export function* rdfQuads(
  graph: RelationGraph,
  relationTypes: readonly RelationTypeDefinition[] = [],
): Iterable<Quad> {
  const wikidata = new Map(relationTypes.map(definition => [definition.type, definition]));
  const described = new Set<string>();
  for (const { node } of graph.nodeEntries()) yield* entityQuads(graph, node);
  for (const { edge, attributes, source, target } of graph.edgeEntries()) {
    if (!described.has(attributes.type)) {
      described.add(attributes.type);
      yield* relationQuads(attributes, wikidata.get(attributes.type));
    }
    yield* factQuads(graph, edge, attributes, source, target);
  }
  for (const [id, article] of Object.entries(graph.getAttribute('articles')))
    yield* articleQuads(id, article);
}

function* entityQuads(graph: RelationGraph, id: string): Iterable<Quad> {
  const node = graph.getNodeAttributes(id);
  const entity = name('entity', id);
  yield triple(entity, name('rdf', 'type'), name('type', node.type));
  yield* bilingual(entity, name('rdfs', 'label'), { ar: node.label, en: node.labelEn });
  for (const alias of node.aliases) {
    yield triple(entity, name('skos', 'altLabel'), text(alias, ARABIC.test(alias) ? 'ar' : 'en'));
  }
  yield triple(entity, name('r', 'id'), text(id));
  if (node.subtype !== undefined) yield triple(entity, name('r', 'subtype'), text(node.subtype));
  if (node.iso !== undefined) yield triple(entity, name('r', 'iso'), text(node.iso));
  if (node.wikidata !== undefined) yield triple(entity, name('owl', 'sameAs'), name('wd', node.wikidata));
  if (node.latitude !== undefined) yield triple(entity, name('geo', 'lat'), decimal(node.latitude));
  if (node.longitude !== undefined) yield triple(entity, name('geo', 'long'), decimal(node.longitude));
  if (node.country !== undefined) {
    yield triple(entity, name('r', 'countryCode'), text(node.country));
    const country = `country:${node.country}`;
    if (graph.hasNode(country)) yield triple(entity, name('r', 'country'), name('entity', country));
  }
  yield triple(entity, name('r', 'known'), typed(String(node.known), 'boolean'));
  if (node.named === false) yield triple(entity, name('r', 'named'), typed('false', 'boolean'));
  yield triple(entity, name('r', 'mentions'), integer(node.mentions));
  yield triple(entity, name('r', 'articles'), integer(node.articles));
  yield triple(entity, name('r', 'degree'), integer(node.degree));
  yield triple(entity, name('r', 'pagerank'), decimal(node.pagerank));
  yield triple(entity, name('r', 'community'), integer(node.community));
}

function* relationQuads(
  edge: EdgeAttributes,
  definition: RelationTypeDefinition | undefined,
): Iterable<Quad> {
  const relation = name('rel', edge.type);
  yield triple(relation, name('rdf', 'type'), name('rdf', 'Property'));
  if (edge.symmetric) yield triple(relation, name('rdf', 'type'), name('owl', 'SymmetricProperty'));
  yield* bilingual(relation, name('rdfs', 'label'), { ar: edge.label, en: edge.labelEn });
  if (edge.tone !== undefined) yield triple(relation, name('r', 'tone'), decimal(edge.tone));
  if (definition === undefined) return;
  yield* bilingual(relation, name('rdfs', 'comment'), definition.meaning);
  yield triple(relation, name('r', 'group'), text(definition.group));
  if (definition.wikidata === undefined) return;
  // Close rather than equal: Wikidata's "position held" points to the position, not to its country.
  const match = definition.wikidataInverse === true ? name('r', 'inverseMatch') : name('skos', 'closeMatch');
  yield triple(relation, match, name('wdt', definition.wikidata));
}

function* factQuads(
  graph: RelationGraph,
  key: string,
  edge: EdgeAttributes,
  source: string,
  target: string,
): Iterable<Quad> {
  const fact = name('fact', key);
  const [subject, relation, object] = [
    name('entity', source),
    name('rel', edge.type),
    name('entity', target),
  ];
  if (edge.polarity === 'affirmed' && edge.modality === 'actual') {
    yield triple(subject, relation, object);
    if (edge.symmetric && source !== target) yield triple(object, relation, subject);
  }
  yield triple(fact, name('rdf', 'type'), name('r', 'Fact'));
  yield triple(fact, name('rdf', 'subject'), subject);
  yield triple(fact, name('rdf', 'predicate'), relation);
  yield triple(fact, name('rdf', 'object'), object);
  yield triple(fact, name('r', 'polarity'), text(edge.polarity));
  yield triple(fact, name('r', 'modality'), text(edge.modality));
  yield triple(fact, name('r', 'weight'), integer(edge.weight));
  yield triple(fact, name('r', 'sources'), integer(edge.sources));
  yield triple(fact, name('r', 'articles'), integer(edge.articles));
  yield triple(fact, name('r', 'confidence'), decimal(edge.confidence));
  if (edge.firstDate !== undefined) yield* dayQuads(fact, edge.firstDate, 'firstDay');
  if (edge.lastDate !== undefined) yield* dayQuads(fact, edge.lastDate, undefined, 'lastDay');
  for (const statement of edge.statements) {
    yield triple(fact, name('r', 'statement'), name('statement', statement.id));
    yield* statementQuads(graph, statement, edge);
  }
}

function* statementQuads(
  graph: RelationGraph,
  statement: EdgeStatement,
  { polarity }: EdgeAttributes,
): Iterable<Quad> {
  const node = name('statement', statement.id);
  yield triple(node, name('rdf', 'type'), name('r', 'Statement'));
  yield triple(node, name('rdf', 'type'), name('prov', 'Entity'));
  yield triple(node, name('r', 'polarity'), text(polarity));
  yield triple(node, name('r', 'modality'), text(statement.modality));
  const articles = graph.getAttribute('articles');
  const article = Object.hasOwn(articles, statement.article) ? articles[statement.article] : undefined;
  if (statement.time !== undefined) yield triple(node, name('r', 'time'), text(statement.time));
  const date = statement.time ?? article?.date;
  if (date !== undefined) yield* dayQuads(node, date, 'firstDay', 'lastDay');
  const { attribution } = statement;
  if (attribution !== undefined) {
    const speaker = graph.hasNode(attribution) ? name('entity', attribution) : text(attribution, 'ar');
    yield triple(node, name('r', 'attribution'), speaker);
  }
  if (statement.office !== undefined) yield* bilingual(node, name('r', 'office'), statement.office);
  yield triple(node, name('r', 'confidence'), decimal(statement.confidence));
  yield triple(node, name('r', 'rule'), text(statement.rule));
  for (const sentence of statement.evidence)
    yield triple(node, name('prov', 'value'), text(sentence.text, 'ar'));
  yield triple(node, name('prov', 'wasDerivedFrom'), name('article', statement.article));
}

function* articleQuads(id: string, article: ArticleRecord): Iterable<Quad> {
  const node = name('article', id);
  yield triple(node, name('rdf', 'type'), name('r', 'Article'));
  yield triple(node, name('rdf', 'type'), name('prov', 'Entity'));
  yield triple(node, name('dcterms', 'identifier'), text(id));
  yield triple(node, name('dcterms', 'title'), text(article.title, 'ar'));
  if (article.date !== undefined) yield* dayQuads(node, article.date, 'firstDay', 'lastDay');
  for (const place of [article, ...(article.copies ?? [])]) {
    if (place.source !== undefined) yield triple(node, name('dcterms', 'publisher'), text(place.source));
    if (place.url !== undefined)
      yield triple(node, name('dcterms', 'source'), typed(wellFormed(place.url), 'anyURI'));
  }
}

// ---------------------------------------------------------------- terms

const ARABIC = /\p{Script=Arabic}/u;

function triple(subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal): Quad {
  return DataFactory.quad(subject, predicate, object);
}

/** The IRI of a name; ids may hold any character, of which only those safe in a prefixed name stay as they are. */
function name(prefix: Prefix, local: string): NamedNode {
  return DataFactory.namedNode(
    RDF_PREFIXES[prefix] + encodeURIComponent(wellFormed(local)).replaceAll('%3A', ':'),
  );
}

function* bilingual(subject: NamedNode, predicate: NamedNode, label: Bilingual): Iterable<Quad> {
  if (label.ar !== '') yield triple(subject, predicate, text(label.ar, 'ar'));
  if (label.en !== '') yield triple(subject, predicate, text(label.en, 'en'));
}

function text(value: string, language?: string): Literal {
  return language === undefined
    ? DataFactory.literal(wellFormed(value))
    : DataFactory.literal(wellFormed(value), language);
}

function typed(value: string, type: string): Literal {
  return DataFactory.literal(value, DataFactory.namedNode(RDF_PREFIXES.xsd + type));
}

function integer(value: number): Literal {
  return typed(String(value), 'integer');
}

/** A decimal without an exponent, which xsd:decimal has no room for. */
function decimal(value: number): Literal {
  return typed(value.toFixed(9).replace(/\.?0+$/, ''), 'decimal');
}

/** RDF is made of Unicode characters: half a surrogate pair has no place in it. */
function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The first and the last day that a date or interval covers, as whole dates, which SPARQL can compare. */
function* dayQuads(subject: NamedNode, time: string, first?: string, last?: string): Iterable<Quad> {
  const [from = '', to = from] = time.split('/');
  const [start, end] = [DATE.exec(from), DATE.exec(to)];
  if (first !== undefined && start !== null) {
    yield triple(
      subject,
      name('r', first),
      typed(`${start[1]}-${start[2] ?? '01'}-${start[3] ?? '01'}`, 'date'),
    );
  }
  if (last !== undefined && end !== null) {
    const month = end[2] ?? '12';
    const lastOfMonth = new Date(Date.UTC(Number(end[1]), Number(month), 0)).getUTCDate();
    yield triple(subject, name('r', last), typed(`${end[1]}-${month}-${end[3] ?? lastOfMonth}`, 'date'));
  }
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;
