/** Random graphs whose names try to break every format. */
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import type { EdgeAttributes, GraphAttributes, NodeAttributes, RelationGraph } from '../../src/model.js';

const NASTY = [
  '"',
  "'",
  '\\',
  '<b>&amp;</b>',
  ']]>',
  '\u0000\u0007\u001b',
  '\ud800',
  '\udc00',
  '__proto__',
  'constructor',
  '=SUM(A1)',
  '+1',
  '-1',
  '@x',
  '\n',
  '\r\n',
  '\t',
  '\u202e\u2067',
  '\u200f',
  '\u2028',
  '\uffff',
  ';',
  '|',
  ',',
  '$$',
  '`',
  '{}',
  '\\N',
  '%3A',
  'روسيا',
  'گۆڕان',
  '😀',
  ' ',
];

/** Text made of nasty pieces and of arbitrary characters. */
export const nastyText = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 5 })
  .map(parts => parts.join(''));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .chain(day => fc.constantFrom(10, 7, 4).map(length => day.toISOString().slice(0, length)));
const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(value => value + 0);

const node = fc.record({
  label: nastyText,
  labelEn: nastyText,
  type: fc.constantFrom('country', 'leader', 'base', 'organization', 'user type"'),
  subtype: optional(nastyText),
  aliases: fc.array(nastyText, { maxLength: 3 }),
  wikidata: optional(fc.constantFrom('Q159', 'Q30', 'not an id>')),
  known: fc.boolean(),
  named: optional(fc.constant(false as const)),
  mentions: fc.nat(),
  articles: fc.nat(),
  firstDate: optional(date),
  lastDate: optional(date),
  x: number,
  y: number,
  size: fc.double({ noNaN: true, min: 0, max: 50 }),
  color: fc.constantFrom('#2f6fb5', 'red"'),
});

const statement = fc.record({
  id: nastyText,
  modality: fc.constantFrom('actual' as const, 'planned' as const, 'alleged' as const, 'past' as const),
  time: optional(fc.oneof(date, nastyText)),
  attribution: optional(nastyText),
  office: optional(fc.record({ ar: nastyText, en: nastyText })),
  confidence: fc.double({ noNaN: true, min: 0, max: 1 }),
  article: nastyText,
  text: nastyText,
});

const edge = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  type: fc.constantFrom('visits', 'borders', 'holds_office', 'user relation>'),
  polarity: fc.constantFrom('affirmed' as const, 'negated' as const),
  label: nastyText,
  labelEn: nastyText,
  symmetric: fc.boolean(),
  tone: optional(fc.double({ noNaN: true, min: -10, max: 10 })),
  statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
});

/** The object without members that are undefined. */
function clean<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

export const hostileGraph: fc.Arbitrary<RelationGraph> = fc
  .record({
    nodes: fc.array(fc.tuple(nastyText, node), { minLength: 1, maxLength: 6 }),
    edges: fc.array(edge, { maxLength: 8 }),
    articles: fc.array(fc.tuple(nastyText, nastyText, optional(date), optional(nastyText)), { maxLength: 3 }),
  })
  .map(({ nodes, edges, articles }) => {
    const graph: RelationGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
    const records = articles.map(
      ([id, title, date, url]) => [id, clean({ title, date, url })] as [string, { title: string }],
    );
    graph.replaceAttributes({ format: 'rawabit-graph', version: 1, articles: Object.fromEntries(records) });
    // A number in each id: formats may take the rest of two ids to be the same, after what they cannot hold is gone.
    const ids = nodes.map(([name, attributes], index) => {
      const id = `org:${name}:${index}`;
      graph.addNode(id, clean({ ...attributes, degree: 0, pagerank: 0, community: 0 }) as NodeAttributes);
      return id;
    });
    for (const { ends, statements, ...attributes } of edges) {
      const [source, target] = ends.map(end => ids[end % ids.length] ?? '') as [string, string];
      const key = `${source} ${attributes.type} ${target}${attributes.polarity === 'negated' ? ' not' : ''}`;
      if (graph.hasEdge(key)) continue;
      graph.addDirectedEdgeWithKey(
        key,
        source,
        target,
        clean({
          ...attributes,
          modality: statements[0]?.modality ?? 'actual',
          weight: statements.length,
          sources: 1,
          articles: 1,
          confidence: 0.5,
          statements: statements.map(({ text, ...one }) =>
            clean({ ...one, rule: 'random', evidence: [{ start: 0, end: text.length, text }] }),
          ),
        }) as EdgeAttributes,
      );
    }
    return graph;
  });
