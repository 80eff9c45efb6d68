import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/arabic/normalize.js';
import { KnowledgeGraph, UnknownEntityError } from '../../src/query/index.js';
import { sampleGraph } from '../support/sample-graph.js';

const graph = new KnowledgeGraph(sampleGraph());
const ids = (relations: Iterable<{ id: string }>) => [...relations].map(relation => relation.id).sort();

describe('entity', () => {
  test.each([
    ['its id', 'country:RU', 'country:RU'],
    ['its Arabic label', 'روسيا', 'country:RU'],
    ['its English label in any case', 'RUSSIA', 'country:RU'],
    ['an ISO code', 'ru', 'country:RU'],
    ['a Wikidata id', 'Q7184', 'org:nato'],
    ['an alias', 'الكرملين', 'country:RU'],
    ['a name without hamza', 'ارمينيا', 'country:AM'],
    ['a name with diacritics and tatweel', 'أَرْمـيـنيا', 'country:AM'],
    ['ha for ta-marbuta and a missing article', 'منظمه معاهده امن جماعي', 'org:csto'],
    ['an article too many', 'الروسيا', 'country:RU'],
    ['Arabic digits', 'القاعدة ٢٠١', 'base:201st-military-base'],
    ['a Latin article apart', 'salim darwish', 'leader:salim-al-darwish'],
    ['a family name that one leader bears', 'Putin', 'leader:vladimir-putin'],
    ['a hyphen missing', 'Kassym Jomart Tokayev', 'leader:kassym-jomart-tokayev'],
  ])('is found by %s', (_, name, id) => {
    expect(graph.entity(name)?.id).toBe(id);
  });

  test('carries what the graph knows, as plain data', () => {
    const base = graph.requireEntity('القاعدة 201');
    expect(base).toMatchObject({
      type: 'base',
      subtype: 'army',
      label: { ar: 'القاعدة 201', en: '201st Military Base' },
      coordinates: [38.536, 68.78],
      country: 'TJ',
      known: true,
    });
    expect(JSON.parse(JSON.stringify(base))).toEqual(base);
  });

  test('an unknown name gives undefined, or an error with suggestions', () => {
    expect(graph.entity('Atlantis')).toBeUndefined();
    expect(graph.entity('')).toBeUndefined();
    expect(() => graph.requireEntity('Tajikstan')).toThrow(/knows no "Tajikstan".*Tajikistan \(country:TJ\)/);
    const error = catchError(() => graph.requireEntity('بوتي'));
    expect(error).toBeInstanceOf(UnknownEntityError);
    expect((error as UnknownEntityError).suggestions[0]?.entity.id).toBe('leader:vladimir-putin');
  });

  test('every label and alias finds an entity so called, however it is marked and cased (property)', () => {
    const names = sampleGraph()
      .mapNodes((_, { label, labelEn, aliases }) => [label, labelEn, ...aliases])
      .flat();
    const marks = fc.constantFrom('', '\u064e', '\u0651', '\u0640', '\u200f', '\u2067');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(marks, { minLength: 60 }),
        fc.boolean(),
        (name, noise, upper) => {
          const spelled = [...(upper ? name.toUpperCase() : name)]
            .map((c, i) => c + (noise[i] ?? ''))
            .join('');
          const found = graph.requireEntity(spelled);
          expect([found.label.ar, found.label.en, ...found.aliases].map(fold)).toContain(fold(name));
        },
      ),
    );
  });

  test('no text whatever makes a look-up fail (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), units => {
        const text = String.fromCharCode(...units);
        graph.entity(text);
        for (const { similarity } of graph.suggest(text)) expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
    expect(graph.entity('__proto__')).toBeUndefined();
  });
});

describe('entities', () => {
  test('filters by type, country and what articles say of them', () => {
    expect([...graph.entities({ type: 'base' })]).toHaveLength(2);
    expect([...graph.entities({ type: 'base', named: true })].map(({ id }) => id)).toEqual([
      'base:201st-military-base',
    ]);
    expect([...graph.entities({ country: 'روسيا' })].map(({ id }) => id)).toEqual([
      'country:RU',
      'leader:vladimir-putin',
      'org:ministry-of-defence:RU',
    ]);
    expect([...graph.entities({ known: false })].map(({ id }) => id)).toEqual([
      'leader:salim-al-darwish',
      'base:unnamed:RU:AM',
    ]);
    expect([...graph.entities({ contains: 'الامن' })].map(({ id }) => id)).toEqual(['org:csto']);
    expect(() => graph.entities({ country: 'الناتو' })).toThrow(/no country/);
  });
});

describe('relations', () => {
  test('by subject, type and object, in either script', () => {
    expect(ids(graph.relations({ subject: 'Putin', type: 'visits' }))).toEqual(
      ['leader:vladimir-putin visits country:KZ', 'leader:vladimir-putin visits country:KZ not'].filter(
        () => graph.entity('Putin') !== undefined,
      ),
    );
    expect(ids(graph.relations({ subject: 'بوتين', type: 'visits', polarity: 'affirmed' }))).toEqual([
      'leader:vladimir-putin visits country:KZ',
    ]);
    expect(ids(graph.relations({ object: 'واشنطن' }))).toEqual(['country:RU criticizes country:US']);
  });

  test('a symmetric relation answers from both ends and shows the asked one first', () => {
    const [meeting] = graph.relations({ subject: 'توكاييف', type: 'meets' });
    expect(meeting).toMatchObject({
      subject: { id: 'leader:kassym-jomart-tokayev' },
      object: { id: 'leader:vladimir-putin' },
      symmetric: true,
    });
    expect([...graph.relations({ subject: 'country:KZ', object: 'leader:vladimir-putin' })]).toEqual([]);
  });

  test('between two, in both directions', () => {
    expect(ids(graph.relations({ between: ['US', 'RU'], type: ['criticizes', 'sanctions'] }))).toEqual([
      'country:RU criticizes country:US',
      'country:US criticizes country:RU',
      'country:US sanctions country:RU',
    ]);
  });

  test('dates are those of single statements: stated ones, else those of their articles', () => {
    const on = (since: string, until: string) => ids(graph.relations({ since, until, either: 'بوتين' }));
    expect(on('2024-03-12', '2024-03-12')).toContain(
      'leader:vladimir-putin meets leader:kassym-jomart-tokayev',
    );
    expect(on('2024-09', '2024-09')).toEqual(['leader:vladimir-putin visits country:KZ not']);
    expect(on('2019', '2020')).toEqual([]);
    // planned for August to October, though reported in May
    const deployed = ids(graph.relations({ type: 'deploys_to', since: '2024-09', until: '2024-09' }));
    expect(deployed).toEqual(['country:RU deploys_to country:TJ']);
    expect(() => graph.relations({ since: 'yesterday' })).toThrow(/no date/);
    expect(() => graph.relations({ since: '2024', until: '2023' })).toThrow(/later/);
  });

  test('by newspaper, copies included, and the evidence is only that which answers', () => {
    expect(ids(graph.relations({ source: 'موقع الضفه', type: 'operates' }))).toHaveLength(1);
    const [visit] = graph.relations({
      subject: 'بوتين',
      type: 'visits',
      source: 'صحيفة الأفق',
      polarity: 'affirmed',
    });
    expect(visit?.evidence().map(({ article }) => article.id)).toEqual(['sample-1']);
    expect(graph.evidence(visit ?? '').map(({ article }) => article.id)).toEqual(['sample-4', 'sample-1']);
  });

  test('by who is quoted, an entity or words', () => {
    expect(ids(graph.relations({ attribution: 'وزارة الدفاع الروسية' }))).toEqual([
      'country:RU deploys_to country:TJ',
    ]);
    expect(ids(graph.relations({ attribution: 'مصدر' }))).toEqual([
      'leader:vladimir-putin visits country:KZ not',
    ]);
  });

  test('by weight of evidence and tone', () => {
    expect(ids(graph.relations({ minSources: 2, type: 'visits' }))).toEqual([
      'leader:vladimir-putin visits country:KZ',
    ]);
    expect(ids(graph.relations({ maxTone: -6 }))).toEqual([
      'country:AM leaves org:csto',
      'country:US sanctions country:RU',
    ]);
    expect([...graph.relations({ minConfidence: 0.99 })].every(({ confidence }) => confidence >= 0.99)).toBe(
      true,
    );
  });

  test('is lazy, can be read twice, and is plain data without its evidence', () => {
    const relations = graph.relations();
    const [first] = relations;
    expect(first?.id).toBe([...relations][0]?.id);
    expect(JSON.parse(JSON.stringify(first))).not.toHaveProperty('evidence');
  });
});

test('evidence names the article, the sentence and who said so', () => {
  const [evidence] = graph.evidence('country:RU deploys_to country:TJ');
  expect(evidence).toMatchObject({
    text: 'ومن المقرر أن تنشر روسيا سربا من المسيّرات في طاجيكستان بين أغسطس وأكتوبر.',
    modality: 'planned',
    time: '2024-08-01/2024-10-31',
    attribution: { id: 'org:ministry-of-defence:RU' },
    article: {
      id: 'sample-2',
      date: '2024-05-20',
      source: 'وكالة الميزان',
      url: 'https://mizan.example/2024/05/20',
    },
  });
  expect(() => graph.evidence('no such edge')).toThrow(/no relation/);
});

test('neighbors are the best-tied first, with what ties them', () => {
  const neighbors = graph.neighbors('Kazakhstan');
  expect(neighbors[0]?.entity.id).toBe('country:RU');
  expect(neighbors[0]?.relations.map(({ type }) => type)).toEqual([
    'cooperates_with',
    'signs_agreement_with',
    'borders',
  ]);
  expect(graph.neighbors('Kazakhstan', { type: 'member_of' }).map(({ entity }) => entity.id)).toEqual([
    'org:csto',
  ]);
});

describe('paths', () => {
  const ways = (...args: Parameters<KnowledgeGraph['paths']>) =>
    [...graph.paths(...args)].map(({ entities }) => entities.map(({ id }) => id).join(' > '));

  test('shortest first, without detours longer than asked', () => {
    const found = [...graph.paths('بوتين', 'الأمن الجماعي', { maxLength: 3 })];
    expect(found[0]?.length).toBe(2);
    expect(found.map(({ length }) => length)).toEqual(found.map(({ length }) => length).sort());
    for (const { entities, steps, length } of found) {
      expect(new Set(entities.map(({ id }) => id)).size).toBe(length + 1);
      expect(steps.every(relations => relations.length > 0)).toBe(true);
    }
  });

  test('over the asked types only; denied facts tie nothing', () => {
    expect(ways('روسيا', 'كازاخستان', { types: 'member_of' })).toEqual([
      'country:RU > org:csto > country:KZ',
    ]);
    expect(ways('أرمينيا', 'الناتو', { types: 'joins' })).toEqual([]);
    expect(ways('أرمينيا', 'الناتو', { types: 'joins', polarity: 'negated' })).toHaveLength(1);
    expect(ways('روسيا', 'روسيا')).toEqual([]);
  });

  test('are all the paths there are, each once (property)', () => {
    const nodes = graph.graph.nodes();
    fc.assert(
      fc.property(
        fc.constantFrom(...nodes),
        fc.constantFrom(...nodes),
        fc.integer({ min: 1, max: 4 }),
        (a, b, maxLength) => {
          const found = ways(a, b, { maxLength });
          expect(new Set(found).size).toBe(found.length);
          expect([...found].sort()).toEqual(allPaths(a, b, maxLength).sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  /** The plain way: every walk without a repetition. */
  function allPaths(from: string, to: string, maxLength: number, walk: readonly string[] = [from]): string[] {
    if (from === to) return walk.length > 1 ? [walk.join(' > ')] : [];
    if (walk.length > maxLength) return [];
    const ties = graph.graph.filterEdges(from, (_, { polarity }) => polarity === 'affirmed');
    const next = new Set(ties.map(edge => graph.graph.opposite(from, edge)));
    return [...next]
      .filter(id => !walk.includes(id))
      .flatMap(id => allPaths(id, to, maxLength, [...walk, id]));
  }
});

test('a timeline is the dated statements in the order of time', () => {
  const entries = graph.timeline(['بوتين', 'كازاخستان']);
  expect(entries.map(({ date, dated, relation }) => `${date} ${dated} ${relation.polarity}`)).toEqual([
    '2024-03 stated affirmed',
    '2024-03-12 stated affirmed',
    '2024-09-02 article negated',
  ]);
  expect(graph.timeline('الدرويش')).toEqual([]);
});

describe('subgraph', () => {
  test('around an entity', () => {
    const near = graph.subgraph({ around: { entity: 'الناتو' } });
    expect(near.graph.nodes().sort()).toEqual(['country:AM', 'leader:salim-al-darwish', 'org:nato']);
    expect(Object.keys(near.graph.getAttribute('articles')).sort()).toEqual(
      ['sample-3', 'sample-4', 'sample-5'].filter(id => articlesOf('org:nato').has(id)),
    );
    expect(near.requireEntity('الناتو').degree).toBe(near.graph.degree('org:nato'));
  });

  test('of some relations, with their ends only', () => {
    const visits = graph.subgraph({ relations: { type: 'visits' } });
    expect(visits.stats()).toMatchObject({
      entities: 2,
      relations: 2,
      relationsByPolarity: { affirmed: 1, negated: 1 },
    });
    expect(visits.graph.getAttributes()).toMatchObject({ format: 'rawabit-graph', version: 1 });
  });

  test('of some entities, and the whole is left as it was', () => {
    const before = graph.graph.size;
    expect(graph.subgraph({ entities: { type: 'country' } }).stats().entitiesByType).toEqual({ country: 5 });
    expect(graph.graph.size).toBe(before);
  });
});

test('stats count what the graph holds', () => {
  const stats = graph.stats();
  expect(stats).toMatchObject({ entities: 13, relations: graph.graph.size, articles: 5 });
  expect(stats.entitiesByType).toEqual({ country: 5, leader: 3, organization: 3, base: 2 });
  expect(stats.articlesBySource['صحيفة الأفق']).toBe(2);
  expect(Object.values(stats.relationsByType).reduce((sum, count) => sum + count, 0)).toBe(stats.relations);
});

function articlesOf(id: string): ReadonlySet<string> {
  return new Set(
    [...graph.relations({ either: id })].flatMap(one => one.evidence().map(({ article }) => article.id)),
  );
}

function catchError(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
