/** A large graph from a seed: as many nodes and edges as asked for, in communities, with sentences and dates. */
import { MultiDirectedGraph } from 'graphology';
import type { ArticleRecord, EdgeStatement, Modality, RelationGraph } from '../../../src/model.js';
import { nodeTypes, relationTypes } from './schema.js';

export interface LargeGraphOptions {
  readonly nodes: number;
  readonly edges: number;
  readonly seed?: number;
}

const FIRST = ['أحمد', 'سامي', 'ليلى', 'كريم', 'هدى', 'ناصر', 'منى', 'طارق', 'رامي', 'سلمى'];
const LAST = [
  'الحداد',
  'العطار',
  'النجار',
  'الصباغ',
  'الخياط',
  'البنا',
  'السقا',
  'الوراق',
  'الدهان',
  'الفلاح',
];
const VERBS = ['التقى', 'حذر', 'دعم', 'انتقد', 'زار', 'هاجم', 'طالب', 'ساعد'];
const CODES = [
  'RU',
  'US',
  'SY',
  'IR',
  'TR',
  'IL',
  'LB',
  'SA',
  'EG',
  'QA',
  'UA',
  'FR',
  'GB',
  'CN',
  'IQ',
  'JO',
];

export function largeGraph(options: LargeGraphOptions): RelationGraph {
  const random = mulberry(options.seed ?? 7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const graph: RelationGraph = new MultiDirectedGraph();
  const articles: Record<string, ArticleRecord> = {};
  for (let i = 0; i < options.edges / 20; i++) {
    articles[`A${i}`] = {
      title: `عنوان المقال رقم ${i}`,
      date: day(random),
      source: `مصدر ${i % 40}`,
      url: `https://example.org/${i}`,
    };
  }
  graph.setAttribute('format', 'rawabit-graph');
  graph.setAttribute('version', 1);
  graph.setAttribute('articles', articles);
  const communities = 24;
  for (let i = 0; i < options.nodes; i++) {
    const weight = 1 / (1 + i * 0.04);
    const community = Math.floor(random() ** 1.5 * communities);
    const angle = community * 2.399;
    const spread = (random() + random() + random() - 1.5) * 260;
    const type = i < CODES.length ? 'country' : (nodeTypes[1 + (i % 3)]?.type ?? 'leader');
    graph.addNode(`n${i}`, {
      label: `${pick(FIRST)} ${pick(LAST)} ${i}`,
      labelEn: `Entity ${i}`,
      type,
      aliases: [],
      ...(type === 'country'
        ? { iso: CODES[i] as string, latitude: 60 - 3 * i, longitude: -80 + 12 * i }
        : {}),
      known: true,
      mentions: Math.ceil(200 * weight),
      articles: Math.ceil(80 * weight),
      degree: 0,
      pagerank: weight / options.nodes,
      community,
      x: Math.cos(angle) * 160 * Math.sqrt(community) + spread + (random() - 0.5) * 90,
      y: Math.sin(angle) * 160 * Math.sqrt(community) + (random() + random() + random() - 1.5) * 260,
      size: 2.5 + 20 * weight,
      color: '#888888',
    });
  }
  const keys = Object.keys(articles);
  while (graph.size < options.edges) {
    const source = Math.floor(random() ** 2.2 * options.nodes);
    const target = Math.floor(random() ** 1.6 * options.nodes);
    if (source === target) continue;
    const relation = pick(relationTypes);
    const negated = random() < 0.06;
    const key = `n${source} ${relation.type} n${target}${negated ? ' not' : ''}`;
    if (graph.hasEdge(key)) continue;
    const count = 1 + Math.floor(random() ** 6 * 9);
    const statements = Array.from({ length: count }, (_, n): EdgeStatement => {
      const [a, b] = [
        graph.getNodeAttribute(`n${source}`, 'label'),
        graph.getNodeAttribute(`n${target}`, 'label'),
      ];
      const verb = pick(VERBS);
      const text = `${verb} ${a} يوم الأحد ${b} خلال اجتماع تناول قضايا المنطقة وسبل تعزيز الأمن فيها، بحسب بيان صدر أمس ${n}.`;
      const start = 30 + n * 200;
      return {
        id: `${key}#${n}`,
        modality: (['actual', 'actual', 'actual', 'planned', 'alleged', 'past'] as const)[
          Math.floor(random() * 6)
        ] as Modality,
        confidence: 0.4 + 0.6 * random(),
        rule: 'verb-frame',
        article: pick(keys),
        evidence: [
          {
            start,
            end: start + text.length,
            text,
            subject: { start: start + verb.length + 1, end: start + verb.length + 1 + a.length },
            predicate: { start, end: start + verb.length },
          },
        ],
      };
    });
    graph.addDirectedEdgeWithKey(key, `n${source}`, `n${target}`, {
      type: relation.type,
      label: relation.label.ar,
      labelEn: relation.label.en,
      symmetric: relation.symmetric,
      polarity: negated ? 'negated' : 'affirmed',
      modality: statements[0]?.modality ?? 'actual',
      weight: count,
      sources: count,
      articles: count,
      confidence: Math.max(...statements.map(one => one.confidence)),
      ...(relation.score === undefined ? {} : { tone: relation.score }),
      statements,
    });
  }
  for (const node of graph.nodes()) graph.setNodeAttribute(node, 'degree', graph.degree(node));
  return graph;
}

function day(random: () => number): string {
  return new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * 900))).toISOString().slice(0, 10);
}

/** Mulberry32: small, fast, the same everywhere. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
