/**
 * The graph as RDF. An entity has its Wikidata IRI where that is known. An affirmed fact that is so, neither
 * planned, alleged nor past, stands as a plain triple; every fact stands as an rdf:Statement too, with its statements,
 * their sentences and the articles they come from (PROV-O).
 */
import { DataFactory, type NamedNode, type Quad, type Quad_Object } from 'n3';
import type {
  ArticleRecord,
  EdgeAttributes,
  EdgeStatement,
  NodeAttributes,
  RelationGraph,
} from '../../model.js';
import type { Schema } from '../../schema/types.js';
import { sortedEdges, sortedNodes } from '../columns.js';
import { printable } from '../text.js';
import { classTerm, iriPart, labels, PREFIXES, relationTerm, term, vocabulary } from './vocabulary.js';

const { namedNode, literal, quad } = DataFactory;

export interface QuadOptions {
  /** Puts statements and their evidence into a named graph per article. */
  readonly graphs?: boolean;
  /** Says which triple a fact is about with a triple term of RDF 1.2. */
  readonly rdf12?: boolean;
}

/** All quads in a fixed order: vocabulary, articles, entities, facts. */
export function* quads(
  graph: RelationGraph,
  schema: Pick<Schema, 'nodeTypes' | 'relationTypes'>,
  options: QuadOptions = {},
): Iterable<Quad> {
  yield* vocabulary(schema);
  const { articles } = graph.getAttributes();
  for (const id of Object.keys(articles).sort()) yield* article(id, articles[id] as ArticleRecord);
  for (const id of sortedNodes(graph)) yield* entity(graph, id);
  for (const key of sortedEdges(graph)) yield* fact(graph, key, options);
}

/** The IRI of an entity of the graph. */
export function entityIri(id: string, { wikidata }: Pick<NodeAttributes, 'wikidata'>): NamedNode {
  return wikidata !== undefined && /^Q[1-9]\d*$/.test(wikidata)
    ? term('wd', wikidata)
    : namedNode(PREFIXES.entity + iriPart(id));
}

const A = term('rdf', 'type');
const LABEL = term('rdfs', 'label');

function articleIri(id: string): NamedNode {
  return term('article', iriPart(id));
}

function* article(id: string, record: ArticleRecord): Iterable<Quad> {
  const subject = articleIri(id);
  yield quad(subject, A, term('rw', 'Article'));
  yield quad(subject, term('dcterms', 'identifier'), text(id));
  yield quad(subject, term('dcterms', 'title'), text(record.title, languageOf(record.title)));
  for (const { source, url, date } of [record, ...(record.copies ?? [])]) {
    if (date !== undefined) yield quad(subject, term('dcterms', 'date'), dateLiteral(date));
    if (source !== undefined)
      yield quad(subject, term('dcterms', 'publisher'), text(source, languageOf(source)));
    if (url !== undefined) yield quad(subject, term('foaf', 'page'), page(url));
  }
}

/** The address as an IRI where it is one, else as text. */
function page(url: string): Quad_Object {
  return URL.canParse(url) && /^https?:/i.test(url) ? namedNode(new URL(url).href) : text(url);
}

function* entity(graph: RelationGraph, id: string): Iterable<Quad> {
  const node = graph.getNodeAttributes(id);
  const subject = entityIri(id, node);
  yield quad(subject, A, classTerm(node.type));
  yield* labels(subject, LABEL, { ar: printable(node.label), en: printable(node.labelEn) });
  for (const alias of node.aliases)
    yield quad(subject, term('skos', 'altLabel'), text(alias, languageOf(alias)));
  yield quad(subject, term('rw', 'id'), text(id));
  yield* facts(subject, 'rw', {
    subtype: node.subtype,
    iso: node.iso,
    inCountry: node.country,
    known: node.known,
    named: node.named,
  });
  yield* facts(subject, 'geo', { lat: decimal(node.latitude), long: decimal(node.longitude) });
  yield* facts(subject, 'rw', {
    mentions: node.mentions,
    articles: node.articles,
    firstDate: node.firstDate === undefined ? undefined : dateLiteral(node.firstDate),
    lastDate: node.lastDate === undefined ? undefined : dateLiteral(node.lastDate),
    degree: node.degree,
    pagerank: decimal(node.pagerank),
    community: node.community,
  });
}

function* fact(graph: RelationGraph, key: string, options: QuadOptions): Iterable<Quad> {
  const edge = graph.getEdgeAttributes(key);
  const [source, target] = graph.extremities(key);
  const subject = entityIri(source, graph.getNodeAttributes(source));
  const object = entityIri(target, graph.getNodeAttributes(target));
  const predicate = relationTerm(edge.type);
  if (edge.polarity === 'affirmed' && edge.modality === 'actual') {
    yield quad(subject, predicate, object);
    if (edge.symmetric) yield quad(object, predicate, subject);
  }
  const resource = term('fact', iriPart(key));
  if (options.rdf12) yield quad(resource, term('rdf', 'reifies'), quad(subject, predicate, object));
  yield quad(resource, A, term('rw', 'Fact'));
  yield quad(resource, term('rdf', 'subject'), subject);
  yield quad(resource, term('rdf', 'predicate'), predicate);
  yield quad(resource, term('rdf', 'object'), object);
  yield* measures(resource, edge);
  for (const statement of edge.statements) {
    const said = term('statement', iriPart(statement.id));
    yield quad(resource, term('rw', 'statement'), said);
    for (const { subject: s, predicate: p, object: o } of statementQuads(graph, said, statement)) {
      yield options.graphs ? quad(s, p, o, articleIri(statement.article)) : quad(s, p, o);
    }
  }
}

function measures(resource: NamedNode, edge: EdgeAttributes): Iterable<Quad> {
  return facts(resource, 'rw', {
    polarity: term('rw', edge.polarity),
    modality: term('rw', edge.modality),
    weight: edge.weight,
    sources: edge.sources,
    articles: edge.articles,
    confidence: decimal(edge.confidence),
    firstDate: edge.firstDate === undefined ? undefined : dateLiteral(edge.firstDate),
    lastDate: edge.lastDate === undefined ? undefined : dateLiteral(edge.lastDate),
    tone: decimal(edge.tone),
  });
}

function* statementQuads(graph: RelationGraph, subject: NamedNode, said: EdgeStatement): Iterable<Quad> {
  yield quad(subject, A, term('rw', 'Statement'));
  yield quad(subject, term('prov', 'wasDerivedFrom'), articleIri(said.article));
  yield* facts(subject, 'rw', {
    modality: term('rw', said.modality),
    confidence: decimal(said.confidence),
    rule: said.rule,
  });
  yield* times(subject, said.time);
  if (said.attribution !== undefined) {
    yield graph.hasNode(said.attribution)
      ? quad(
          subject,
          term('prov', 'wasAttributedTo'),
          entityIri(said.attribution, graph.getNodeAttributes(said.attribution)),
        )
      : quad(subject, term('rw', 'attribution'), text(said.attribution, languageOf(said.attribution)));
  }
  if (said.office) {
    yield* labels(subject, term('rw', 'office'), {
      ar: printable(said.office.ar),
      en: printable(said.office.en),
    });
  }
  for (const [index, place] of said.evidence.entries()) {
    const evidence = namedNode(`${subject.value}:evidence:${index + 1}`);
    yield quad(subject, term('rw', 'evidence'), evidence);
    yield quad(evidence, A, term('rw', 'Evidence'));
    yield quad(evidence, term('prov', 'value'), text(place.text, languageOf(place.text)));
    yield quad(evidence, term('prov', 'wasQuotedFrom'), articleIri(said.article));
    yield* facts(evidence, 'rw', { start: place.start, end: place.end });
  }
}

function* times(subject: NamedNode, time: string | undefined): Iterable<Quad> {
  if (time === undefined) return;
  const [start = '', end] = time.split('/');
  if (end === undefined) yield quad(subject, term('rw', 'time'), dateLiteral(time));
  else {
    yield quad(subject, term('rw', 'timeStart'), dateLiteral(start));
    yield quad(subject, term('rw', 'timeEnd'), dateLiteral(end));
  }
}

function* facts(
  subject: NamedNode,
  prefix: 'rw' | 'geo',
  values: Readonly<Record<string, Quad_Object | string | number | boolean | undefined>>,
): Iterable<Quad> {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) continue;
    yield quad(subject, term(prefix, name), typeof value === 'object' ? value : scalar(value));
  }
}

function scalar(value: string | number | boolean): Quad_Object {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isInteger(value))
    return literal(String(value), term('xsd', 'double'));
  if (typeof value === 'boolean') return literal(String(value), term('xsd', 'boolean'));
  return literal(value);
}

/** A measure that may be a fraction keeps one datatype, whatever its value. */
function decimal(value: number | undefined): Quad_Object | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return literal(String(value), term('xsd', 'double'));
}

/** A date with the datatype of its exactness. */
function dateLiteral(date: string): Quad_Object {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return literal(date, term('xsd', 'date'));
  if (/^\d{4}-\d\d$/.test(date)) return literal(date, term('xsd', 'gYearMonth'));
  if (/^\d{4}$/.test(date)) return literal(date, term('xsd', 'gYear'));
  return text(date);
}

function text(value: string, language?: string): Quad_Object {
  return language === undefined ? literal(printable(value)) : literal(printable(value), language);
}

function languageOf(value: string): 'ar' | 'en' | undefined {
  if (/\p{Script=Arabic}/u.test(value)) return 'ar';
  return /\p{Script=Latin}/u.test(value) ? 'en' : undefined;
}
