/**
 * A small knowledge graph with one of everything that a graph can hold: all four node types, found and
 * unnamed entities, symmetric, negated, planned, past, alleged and parallel edges, offices, attributions,
 * several statements an edge, articles with and without date, source and copies.
 * The events and the sentences are invented.
 */
import { MultiDirectedGraph } from 'graphology';
import type {
  ArticleRecord,
  Bilingual,
  EdgeAttributes,
  EdgeStatement,
  Evidence,
  GraphAttributes,
  Modality,
  NodeAttributes,
  Polarity,
  RelationGraph,
  RelationType,
  Span,
} from '../../src/model.js';

const ARTICLES: Record<string, ArticleRecord> = {
  'sample-1': {
    title: 'قمة في أستانا تبحث أمن الحدود',
    date: '2024-03-12',
    source: 'صحيفة الأفق',
    url: 'https://news.example/astana?id=1&lang=ar',
  },
  'sample-2': {
    title: 'موسكو تعلن خططا لتعزيز قاعدتها في طاجيكستان',
    date: '2024-05-20',
    source: 'وكالة الميزان',
    url: 'https://mizan.example/2024/05/20',
    copies: [{ source: 'موقع الضفة', url: 'https://diffa.example/7', date: '2024-05-21' }],
  },
  'sample-3': { title: 'يريفان «تراجع» تحالفاتها', date: '2024-09-02', source: 'صحيفة الأفق' },
  'sample-4': { title: 'قراءة في رسائل واشنطن', date: '2024-11-30', source: 'مجلة "رؤى"' },
  'sample-5': { title: 'من الأرشيف: جنرالات الأمس' },
};

type NodeFacts = Pick<NodeAttributes, 'label' | 'labelEn' | 'type'> & Partial<NodeAttributes>;

const NODES: Record<string, NodeFacts> = {
  'country:RU': {
    type: 'country',
    label: 'روسيا',
    labelEn: 'Russia',
    aliases: ['موسكو', 'الكرملين', 'روسيا الاتحادية'],
    iso: 'RU',
    wikidata: 'Q159',
    latitude: 60,
    longitude: 100,
    mentions: 14,
    community: 0,
  },
  'country:KZ': {
    type: 'country',
    label: 'كازاخستان',
    labelEn: 'Kazakhstan',
    aliases: ['قازاقستان', 'أستانا'],
    iso: 'KZ',
    wikidata: 'Q232',
    latitude: 48,
    longitude: 68,
    mentions: 9,
    community: 0,
  },
  'country:TJ': {
    type: 'country',
    label: 'طاجيكستان',
    labelEn: 'Tajikistan',
    aliases: ['دوشنبه'],
    iso: 'TJ',
    wikidata: 'Q863',
    latitude: 39,
    longitude: 71,
    mentions: 5,
    community: 0,
  },
  'country:AM': {
    type: 'country',
    label: 'أرمينيا',
    labelEn: 'Armenia',
    aliases: ['يريفان'],
    iso: 'AM',
    wikidata: 'Q399',
    latitude: 40,
    longitude: 45,
    mentions: 7,
    community: 1,
  },
  'country:US': {
    type: 'country',
    label: 'الولايات المتحدة',
    labelEn: 'United States',
    aliases: ['أميركا', 'أمريكا', 'واشنطن', 'البيت الأبيض'],
    iso: 'US',
    wikidata: 'Q30',
    latitude: 38,
    longitude: -97,
    mentions: 8,
    community: 1,
  },
  'leader:vladimir-putin': {
    type: 'leader',
    label: 'فلاديمير بوتين',
    labelEn: 'Vladimir Putin',
    aliases: ['بوتين', 'بوتن'],
    wikidata: 'Q7747',
    country: 'RU',
    mentions: 6,
    community: 0,
  },
  'leader:kassym-jomart-tokayev': {
    type: 'leader',
    label: 'قاسم جومارت توكاييف',
    labelEn: 'Kassym-Jomart Tokayev',
    aliases: ['توكاييف'],
    country: 'KZ',
    mentions: 4,
    community: 0,
  },
  'leader:salim-al-darwish': {
    type: 'leader',
    label: 'سليم الدرويش',
    labelEn: 'Salim al-Darwish',
    aliases: ['الدرويش'],
    known: false,
    mentions: 3,
    community: 2,
  },
  'base:201st-military-base': {
    type: 'base',
    subtype: 'army',
    label: 'القاعدة 201',
    labelEn: '201st Military Base',
    aliases: ['قاعدة 201 الروسية'],
    latitude: 38.536,
    longitude: 68.78,
    country: 'TJ',
    mentions: 4,
    community: 0,
  },
  'base:unnamed:RU:AM': {
    type: 'base',
    label: 'قاعدة روسية في أرمينيا',
    labelEn: 'Russian base in Armenia',
    known: false,
    named: false,
    mentions: 1,
    community: 1,
  },
  'org:csto': {
    type: 'organization',
    subtype: 'alliance',
    label: 'منظمة معاهدة الأمن الجماعي',
    labelEn: 'Collective Security Treaty Organization',
    aliases: ['CSTO', 'الأمن الجماعي'],
    wikidata: 'Q318693',
    mentions: 6,
    community: 0,
  },
  'org:nato': {
    type: 'organization',
    subtype: 'alliance',
    label: 'حلف شمال الأطلسي',
    labelEn: 'NATO',
    aliases: ['الناتو', 'حلف الناتو'],
    wikidata: 'Q7184',
    mentions: 5,
    community: 1,
  },
  'org:ministry-of-defence:RU': {
    type: 'organization',
    subtype: 'state-body',
    label: 'وزارة الدفاع الروسية',
    labelEn: 'Ministry of Defence of Russia',
    aliases: ['الدفاع الروسية'],
    country: 'RU',
    mentions: 4,
    community: 2,
  },
};

const COLORS: Record<string, string> = {
  country: '#2f6fb5',
  leader: '#c4572f',
  base: '#5b7f3a',
  organization: '#7b52a8',
};

/** English label, Arabic label, symmetric, tone. */
const RELATIONS: Record<string, readonly [string, string, boolean, number?]> = {
  holds_office: ['holds office of', 'يشغل منصبًا في', false],
  member_of: ['member of', 'عضو في', false],
  affiliated_with: ['affiliated with', 'تابع لـ', false],
  located_in: ['located in', 'تقع في', false],
  operates: ['operates', 'تشغّل', false],
  borders: ['borders', 'تحدّ', true],
  meets: ['meets', 'يلتقي', true, 2.5],
  visits: ['visits', 'يزور', false, 4],
  signs_agreement_with: ['signs agreement with', 'يوقّع اتفاقًا مع', true, 2.5],
  cooperates_with: ['cooperates with', 'يتعاون مع', true, 9.5],
  holds_exercise_with: ['holds military exercise with', 'يجري مناورات مع', true, 9.5],
  criticizes: ['criticizes', 'ينتقد', false, -3],
  sanctions: ['sanctions', 'يعاقب', false, -6],
  deploys_to: ['deploys forces to', 'ينشر قوات في', false, -5.5],
  joins: ['joins', 'ينضم إلى', false, 2.5],
  leaves: ['leaves', 'ينسحب من', false, -6],
  hosts: ['hosts', 'يستضيف', false, 4],
};

/** Words of the sentence that stand for the subject, the predicate and the object. */
type Words = readonly [subject: string, predicate: string, object: string];

function evidence(start: number, text: string, words?: Words): Evidence {
  const span = (word: string): Span => {
    const at = text.indexOf(word);
    if (at < 0) throw new Error(`"${word}" is not in "${text}"`);
    return { start: start + at, end: start + at + word.length };
  };
  const sentence = { start, end: start + text.length, text };
  if (words === undefined) return sentence;
  return { ...sentence, subject: span(words[0]), object: span(words[2]), predicate: span(words[1]) };
}

interface Options {
  readonly modality?: Modality;
  readonly time?: string;
  readonly attribution?: string;
  readonly office?: Bilingual;
  readonly confidence?: number;
}

let statements = 0;

function said(article: string, evidences: readonly Evidence[], options: Options = {}): EdgeStatement {
  statements += 1;
  return {
    id: `s${String(statements).padStart(4, '0')}`,
    modality: options.modality ?? 'actual',
    ...(options.time === undefined ? {} : { time: options.time }),
    ...(options.attribution === undefined ? {} : { attribution: options.attribution }),
    ...(options.office === undefined ? {} : { office: options.office }),
    confidence: options.confidence ?? 0.8,
    rule: 'sample',
    article,
    evidence: evidences,
  };
}

type Fact = readonly [
  subject: string,
  type: RelationType,
  object: string,
  statements: readonly EdgeStatement[],
  polarity?: Polarity,
];

const PRESIDENT: Bilingual = { ar: 'رئيس', en: 'president' };
const DEFENCE: Bilingual = { ar: 'وزير الدفاع', en: 'defence minister' };

function facts(): readonly Fact[] {
  statements = 0;
  return [
    [
      'leader:vladimir-putin',
      'holds_office',
      'country:RU',
      [
        said(
          'sample-1',
          [
            evidence(41, 'وصل الرئيس الروسي فلاديمير بوتين إلى أستانا صباح الثلاثاء.', [
              'فلاديمير بوتين',
              'الرئيس',
              'الروسي',
            ]),
            evidence(310, 'وقال الرئيس الروسي إن الزيارة «بداية مرحلة جديدة».'),
          ],
          { office: PRESIDENT, confidence: 0.95 },
        ),
        said(
          'sample-2',
          [evidence(120, 'وكان بوتين، رئيس روسيا، قد وعد بذلك قبل عام.', ['بوتين', 'رئيس', 'روسيا'])],
          {
            office: PRESIDENT,
            confidence: 0.9,
          },
        ),
      ],
    ],
    [
      'leader:kassym-jomart-tokayev',
      'holds_office',
      'country:KZ',
      [
        said('sample-1', [evidence(102, 'وكان في استقباله رئيس كازاخستان قاسم جومارت توكاييف في المطار.')], {
          office: PRESIDENT,
          confidence: 0.95,
        }),
      ],
    ],
    [
      'leader:vladimir-putin',
      'visits',
      'country:KZ',
      [
        said(
          'sample-1',
          [
            evidence(41, 'وصل الرئيس الروسي فلاديمير بوتين إلى أستانا صباح الثلاثاء.', [
              'فلاديمير بوتين',
              'وصل',
              'أستانا',
            ]),
          ],
          { time: '2024-03-12', confidence: 0.92 },
        ),
        said('sample-4', [evidence(512, 'وأعادت زيارة بوتين إلى كازاخستان في مارس ترتيب الأوراق.')], {
          time: '2024-03',
          confidence: 0.85,
        }),
      ],
    ],
    [
      'leader:vladimir-putin',
      'visits',
      'country:KZ',
      [
        said(
          'sample-3',
          [
            evidence(77, 'لن يزور بوتين كازاخستان هذا الخريف، بحسب مصدر مطلع.', [
              'بوتين',
              'يزور',
              'كازاخستان',
            ]),
          ],
          {
            modality: 'planned',
            attribution: 'مصدر مطلع',
            confidence: 0.7,
          },
        ),
      ],
      'negated',
    ],
    [
      'leader:vladimir-putin',
      'meets',
      'leader:kassym-jomart-tokayev',
      [
        said(
          'sample-1',
          [evidence(170, 'والتقى بوتين نظيره توكاييف على مأدبة عشاء.', ['بوتين', 'التقى', 'توكاييف'])],
          {
            time: '2024-03-12',
            confidence: 0.93,
          },
        ),
      ],
    ],
    [
      'country:KZ',
      'cooperates_with',
      'country:RU',
      [
        said('sample-1', [evidence(220, 'واتفق البلدان على توسيع التعاون في مراقبة الحدود.')]),
        said('sample-4', [evidence(600, 'يتواصل التعاون بين كازاخستان وروسيا في مجال الطاقة.')], {
          confidence: 0.75,
        }),
      ],
    ],
    [
      'country:KZ',
      'signs_agreement_with',
      'country:RU',
      [
        said('sample-1', [evidence(268, 'ووقعت روسيا وكازاخستان اتفاقا لتزويد الشمال بالغاز.')], {
          time: '2024-03-13',
          confidence: 0.9,
        }),
      ],
    ],
    [
      'country:KZ',
      'borders',
      'country:RU',
      [said('sample-5', [evidence(15, 'تحد كازاخستان روسيا من الجنوب.')])],
    ],
    [
      'country:RU',
      'operates',
      'base:201st-military-base',
      [
        said(
          'sample-2',
          [
            evidence(48, 'وستحصل القاعدة 201 التي تديرها روسيا على منظومات جديدة.', [
              'روسيا',
              'تديرها',
              'القاعدة 201',
            ]),
          ],
          {
            confidence: 0.9,
          },
        ),
      ],
    ],
    [
      'base:201st-military-base',
      'located_in',
      'country:TJ',
      [
        said('sample-2', [evidence(170, 'وتقع القاعدة 201 قرب دوشنبه عاصمة طاجيكستان.')], {
          confidence: 0.97,
        }),
      ],
    ],
    [
      'country:RU',
      'deploys_to',
      'country:TJ',
      [
        said(
          'sample-2',
          [evidence(220, 'ومن المقرر أن تنشر روسيا سربا من المسيّرات في طاجيكستان بين أغسطس وأكتوبر.')],
          {
            modality: 'planned',
            time: '2024-08-01/2024-10-31',
            attribution: 'org:ministry-of-defence:RU',
          },
        ),
      ],
    ],
    [
      'country:RU',
      'deploys_to',
      'base:201st-military-base',
      [said('sample-2', [evidence(300, 'ووصلت طلائع القوات الروسية إلى القاعدة 201.')], { time: '2024-05' })],
    ],
    [
      'org:ministry-of-defence:RU',
      'affiliated_with',
      'country:RU',
      [
        said('sample-2', [evidence(0, 'أعلنت وزارة الدفاع الروسية خطة من ثلاث مراحل.')], {
          confidence: 0.99,
        }),
      ],
    ],
    [
      'country:RU',
      'member_of',
      'org:csto',
      [said('sample-3', [evidence(130, 'وتضم منظمة معاهدة الأمن الجماعي روسيا وكازاخستان وطاجيكستان.')])],
    ],
    [
      'country:KZ',
      'member_of',
      'org:csto',
      [said('sample-3', [evidence(130, 'وتضم منظمة معاهدة الأمن الجماعي روسيا وكازاخستان وطاجيكستان.')])],
    ],
    [
      'country:KZ',
      'hosts',
      'org:csto',
      [
        said('sample-1', [evidence(400, 'وتستضيف أستانا قمة المنظمة في نوفمبر.')], {
          modality: 'planned',
          time: '2024-11',
        }),
      ],
    ],
    [
      'country:AM',
      'leaves',
      'org:csto',
      [
        said(
          'sample-3',
          [
            evidence(210, 'وزعم موقع معارض أن يريفان غادرت منظمة معاهدة الأمن الجماعي "سرا".', [
              'يريفان',
              'غادرت',
              'منظمة معاهدة الأمن الجماعي',
            ]),
          ],
          {
            modality: 'alleged',
            attribution: 'موقع معارض',
            confidence: 0.5,
          },
        ),
      ],
    ],
    [
      'country:AM',
      'joins',
      'org:nato',
      [
        said('sample-3', [
          evidence(290, 'ونفت أرمينيا أي نية للانضمام إلى الناتو.', ['أرمينيا', 'للانضمام', 'الناتو']),
        ]),
      ],
      'negated',
    ],
    [
      'country:AM',
      'holds_exercise_with',
      'org:nato',
      [
        said(
          'sample-4',
          [evidence(40, 'تعتزم أرمينيا إجراء مناورات مع حلف شمال الأطلسي مطلع العام المقبل.')],
          {
            modality: 'planned',
            time: '2025',
          },
        ),
      ],
    ],
    [
      'country:US',
      'criticizes',
      'country:RU',
      [
        said('sample-2', [evidence(380, 'وانتقدت واشنطن الخطوة الروسية.', ['واشنطن', 'انتقدت', 'الروسية'])]),
        said('sample-4', [evidence(110, 'واتهم البيت الأبيض موسكو بالتصعيد.')], { confidence: 0.88 }),
      ],
    ],
    [
      'country:RU',
      'criticizes',
      'country:US',
      [said('sample-4', [evidence(150, 'وردت موسكو بانتقاد «ازدواجية» واشنطن.')])],
    ],
    [
      'country:US',
      'sanctions',
      'country:RU',
      [
        said('sample-4', [evidence(190, 'وفرضت الولايات المتحدة عقوبات على مصارف روسية.')], {
          time: '2024-11-29',
          confidence: 0.91,
        }),
      ],
    ],
    [
      'leader:salim-al-darwish',
      'holds_office',
      'org:ministry-of-defence:RU',
      [
        said('sample-5', [evidence(60, 'كان سليم الدرويش مستشارا سابقا في وزارة الدفاع الروسية.')], {
          modality: 'past',
          office: { ar: 'مستشار', en: 'adviser' },
        }),
        said('sample-5', [evidence(140, 'الدرويش، وزير الدفاع الأسبق، كتب مذكراته.')], {
          modality: 'past',
          office: DEFENCE,
          confidence: 0.6,
        }),
      ],
    ],
    [
      'leader:salim-al-darwish',
      'criticizes',
      'org:nato',
      [
        said('sample-5', [evidence(200, 'وهاجم الدرويش الحلف\nفي مقال = طويل.')], {
          attribution: 'leader:salim-al-darwish',
        }),
      ],
    ],
    [
      'country:RU',
      'operates',
      'base:unnamed:RU:AM',
      [
        said('sample-3', [evidence(340, 'وقيل إن قاعدة روسية في أرمينيا ما زالت تعمل.')], {
          modality: 'alleged',
          confidence: 0.55,
        }),
      ],
    ],
    [
      'base:unnamed:RU:AM',
      'located_in',
      'country:AM',
      [
        said('sample-3', [evidence(340, 'وقيل إن قاعدة روسية في أرمينيا ما زالت تعمل.')], {
          confidence: 0.6,
        }),
      ],
    ],
  ];
}

/** A fresh copy at each call: a test may change it. */
export function sampleGraph(): RelationGraph {
  const graph: RelationGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes({
    format: 'rawabit-graph',
    version: 1,
    articles: structuredClone(ARTICLES),
    date: '2024-11-30',
  });
  const names = Object.keys(NODES);
  names.forEach((id, index) => {
    const facts = NODES[id] as NodeFacts;
    const angle = (2 * Math.PI * index) / names.length;
    graph.addNode(id, {
      aliases: [],
      known: true,
      mentions: 1,
      articles: 0,
      degree: 0,
      pagerank: 1 / names.length,
      community: 0,
      x: Math.round(1000 * Math.cos(angle)) / 10,
      y: Math.round(1000 * Math.sin(angle)) / 10,
      size: 6,
      color: COLORS[facts.type] ?? '#888888',
      ...structuredClone(facts),
    });
  });
  for (const [subject, type, object, stated, polarity = 'affirmed'] of facts()) {
    const key = `${subject} ${type} ${object}${polarity === 'negated' ? ' not' : ''}`;
    graph.addDirectedEdgeWithKey(key, subject, object, aggregate(type, polarity, stated));
  }
  for (const id of names) summarize(graph, id);
  return graph;
}

const STRENGTH: readonly Modality[] = ['actual', 'past', 'planned', 'alleged'];

function aggregate(type: RelationType, polarity: Polarity, stated: readonly EdgeStatement[]): EdgeAttributes {
  const [labelEn, label, symmetric, tone] = RELATIONS[type] ?? [type, type, false];
  const dates = stated
    .map(statement => statement.time ?? ARTICLES[statement.article]?.date)
    .flatMap(time => time?.split('/') ?? [])
    .sort();
  const [firstDate, lastDate] = [dates[0], dates.at(-1)];
  const doubt = stated.reduce((product, statement) => product * (1 - statement.confidence), 1);
  return {
    type,
    labelEn,
    label,
    symmetric,
    polarity,
    modality: STRENGTH.find(one => stated.some(statement => statement.modality === one)) ?? 'actual',
    weight: stated.length,
    sources: new Set(stated.flatMap(statement => statement.evidence.map(place => place.text))).size,
    articles: new Set(stated.map(statement => statement.article)).size,
    confidence: Math.round((1 - doubt) * 1000) / 1000,
    ...(firstDate === undefined || lastDate === undefined ? {} : { firstDate, lastDate }),
    ...(tone === undefined ? {} : { tone }),
    statements: structuredClone(stated),
  };
}

/** Fills in what the edges say about a node. */
function summarize(graph: RelationGraph, id: string): void {
  const edges = graph.edges(id).map(edge => graph.getEdgeAttributes(edge));
  const stated = edges.flatMap(edge => edge.statements);
  const articles = new Set(stated.map(statement => statement.article));
  const dates = [...articles].flatMap(article => ARTICLES[article]?.date ?? []).sort();
  const [firstDate, lastDate] = [dates[0], dates.at(-1)];
  graph.mergeNodeAttributes(id, {
    degree: edges.length,
    articles: articles.size,
    size: Math.round((6 + 2.5 * Math.sqrt(edges.length)) * 100) / 100,
    ...(firstDate === undefined || lastDate === undefined ? {} : { firstDate, lastDate }),
  });
}
