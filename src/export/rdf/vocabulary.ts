/** The terms that the RDF exports use. `docs/vocabulary.ttl` is made from here. */
import { DataFactory, type NamedNode, type Quad } from 'n3';
import type { Schema } from '../../schema/types.js';

const { namedNode, literal, quad } = DataFactory;

export const PREFIXES = {
  rw: 'urn:rawabit:vocab:',
  entity: 'urn:rawabit:entity:',
  fact: 'urn:rawabit:fact:',
  statement: 'urn:rawabit:statement:',
  article: 'urn:rawabit:article:',
  wd: 'http://www.wikidata.org/entity/',
  wdt: 'http://www.wikidata.org/prop/direct/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
} as const;

/** A term by its prefix and its name: `term('rdfs', 'label')`. */
export function term(prefix: keyof typeof PREFIXES, name: string): NamedNode {
  return namedNode(PREFIXES[prefix] + name);
}

/** The name of a type, key or id as part of an IRI, in which it may have any character. */
export function iriPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('%3A', ':')
    .replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `rw:visits` */
export function relationTerm(type: string): NamedNode {
  return term('rw', iriPart(type));
}

/** `rw:Country` */
export function classTerm(type: string): NamedNode {
  return term('rw', iriPart(type.charAt(0).toUpperCase() + type.slice(1)));
}

const CLASSES: readonly (readonly [name: string, meaning: string, superclass?: NamedNode])[] = [
  [
    'Fact',
    'A relation between two entities, with everything that was said for it.',
    term('rdf', 'Statement'),
  ],
  ['Statement', 'One relation as one place in one article states it.', term('prov', 'Entity')],
  ['Evidence', 'A sentence of an article.', term('prov', 'Entity')],
  ['Article', 'An article that was read.', term('prov', 'Entity')],
];

const PROPERTIES: readonly (readonly [name: string, meaning: string])[] = [
  ['id', 'The id in the graph, such as country:RU.'],
  ['subtype', 'A narrower type, such as alliance.'],
  ['iso', 'ISO 3166-1 alpha-2 code of a country.'],
  ['inCountry', 'ISO code of the country that the entity belongs to or stands in.'],
  ['known', 'Whether the gazetteer knows the entity; else it was found in the text.'],
  ['named', 'False for an entity that is only described.'],
  ['mentions', 'How often articles mention the entity.'],
  ['articles', 'How many articles mention the entity or state the fact.'],
  ['degree', 'How many facts the entity takes part in.'],
  ['pagerank', 'Weighted rank; sums to 1 over the graph.'],
  ['community', 'Number of the community; 0 is the largest.'],
  ['firstDate', 'Date of the first mention or statement.'],
  ['lastDate', 'Date of the last mention or statement.'],
  ['polarity', 'rw:affirmed, or rw:negated where the articles say that it is not so.'],
  ['modality', 'rw:actual, rw:past, rw:planned or rw:alleged.'],
  ['weight', 'How many statements back the fact.'],
  ['sources', 'How many independent texts back the fact.'],
  ['confidence', 'From 0 to 1.'],
  ['tone', 'From -10, hostile, to 10, cooperative.'],
  ['statement', 'From a fact to a statement of it.'],
  ['time', 'When it holds or happened, if it is one date.'],
  ['timeStart', 'The beginning of the interval in which it holds or happened.'],
  ['timeEnd', 'The end of that interval.'],
  ['attribution', 'Who is quoted as saying so, in the words of the article.'],
  ['office', 'The office that is held.'],
  ['rule', 'The name of the rule that produced the statement.'],
  ['evidence', 'From a statement to a sentence that states it.'],
  ['start', 'Where the sentence starts in the article: UTF-16 code units into title, empty line, text.'],
  ['end', 'Where the sentence ends.'],
  ['wikidataInverse', 'The Wikidata property that runs from object to subject.'],
];

/** The definitions of the vocabulary: classes, properties, and the schema's own types with their mappings. */
export function* vocabulary(schema: Pick<Schema, 'nodeTypes' | 'relationTypes'>): Iterable<Quad> {
  for (const [name, meaning, superclass] of CLASSES) {
    const subject = term('rw', name);
    yield quad(subject, term('rdf', 'type'), term('rdfs', 'Class'));
    if (superclass) yield quad(subject, term('rdfs', 'subClassOf'), superclass);
    yield quad(subject, term('rdfs', 'comment'), literal(meaning, 'en'));
  }
  for (const { type, label } of schema.nodeTypes) {
    const subject = classTerm(type);
    yield quad(subject, term('rdf', 'type'), term('rdfs', 'Class'));
    yield* labels(subject, term('rdfs', 'label'), label);
  }
  for (const [name, meaning] of PROPERTIES) {
    const subject = term('rw', name);
    yield quad(subject, term('rdf', 'type'), term('rdf', 'Property'));
    yield quad(subject, term('rdfs', 'comment'), literal(meaning, 'en'));
  }
  for (const relation of schema.relationTypes) {
    const subject = relationTerm(relation.type);
    yield quad(subject, term('rdf', 'type'), term('rdf', 'Property'));
    if (relation.symmetric) yield quad(subject, term('rdf', 'type'), term('owl', 'SymmetricProperty'));
    yield* labels(subject, term('rdfs', 'label'), relation.label);
    yield* labels(subject, term('rdfs', 'comment'), relation.meaning);
    if (relation.wikidata === undefined) continue;
    const mapping = relation.wikidataInverse ? term('rw', 'wikidataInverse') : term('skos', 'closeMatch');
    yield quad(subject, mapping, term('wdt', iriPart(relation.wikidata)));
  }
}

/** A text in both languages. */
export function* labels(
  subject: NamedNode,
  predicate: NamedNode,
  text: { readonly ar: string; readonly en: string },
): Iterable<Quad> {
  if (text.ar !== '') yield quad(subject, predicate, literal(text.ar, 'ar'));
  if (text.en !== '') yield quad(subject, predicate, literal(text.en, 'en'));
}
