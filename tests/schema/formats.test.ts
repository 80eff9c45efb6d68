import { describe, expect, test } from 'vitest';
import type { Extraction, RelationGraph } from '../../src/model.js';
import { validateExtraction, validateGraph } from '../../src/schema/index.js';
import { lineOfPointer } from '../../src/schema/locate.js';

const title = 'وزير الدفاع يصل إلى دمشق';
const sentence = 'وصل وزير الدفاع الروسي إلى دمشق صباح اليوم.';
const start = title.length + 2;

const extraction: Extraction = {
  doc: 'a1',
  title,
  date: '2021-05-04',
  language: 'ar',
  entities: [
    {
      id: 'country:SY',
      type: 'country',
      label: { ar: 'سوريا', en: 'Syria' },
      iso: 'SY',
      coordinates: [35, 38],
      known: true,
      mentions: [{ start: start + 27, end: start + 31, text: 'دمشق', kind: 'metonym' }],
    },
  ],
  relations: [
    {
      id: '5f2c',
      subject: 'country:RU',
      type: 'negotiates_with',
      object: 'country:SY',
      polarity: 'affirmed',
      modality: 'actual',
      time: '2021-05-04/2021-05-06',
      confidence: 0.8,
      rule: 'verb',
      evidence: [{ start, end: start + sentence.length, text: sentence, subject: { start, end: start + 4 } }],
    },
  ],
};

const node: ReturnType<RelationGraph['getNodeAttributes']> = {
  label: 'سوريا',
  labelEn: 'Syria',
  type: 'country',
  aliases: [],
  iso: 'SY',
  known: true,
  mentions: 2,
  articles: 1,
  firstDate: '2021-05-04',
  degree: 1,
  pagerank: 0.5,
  community: 0,
  x: -1.5,
  y: 2,
  size: 4,
  color: '#1d4ed8',
};

const edge: ReturnType<RelationGraph['getEdgeAttributes']> = {
  type: 'negotiates_with',
  labelEn: 'negotiates with',
  label: 'يتفاوض مع',
  symmetric: true,
  polarity: 'affirmed',
  modality: 'actual',
  weight: 1,
  sources: 1,
  articles: 1,
  confidence: 0.8,
  tone: 2.5,
  statements: [
    {
      id: '5f2c',
      modality: 'actual',
      confidence: 0.8,
      rule: 'verb',
      article: 'a1',
      evidence: [{ start: 0, end: 9, text: sentence }],
    },
  ],
};

const graph = {
  options: { type: 'directed', multi: true, allowSelfLoops: true },
  attributes: { format: 'rawabit-graph', version: 1, articles: { a1: { title, date: '2021-05-04' } } },
  nodes: [
    { key: 'country:RU', attributes: node },
    { key: 'country:SY', attributes: node },
  ],
  edges: [{ key: 'k', source: 'country:RU', target: 'country:SY', attributes: edge }],
};

describe('validateExtraction', () => {
  test('accepts what the model describes', () => {
    expect(validateExtraction(extraction)).toEqual([]);
  });

  test('names the place of what does not fit', () => {
    const [relation] = extraction.relations;
    const wrong = {
      ...extraction,
      date: 'yesterday',
      relations: [{ ...relation, polarity: 'maybe', weight: 2 }],
    };
    expect(validateExtraction(wrong)).toEqual([
      { pointer: '/date', message: expect.stringContaining('ISO date') },
      { pointer: '/relations/0', message: expect.stringContaining('"weight"') },
      { pointer: '/relations/0/polarity', message: 'must be one of affirmed, negated.' },
    ]);
  });
});

describe('validateGraph', () => {
  test('accepts what the model describes', () => {
    expect(validateGraph(graph)).toEqual([]);
  });

  test('refuses another format, unknown attributes and edges without evidence', () => {
    const wrong = {
      ...graph,
      attributes: { ...graph.attributes, format: 'gexf' },
      edges: [{ ...graph.edges[0], attributes: { ...edge, colour: 'red', statements: [] } }],
    };
    const problems = validateGraph(wrong).map(({ pointer }) => pointer);
    expect(problems.sort()).toEqual([
      '/attributes/format',
      '/edges/0/attributes',
      '/edges/0/attributes/statements',
    ]);
  });
});

describe('lineOfPointer', () => {
  const text = '[\n  {"a": "}]\\"",\n   "b/c": [1,\n     {"d": null}]},\n  {}\n]';
  test.each([
    ['', 1],
    ['/0', 2],
    ['/0/a', 2],
    ['/0/b~1c', 3],
    ['/0/b~1c/1', 4],
    ['/0/b~1c/1/d', 4],
    ['/1', 5],
    ['/1/missing/deeper', 5],
  ])('finds %j on line %i', (pointer, line) => {
    expect(lineOfPointer(text, pointer)).toBe(line);
  });
});
