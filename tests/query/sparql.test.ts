import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KnowledgeGraph, type SparqlResult } from '../../src/query/index.js';
import { answersWithGraph, queryForm } from '../../src/query/sparql/query.js';
import { sampleGraph } from '../support/sample-graph.js';

const graph = new KnowledgeGraph(sampleGraph());

/** The queries of the manual: what is tested is what a reader copies. */
const document = readFileSync(new URL('../../docs/queries.md', import.meta.url), 'utf8');
const examples = [...document.matchAll(/^### (\d+)\. (.+?)\n+```sparql\n([\s\S]*?)```/gm)].map(
  ([, number, title, query]) => [Number(number), title ?? '', query ?? ''] as const,
);

function table(result: SparqlResult): string[][] {
  if (result.kind !== 'bindings') throw new Error(`no rows but ${result.kind}`);
  return result.rows.map(row => result.variables.map(variable => row[variable]?.value ?? ''));
}

describe('the examples of docs/queries.md', () => {
  test('are ten', () => {
    expect(examples.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test.each(examples)('%i. %s', async (number, _, query) => {
    const result = await graph.sparql(query);
    const check = EXPECTED[number];
    if (check === undefined) throw new Error('no expectation');
    check(result);
  });
});

const EXPECTED: Readonly<Record<number, (result: SparqlResult) => void>> = {
  1: result => expect(table(result)).toContainEqual(['فلاديمير بوتين', 'كازاخستان']),
  2: result =>
    expect(table(result).map(([from, relation, to]) => `${from} ${relation} ${to}`)).toEqual([
      'Russia deploys forces to Tajikistan',
    ]),
  3: result =>
    expect(table(result)).toEqual([
      [
        'ومن المقرر أن تنشر روسيا سربا من المسيّرات في طاجيكستان بين أغسطس وأكتوبر.',
        'موسكو تعلن خططا لتعزيز قاعدتها في طاجيكستان',
        '2024-05-20',
        'https://diffa.example/7',
      ],
    ]),
  4: result => expect(table(result)).toContainEqual(['201st Military Base', 'Tajikistan', 'Russia']),
  5: result =>
    expect(table(result).map(row => row.at(-1))).toContain('ونفت أرمينيا أي نية للانضمام إلى الناتو.'),
  6: result =>
    expect(table(result)).toEqual([
      [
        'http://www.wikidata.org/entity/Q7747',
        'urn:rawabit:vocab:visits',
        'http://www.wikidata.org/entity/Q232',
      ],
    ]),
  7: result => {
    expect(table(result)).toContainEqual([
      'Vladimir Putin',
      'president',
      'Russia',
      'urn:rawabit:vocab:actual',
    ]);
    expect(table(result).filter(([leader]) => leader === 'Salim al-Darwish')).toHaveLength(2);
  },
  8: result => {
    const rows = table(result);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(([, , , , last]) => (last ?? '') >= '2024-06')).toBe(true);
    expect(rows.map(row => Number(row[3]))).toEqual(rows.map(row => Number(row[3])).sort((a, b) => b - a));
  },
  9: result => {
    expect(table(result).map(([name]) => name)).toContain('موقع الضفة');
    expect(table(result)).toHaveLength(4);
  },
  10: result => {
    expect(result.kind).toBe('graph');
    expect(result.kind === 'graph' && result.triples.trim().split('\n')).toHaveLength(2);
  },
};

test('what is not affirmed and actual is no plain triple', async () => {
  const ask = async (pattern: string) => (await graph.sparql(`ASK { ${pattern} }`)) as { value: boolean };
  expect(await ask('wd:Q7747 rw:visits wd:Q232')).toMatchObject({ value: true });
  expect(await ask('wd:Q399 rw:joins wd:Q7184')).toMatchObject({ value: false }); // denied
  expect(await ask('wd:Q159 rw:deploys_to wd:Q863')).toMatchObject({ value: false }); // planned
  expect(await ask('wd:Q399 rw:leaves wd:Q318693')).toMatchObject({ value: false }); // alleged
  expect(await ask('entity:leader:salim-al-darwish rw:holds_office ?x')).toMatchObject({ value: false }); // past
});

test('the store holds every node, edge, statement and article of the graph', async () => {
  const { entities, relations, statements, articles } = graph.stats();
  const count = async (pattern: string) =>
    Number(table(await graph.sparql(`SELECT (COUNT(DISTINCT ?x) AS ?n) { ${pattern} }`))[0]?.[0]);
  expect(await count('?x rw:id ?id')).toBe(entities);
  expect(await count('?x a rw:Fact')).toBe(relations);
  expect(await count('?x a rw:Statement')).toBe(statements);
  expect(await count('?x a rw:Article')).toBe(articles);
});

describe('formats and errors', () => {
  test('rows as text of the standard formats', async () => {
    const query = 'SELECT ?ar { wd:Q159 rdfs:label ?ar FILTER(LANG(?ar) = "ar") }';
    expect(await graph.sparqlText(query, 'csv')).toBe('ar\r\nروسيا\r\n');
    expect(await graph.sparqlText(query, 'tsv')).toBe('?ar\n"روسيا"@ar\n');
    expect(JSON.parse(await graph.sparqlText(query, 'json'))).toMatchObject({
      results: { bindings: [{ ar: { type: 'literal', value: 'روسيا', 'xml:lang': 'ar' } }] },
    });
    await expect(graph.sparqlText(query, 'turtle')).rejects.toThrow(/answers as json/);
  });

  test('an error names the line and the column of the query', async () => {
    await expect(graph.sparql('SELECT * {\n ?s ?p }')).rejects.toThrow(/^SPARQL, line 2, column \d+: /);
    await expect(graph.sparql('SELECT * { ?s nope:p ?o }')).rejects.toThrow(
      /line 1, column \d\d: unknown prefix/,
    );
  });

  test('the graph cannot be changed, nor the network reached', async () => {
    await expect(graph.sparql('DELETE WHERE { ?s ?p ?o }')).rejects.toThrow(/SPARQL/);
    await expect(graph.sparql('SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }')).rejects.toThrow();
  });

  test.each([
    ['select * { ?s ?p ?o }', 'SELECT'],
    ['# CONSTRUCT\nPREFIX construct: <http://x/#ASK>\nASK { ?s construct:x ?o }', 'ASK'],
    ['DESCRIBE wd:Q159', 'DESCRIBE'],
    ['INSERT DATA { }', undefined],
  ])('the form of %j is %s', (query, form) => {
    expect(queryForm(query)).toBe(form);
    expect(answersWithGraph(query)).toBe(form === 'DESCRIBE');
  });
});

test('names of any characters come back as they are', async () => {
  const hostile = sampleGraph();
  const label = 'خط "أول"\\\nخط <ثان> \' } ; DROP \u200f';
  hostile.mergeNodeAttributes('country:KZ', { label });
  const rows = table(
    await new KnowledgeGraph(hostile).sparql('SELECT ?l { wd:Q232 rdfs:label ?l FILTER(LANG(?l) = "ar") }'),
  );
  expect(rows).toEqual([[label]]);
});

describe('with a time limit', () => {
  const limited = new KnowledgeGraph(sampleGraph(), { sparqlTimeout: 1500 });

  test('answers and complains as without one', async () => {
    const query = 'SELECT ?c { ?c a rw:Country } ORDER BY ?c';
    expect(await limited.sparql(query)).toEqual(await graph.sparql(query));
    await expect(limited.sparql('SELECT * {')).rejects.toThrow(/^SPARQL, line 1/);
  });

  test('ends a query that would run for hours, and answers the next', async () => {
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
    await expect(limited.sparql(endless)).rejects.toThrow(/longer than 1.5 s/);
    expect(await limited.sparql('ASK { wd:Q7747 rw:visits wd:Q232 }')).toEqual({
      kind: 'boolean',
      value: true,
    });
  });
});
