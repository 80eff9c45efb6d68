import type {
  ArticleRecord,
  EdgeAttributes,
  EdgeStatement,
  Entity,
  Extraction,
  MentionedEntity,
  Modality,
  NodeAttributes,
  Polarity,
  RelationGraph,
  Statement,
} from '../model.js';
import { nodeType, relationType } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { createGraph } from './graph.js';
import { groupSimilar } from './similar.js';

/**
 * Collects extractions and makes a graph of them. Adding is commutative and idempotent: any order, any
 * split and any repetition of the same extractions gives the same graph.
 */
export interface GraphBuilder {
  add(extraction: Extraction): void;
  /** The graph of all that was added, without measures and positions. */
  build(): RelationGraph;
}

interface NodeDraft {
  readonly entity: Entity;
  /** Mentions by article. */
  readonly mentions: Map<string, number>;
  /** How many articles use each name. */
  readonly names: Map<string, Set<string>>;
}

interface EdgeDraft {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly polarity: Polarity;
  readonly statements: Map<string, EdgeStatement>;
}

const MODALITIES: readonly Modality[] = ['actual', 'past', 'planned', 'alleged'];
const MOST_ALIASES = 20;
/** No number of repetitions makes a fact certain. */
const HIGHEST_CONFIDENCE = 0.99;

export function createGraphBuilder(schema: Schema): GraphBuilder {
  const articles = new Map<string, ArticleRecord>();
  const nodes = new Map<string, NodeDraft>();
  const edges = new Map<string, EdgeDraft>();

  const addEntity = (doc: string, entity: MentionedEntity) => {
    let draft = nodes.get(entity.id);
    if (!draft) {
      draft = { entity: withoutMentions(entity), mentions: new Map(), names: new Map() };
      nodes.set(entity.id, draft);
    } else if (isBetter(entity, draft.entity)) {
      draft = { ...draft, entity: withoutMentions(entity) };
      nodes.set(entity.id, draft);
    }
    draft.mentions.set(doc, Math.max(entity.mentions.length, draft.mentions.get(doc) ?? 0));
    for (const { text, kind } of entity.mentions) {
      if (kind !== 'name' && kind !== 'alias') continue;
      const users = draft.names.get(text);
      if (users) users.add(doc);
      else draft.names.set(text, new Set([doc]));
    }
  };

  const addStatement = (doc: string, statement: Statement, share: (text: string) => string) => {
    const { symmetric } = relationType(schema, statement.type);
    const swap = symmetric && statement.subject > statement.object;
    const [subject, object] = swap
      ? [statement.object, statement.subject]
      : [statement.subject, statement.object];
    const { type, polarity } = statement;
    const key = edgeKey(subject, type, object, polarity);
    let draft = edges.get(key);
    if (!draft) {
      draft = { subject, type, object, polarity, statements: new Map() };
      edges.set(key, draft);
    }
    draft.statements.set(statement.id, toEdgeStatement(doc, statement, swap, share));
  };

  return {
    add(extraction) {
      const { doc, title, date, source, url, copies } = extraction;
      articles.set(doc, {
        title,
        ...(date !== undefined && { date }),
        ...(source !== undefined && { source }),
        ...(url !== undefined && { url }),
        ...(copies !== undefined && { copies }),
      });
      for (const entity of extraction.entities) addEntity(doc, entity);
      const share = createSharing();
      for (const statement of extraction.relations) addStatement(doc, statement, share);
    },
    build() {
      const records = Object.fromEntries([...articles].sort(byKey));
      const graph = createGraph(records);
      for (const [id, draft] of [...nodes].sort(byKey)) graph.addNode(id, toNode(draft, articles, schema));
      for (const [key, draft] of [...edges].sort(byKey)) {
        if (!graph.hasNode(draft.subject) || !graph.hasNode(draft.object)) continue;
        graph.addDirectedEdgeWithKey(key, draft.subject, draft.object, toEdge(draft, articles, schema));
      }
      return graph;
    },
  };
}

/** The key of an edge: `subject type object`, plus ` not` when negated. */
export function edgeKey(subject: string, type: string, object: string, polarity: Polarity): string {
  return `${subject} ${type} ${object}${polarity === 'negated' ? ' not' : ''}`;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function withoutMentions(entity: MentionedEntity): Entity {
  const { mentions: _, ...rest } = entity;
  return rest;
}

/** Of two records of the same found entity, always the same one wins: known ones, then by label. */
function isBetter(candidate: Entity, current: Entity): boolean {
  if (candidate.known !== current.known) return candidate.known;
  if (candidate.label.ar === current.label.ar && candidate.label.en === current.label.en) return false;
  return JSON.stringify(candidate.label) < JSON.stringify(current.label);
}

/** A sentence stands behind many statements: they share one string. */
function createSharing(): (text: string) => string {
  const texts = new Map<string, string>();
  return text => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}

function toEdgeStatement(
  article: string,
  statement: Statement,
  swap: boolean,
  share: (text: string) => string,
): EdgeStatement {
  const { id, modality, time, partialTime, attribution, office, confidence, rule, evidence } = statement;
  return {
    id,
    modality,
    ...(time !== undefined && { time }),
    ...(partialTime !== undefined && { partialTime }),
    ...(attribution !== undefined && { attribution }),
    ...(office !== undefined && { office }),
    confidence,
    rule,
    article,
    evidence: evidence.map(({ start, end, text, subject, object, predicate }) => {
      const [first, second] = swap ? [object, subject] : [subject, object];
      return {
        start,
        end,
        text: share(text),
        ...(first !== undefined && { subject: first }),
        ...(second !== undefined && { object: second }),
        ...(predicate !== undefined && { predicate }),
      };
    }),
  };
}

function toNode(draft: NodeDraft, articles: Map<string, ArticleRecord>, schema: Schema): NodeAttributes {
  const { entity, mentions, names } = draft;
  const found = [...names]
    .sort((a, b) => b[1].size - a[1].size || byKey([a[0], 0], [b[0], 0]))
    .slice(0, MOST_ALIASES)
    .map(([name]) => name);
  const aliases = [...new Set([...(entity.aliases ?? []), ...found])].filter(
    name => name !== entity.label.ar && name !== entity.label.en,
  );
  const dates = [...mentions.keys()].flatMap(doc => articles.get(doc)?.date ?? []).sort();
  const [firstDate, lastDate] = [dates[0], dates.at(-1)];
  return {
    label: entity.label.ar,
    labelEn: entity.label.en,
    type: entity.type,
    ...(entity.subtype !== undefined && { subtype: entity.subtype }),
    aliases,
    ...(entity.iso !== undefined && { iso: entity.iso }),
    ...(entity.wikidata !== undefined && { wikidata: entity.wikidata }),
    ...(entity.coordinates && { latitude: entity.coordinates[0], longitude: entity.coordinates[1] }),
    ...(entity.country !== undefined && { country: entity.country }),
    known: entity.known,
    ...(entity.named === false && { named: false as const }),
    mentions: [...mentions.values()].reduce((sum, count) => sum + count, 0),
    articles: mentions.size,
    ...(firstDate !== undefined && { firstDate }),
    ...(lastDate !== undefined && { lastDate }),
    degree: 0,
    pagerank: 0,
    community: 0,
    x: 0,
    y: 0,
    size: 0,
    color: nodeType(schema, entity.type).color.light,
  };
}

function toEdge(draft: EdgeDraft, articles: Map<string, ArticleRecord>, schema: Schema): EdgeAttributes {
  const { label, symmetric, score } = relationType(schema, draft.type);
  const statements = [...draft.statements.values()]
    .map(statement => [sortKey(statement, articles), statement] as const)
    .sort(byKey)
    .map(([, statement]) => statement);
  const groups = groupSimilar(statements.map(statement => statement.evidence[0]?.text ?? statement.id));
  const best = new Map<number, number>();
  statements.forEach((statement, index) => {
    const group = groups[index] ?? index;
    best.set(group, Math.max(statement.confidence, best.get(group) ?? 0));
  });
  const doubt = [...best.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  const dates = statements
    .flatMap(({ time, article }) => (time ?? articles.get(article)?.date ?? '').split('/'))
    .filter(date => date !== '')
    .sort();
  const [firstDate, lastDate] = [dates[0], dates.at(-1)];
  const modality =
    MODALITIES.find(candidate => statements.some(statement => statement.modality === candidate)) ?? 'actual';
  return {
    type: draft.type,
    labelEn: label.en,
    label: label.ar,
    symmetric,
    polarity: draft.polarity,
    modality,
    weight: statements.length,
    sources: best.size,
    articles: new Set(statements.map(({ article }) => article)).size,
    confidence: Math.round(Math.min(HIGHEST_CONFIDENCE, 1 - doubt) * 1000) / 1000,
    ...(firstDate !== undefined && { firstDate }),
    ...(lastDate !== undefined && { lastDate }),
    ...(score !== undefined && { tone: score }),
    statements,
  };
}

function sortKey(statement: EdgeStatement, articles: Map<string, ArticleRecord>): string {
  const start = String(statement.evidence[0]?.start ?? 0).padStart(9, '0');
  return `${articles.get(statement.article)?.date ?? '9999'} ${statement.article} ${start} ${statement.id}`;
}
