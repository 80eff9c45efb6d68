import fc from 'fast-check';
import { Store as N3Store, Parser, type Quad } from 'n3';
import * as oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { nquads, turtle, writeRdf } from '../../src/export/rdf/index.js';
import { quads } from '../../src/export/rdf/quads.js';
import { vocabulary } from '../../src/export/rdf/vocabulary.js';
import { loadSchema } from '../../src/schema/index.js';
import { collectOne } from '../support/collect.js';
import { hostileGraph } from '../support/hostile-graph.js';
import { sampleGraph } from '../support/sample-graph.js';

const graph = sampleGraph();
const schema = loadSchema();
const PREFIXES = `PREFIX rw: <urn:rawabit:vocab:> PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>`;

function store(text: string, format: string): oxigraph.Store {
  const result = new oxigraph.Store();
  result.load(text, { format });
  return result;
}

const inTurtle = store(collectOne(turtle, graph), 'text/turtle');
const inQuads = store(collectOne(nquads, graph), 'application/n-quads');

function rows(query: string, from = inTurtle): string[][] {
  const found = from.query(`${PREFIXES} ${query}`) as Map<string, oxigraph.Term>[];
  return found.map(row => [...row.values()].map(term => term.value)).sort();
}
const asks = (query: string) => inTurtle.query(`${PREFIXES} ASK { ${query} }`);

describe('RDF', () => {
  test('is read by Oxigraph and N3 with the same triples', () => {
    const parsed = new N3Store(new Parser().parse(collectOne(turtle, graph)));
    expect(inTurtle.size).toBe(parsed.size);
    expect(parsed.size).toBe(new N3Store([...quads(graph, schema)]).size);
    expect(inQuads.size).toBeGreaterThanOrEqual(inTurtle.size);
  });

  test('calls entities by their Wikidata IRI where it is known', () => {
    expect(rows('SELECT ?l { wd:Q159 rdfs:label ?l FILTER(lang(?l) = "ar") }')).toEqual([['روسيا']]);
    expect(
      rows(
        'SELECT ?l { <urn:rawabit:entity:leader:salim-al-darwish> rdfs:label ?l FILTER(lang(?l) = "en") }',
      ),
    ).toEqual([['Salim al-Darwish']]);
  });

  test('asserts what is so, and only that, as a plain triple', () => {
    expect(asks('wd:Q7747 rw:visits wd:Q232')).toBe(true);
    expect(asks('wd:Q399 rw:joins wd:Q7184')).toBe(false); // negated
    expect(asks('wd:Q159 rw:deploys_to wd:Q863')).toBe(false); // planned
    expect(asks('wd:Q399 rw:leaves wd:Q318693')).toBe(false); // alleged
    expect(asks('?former rw:holds_office ?of . ?former rdfs:label "Salim al-Darwish"@en')).toBe(false); // past
  });

  test('asserts a symmetric fact in both directions', () => {
    expect(asks('wd:Q159 rw:borders wd:Q232 . wd:Q232 rw:borders wd:Q159')).toBe(true);
  });

  test('has a resource for each fact and each statement, with its sentence and its article', () => {
    expect(rows('SELECT (COUNT(?f) AS ?n) { ?f a rw:Fact }')).toEqual([[String(graph.size)]]);
    const statements = graph.reduceEdges((sum, _, edge) => sum + edge.statements.length, 0);
    expect(rows('SELECT (COUNT(?s) AS ?n) { ?s a rw:Statement . ?s prov:wasDerivedFrom ?a }')).toEqual([
      [String(statements)],
    ]);
    expect(
      rows(`SELECT ?text ?title { ?f rdf:subject wd:Q399 ; rdf:predicate rw:joins ; rw:polarity rw:negated ; rw:statement ?s .
        ?s rw:evidence/prov:value ?text ; prov:wasDerivedFrom/dcterms:title ?title }`),
    ).toEqual([['ونفت أرمينيا أي نية للانضمام إلى الناتو.', 'يريفان «تراجع» تحالفاتها']]);
  });

  test('keeps dates, intervals, speakers and offices', () => {
    expect(
      rows(
        'SELECT ?a ?b ?who { ?s rw:timeStart ?a ; rw:timeEnd ?b ; prov:wasAttributedTo/rdfs:label ?who FILTER(lang(?who) = "en") }',
      ),
    ).toEqual([['2024-08-01', '2024-10-31', 'Ministry of Defence of Russia']]);
    expect(rows('SELECT DISTINCT ?o { ?f rdf:object wd:Q159 ; rw:statement/rw:office ?o }')).toEqual([
      ['president'],
      ['رئيس'],
    ]);
  });

  test('maps relations to Wikidata properties', () => {
    expect(rows('SELECT ?p { rw:borders skos:closeMatch ?p }')).toEqual([
      ['http://www.wikidata.org/prop/direct/P47'],
    ]);
    expect(rows('SELECT ?p { rw:operates rw:wikidataInverse ?p }')).toEqual([
      ['http://www.wikidata.org/prop/direct/P137'],
    ]);
  });

  test('puts the statements of an article into its own graph of the N-Quads', () => {
    const count = 'SELECT (COUNT(?s) AS ?n) { GRAPH <urn:rawabit:article:sample-5> { ?s a rw:Statement } }';
    expect(rows(count, inQuads)).toEqual([['4']]);
  });

  test('can say with a triple term which triple a fact is about', () => {
    const text = collectOne(turtle, graph, { rdf12: true });
    const found = store(text, 'text/turtle').query(
      `${PREFIXES} SELECT ?f { ?f rdf:reifies <<( wd:Q7747 rw:visits wd:Q232 )>> }`,
    );
    expect(found).toHaveLength(2);
  });

  test('stays readable, with nothing lost, whatever the names', () => {
    fc.assert(
      fc.property(hostileGraph, hostile => {
        const expected = new N3Store([...quads(hostile, schema)]);
        const back = (text: string, format: string) => new N3Store(new Parser({ format }).parse(text));
        const ttl = collectOne(turtle, hostile);
        expect(back(ttl, 'text/turtle').size).toBe(expected.size);
        expect(store(ttl, 'text/turtle').size).toBe(expected.size);
        const nq = collectOne(nquads, hostile);
        const read = back(nq, 'application/n-quads');
        const missing = (quad: Quad) => !read.has(quad);
        expect([...quads(hostile, schema, { graphs: true })].find(missing)).toBeUndefined();
        store(nq, 'application/n-quads');
      }),
      { numRuns: 20, seed: 2 },
    );
  }, 30_000);
});

test('docs/vocabulary.ttl is the vocabulary that the exports use', async () => {
  const text = [...writeRdf(vocabulary(schema), 'text/turtle')].join('');
  await expect(text).toMatchFileSnapshot('../../docs/vocabulary.ttl');
});
