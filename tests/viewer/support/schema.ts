/** A schema of the shape of graph-schema/, small enough to read, so that the page is tested without the gazetteer. */
import type { NodeTypeDefinition, RelationTypeDefinition, Schema } from '../../../src/schema/types.js';

const nodeType = (
  type: string,
  label: [string, string],
  plural: [string, string],
  color: [string, string],
  subtypes: readonly [string, string, string][] = [],
): NodeTypeDefinition => ({
  type,
  label: { ar: label[0], en: label[1] },
  plural: { ar: plural[0], en: plural[1] },
  color: { light: color[0], dark: color[1] },
  subtypes: subtypes.map(([id, ar, en]) => ({ id, label: { ar, en } })),
});

export const nodeTypes: readonly NodeTypeDefinition[] = [
  nodeType('country', ['دولة', 'Country'], ['دول', 'Countries'], ['#33658a', '#7fb2d9']),
  nodeType('leader', ['قائد', 'Leader'], ['قادة', 'Leaders'], ['#8a4f7d', '#cf9ac4']),
  nodeType(
    'base',
    ['قاعدة عسكرية', 'Military base'],
    ['قواعد عسكرية', 'Military bases'],
    ['#5f6b2f', '#b3bf78'],
    [
      ['air-base', 'قاعدة جوية', 'Air base'],
      ['naval-base', 'قاعدة بحرية', 'Naval base'],
    ],
  ),
  nodeType(
    'organization',
    ['منظمة', 'Organization'],
    ['منظمات', 'Organizations'],
    ['#a8641c', '#e0a765'],
    [
      ['alliance', 'تحالف', 'Alliance'],
      ['ministry', 'وزارة', 'Ministry'],
      ['armed-group', 'جماعة مسلحة', 'Armed group'],
      ['party', 'حزب', 'Party'],
      ['media', 'وسيلة إعلام', 'News outlet'],
    ],
  ),
];

type Row = readonly [
  type: string,
  ar: string,
  en: string,
  group: string,
  score: number | null,
  symmetric?: true,
];

const rows: readonly Row[] = [
  ['holds_office', 'يشغل منصبا في', 'holds office in', 'office', null],
  ['member_of', 'عضو في', 'member of', 'membership', null],
  ['affiliated_with', 'تابع لـ', 'affiliated with', 'membership', null],
  ['located_in', 'تقع في', 'located in', 'military', null],
  ['operates', 'يشغّل', 'operates', 'military', null],
  ['active_in', 'ينشط في', 'active in', 'military', null],
  ['borders', 'يجاور', 'borders', 'membership', null, true],
  ['allied_with', 'حليف', 'allied with', 'cooperation', null, true],
  ['meets', 'يلتقي', 'meets', 'diplomacy', 2.5, true],
  ['visits', 'يزور', 'visits', 'diplomacy', 2.8],
  ['negotiates_with', 'يتفاوض مع', 'negotiates with', 'diplomacy', 3, true],
  ['signs_agreement_with', 'يوقع اتفاقا مع', 'signs agreement with', 'cooperation', 6.5, true],
  ['cooperates_with', 'يتعاون مع', 'cooperates with', 'cooperation', 6, true],
  ['holds_exercise_with', 'يجري مناورات مع', 'holds exercise with', 'military', 6, true],
  ['supports', 'يدعم', 'supports', 'cooperation', 4],
  ['aids', 'يساعد', 'aids', 'cooperation', 7],
  ['requests', 'يطالب', 'requests', 'pressure', -1],
  ['criticizes', 'ينتقد', 'criticizes', 'pressure', -2.5],
  ['threatens', 'يهدد', 'threatens', 'pressure', -5],
  ['sanctions', 'يعاقب', 'sanctions', 'pressure', -6],
  ['deploys_to', 'ينشر قوات في', 'deploys to', 'military', -4],
  ['withdraws_from', 'ينسحب من', 'withdraws from', 'military', 3],
  ['attacks', 'يهاجم', 'attacks', 'conflict', -9.5],
  ['fights', 'يقاتل', 'fights', 'conflict', -10, true],
  ['joins', 'ينضم إلى', 'joins', 'membership', 4],
  ['leaves', 'يغادر', 'leaves', 'membership', -4],
  ['hosts', 'يستضيف', 'hosts', 'diplomacy', 3],
];

export const relationTypes: readonly RelationTypeDefinition[] = rows.map(
  ([type, ar, en, group, score, symmetric]) => ({
    type,
    kind: score === null ? 'state' : 'event',
    from: [],
    to: [],
    symmetric: symmetric ?? false,
    label: { ar, en },
    meaning: { ar, en },
    group,
    ...(score === null ? {} : { score }),
  }),
);

export const schema: Schema = {
  nodeTypes,
  relationTypes,
  gazetteer: {
    countries: [],
    leaders: [],
    organizations: [],
    bases: [],
    stateBodies: [],
    offices: [],
    places: [],
  },
  predicates: {},
};
