import { describe, expect, it } from 'vitest';
import { buildGraph, createGraphBuilder, finishGraph } from '../../src/graph/index.js';
import { groupSimilar } from '../../src/graph/similar.js';
import type { Extraction, MentionedEntity, Statement } from '../../src/model.js';
import { loadSchema, validateGraph } from '../../src/schema/index.js';

const schema = loadSchema();

function country(iso: string, ar: string, en: string, mentions = 1): MentionedEntity {
  return {
    id: `country:${iso}`,
    type: 'country',
    iso,
    label: { ar, en },
    known: true,
    mentions: Array.from({ length: mentions }, (_, index) => ({
      start: index * 10,
      end: index * 10 + ar.length,
      text: ar,
      kind: 'name' as const,
    })),
  };
}

function statement(
  doc: string,
  subject: string,
  type: string,
  object: string,
  more: Partial<Statement> = {},
): Statement {
  return {
    id: `${doc} ${subject} ${type} ${object} ${more.polarity ?? ''}`,
    subject,
    type,
    object,
    polarity: 'affirmed',
    modality: 'actual',
    confidence: 0.6,
    rule: 'test',
    evidence: [{ start: 0, end: 20, text: `جملة من المقال ${doc} تقول ذلك بوضوح` }],
    ...more,
  };
}

const russia = country('RU', 'روسيا', 'Russia', 3);
const china = country('CN', 'الصين', 'China');
const first: Extraction = {
  doc: 'a',
  title: 'أول',
  date: '2020-01-02',
  language: 'ar',
  entities: [russia, china],
  relations: [statement('a', 'country:RU', 'cooperates_with', 'country:CN', { modality: 'planned' })],
};
const second: Extraction = {
  doc: 'b',
  title: 'ثان',
  date: '2021-05-06',
  language: 'ar',
  entities: [russia, china],
  relations: [
    statement('b', 'country:CN', 'cooperates_with', 'country:RU'),
    statement('b', 'country:RU', 'criticizes', 'country:CN', { polarity: 'negated' }),
  ],
};

describe('merging extractions', () => {
  const graph = buildGraph([first, second], schema);

  it('keeps one edge for a fact, with all its statements, in either direction for symmetric relations', () => {
    const edge = graph.getEdgeAttributes('country:CN cooperates_with country:RU');
    expect(edge).toMatchObject({ symmetric: true, weight: 2, articles: 2, sources: 2, modality: 'actual' });
    expect(edge.confidence).toBeCloseTo(1 - 0.4 * 0.4);
    expect([edge.firstDate, edge.lastDate]).toEqual(['2020-01-02', '2021-05-06']);
  });

  it('keeps what is denied apart from what is said', () => {
    expect(graph.hasEdge('country:RU criticizes country:CN not')).toBe(true);
    expect(graph.hasEdge('country:RU criticizes country:CN')).toBe(false);
  });

  it('gives the same graph in any order and however often an extraction is added', () => {
    const builder = createGraphBuilder(schema);
    for (const extraction of [second, first, second, first]) builder.add(extraction);
    expect(finishGraph(builder).export()).toEqual(graph.export());
  });

  it('measures and places every node', () => {
    graph.forEachNode((_, { degree, pagerank, x, y, size }) => {
      expect(degree).toBeGreaterThan(0);
      expect(pagerank).toBeGreaterThan(0);
      expect(size).toBeGreaterThan(0);
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    });
  });

  it('is valid against the published schema', () => {
    expect(validateGraph(JSON.parse(JSON.stringify(graph.export())))).toEqual([]);
  });

  it('makes an empty graph of nothing', () => {
    expect(buildGraph([], schema).order).toBe(0);
  });
});

describe('copies of the same agency sentence', () => {
  const original =
    'أعلنت الوزارة في بيان لها صباح اليوم أن الوفد سيصل إلى العاصمة مساء الأحد لبدء جولة جديدة من المحادثات';
  it('count as one source when a few words differ', () => {
    const copy = original.replace('صباح اليوم', 'اليوم');
    expect(groupSimilar([original, copy])).toEqual([0, 0]);
  });
  it('stay apart when they say different things', () => {
    const other =
      'وصل الرئيس إلى المطار حيث استقبله عدد من المسؤولين قبل أن يتوجه إلى مقر إقامته وسط المدينة القديمة';
    expect(groupSimilar([original, other, original])).toEqual([0, 1, 0]);
  });
});
