import type {
  ArticleRecord,
  Extraction,
  MentionedEntity,
  Polarity,
  RelationGraph,
  Statement,
} from '../model.js';
import { compare } from '../order.js';
import { relationType } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { byDate, type EdgeDraft, toEdge, toEdgeStatement } from './edge-draft.js';
import { createGraph } from './graph.js';
import { addMentions, type NodeDraft, newNodeDraft, toNode } from './node-draft.js';

/**
 * Collects extractions and makes a graph of them. Adding is commutative and idempotent: any order, any
 * split and any repetition of the same extractions gives the same graph.
 */
export interface GraphBuilder {
  add(extraction: Extraction): void;
  /** The graph of all that was added, without measures and positions. */
  build(): RelationGraph;
}

export function createGraphBuilder(schema: Schema): GraphBuilder {
  const articles = new Map<string, ArticleRecord>();
  const nodes = new Map<string, NodeDraft>();
  const edges = new Map<string, EdgeDraft>();
  const shareRule = createSharing();

  const addEntity = (doc: string, entity: MentionedEntity) => {
    let draft = nodes.get(entity.id);
    if (!draft) {
      draft = newNodeDraft(entity);
      nodes.set(entity.id, draft);
    }
    addMentions(draft, doc, entity);
  };

  const addStatement = (doc: string, statement: Statement, share: (text: string) => string) => {
    const { symmetric } = relationType(schema, statement.type);
    const swap = symmetric && statement.subject > statement.object;
    const [subject, object] = swap
      ? [statement.object, statement.subject]
      : [statement.subject, statement.object];
    const { type, polarity } = statement;
    const key = edgeKey(subject, type, object, polarity);
    const kept = toEdgeStatement(doc, statement, swap, share, shareRule);
    const draft = edges.get(key);
    if (draft) draft.statements.push(kept);
    else edges.set(key, { subject, type, object, polarity, statements: [kept] });
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
      const graph = createGraph(Object.fromEntries(sorted(articles)));
      for (const [id, draft] of sorted(nodes)) graph.addNode(id, toNode(draft, articles, schema));
      const dated = byDate(articles);
      for (const [key, draft] of sorted(edges)) {
        if (!graph.hasNode(draft.subject) || !graph.hasNode(draft.object)) continue;
        graph.addDirectedEdgeWithKey(key, draft.subject, draft.object, toEdge(draft, dated, schema));
      }
      return graph;
    },
  };
}

/** The key of an edge: `subject type object`, plus ` not` when negated. */
export function edgeKey(subject: string, type: string, object: string, polarity: Polarity): string {
  return `${subject} ${type} ${object}${polarity === 'negated' ? ' not' : ''}`;
}

function sorted<T>(items: ReadonlyMap<string, T>): [string, T][] {
  return [...items].sort(([a], [b]) => compare(a, b));
}

/** A sentence or a rule stands behind many statements: they share one string. */
function createSharing(): (text: string) => string {
  const texts = new Map<string, string>();
  return text => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
}
