/** The questions that the HTTP API and the assistants' tools ask: one table for both. */
import { z } from 'zod';
import type { KnowledgeGraph } from '../knowledge-graph.js';
import { byStrength } from '../records.js';
import { nodeTypesNamed, relationTypesNamed } from '../type-names.js';
import type { EvidenceRecord, Relation } from '../types.js';
import { paginate } from './page.js';
import { endFilter, entityFilter, evidenceCount, given, nameOrId, paging, tieFilter } from './parameters.js';

export interface Question {
  /** `find_relations`: the tool's name. */
  readonly name: string;
  /** `/api/relations` */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: z.ZodObject;
  /** The answer, as JSON. Throws a UserError for what cannot be asked. */
  readonly answer: (graph: KnowledgeGraph, parameters: unknown) => object;
}

function question<Shape extends z.core.$ZodLooseShape>(definition: {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly shape: Shape;
  readonly answer: (graph: KnowledgeGraph, parameters: z.output<z.ZodObject<Shape>>) => object;
}): Question {
  const { shape, answer, ...rest } = definition;
  const parameters = z.strictObject(shape);
  return {
    ...rest,
    parameters: parameters as unknown as z.ZodObject,
    answer: (graph, input) => answer(graph, parameters.parse(input) as z.output<z.ZodObject<Shape>>),
  };
}

export const QUESTIONS: readonly Question[] = [
  question({
    name: 'graph_overview',
    path: '/api/stats',
    title: 'Overview',
    description:
      'Counts of what the graph holds: entities and relations by type, articles by source, range of dates.',
    shape: {},
    answer: graph => graph.stats(),
  }),
  question({
    name: 'search_entities',
    path: '/api/entities',
    title: 'Search entities',
    description:
      'Entities by a name in Arabic or English (exact first, then resembling ones), or by type and country; the most central first.',
    shape: { name: nameOrId.optional(), ...entityFilter, ...paging },
    answer: (graph, { limit, cursor, name, ...filter }) => {
      const asked = given({ ...filter, type: filter.type && nodeTypesNamed(graph, filter.type) });
      const question = ['search_entities', name, asked];
      if (name === undefined) {
        const entities = [...graph.entities(asked)].sort(
          (a, b) => b.pagerank - a.pagerank || (a.id < b.id ? -1 : 1),
        );
        return paginate(entities, question, limit, cursor);
      }
      const allowed = new Set([...graph.entities(asked)].map(({ id }) => id));
      const exact = graph.entity(name);
      const alike = graph.suggest(name, 100).map(({ entity }) => entity.id);
      const ids = [...new Set([...(exact === undefined ? [] : [exact.id]), ...alike])];
      const found = ids.filter(id => allowed.has(id)).map(id => graph.requireEntity(id));
      return { ...paginate(found, question, limit, cursor), exact: exact !== undefined };
    },
  }),
  question({
    name: 'get_entity',
    path: '/api/entity',
    title: 'Entity card',
    description:
      'All that the graph knows of an entity, with what it is tied to, the best-backed ties first.',
    shape: { name: nameOrId, ...evidenceCount(1), ...paging },
    answer: (graph, { name, evidence, limit, cursor }) => {
      const entity = graph.requireEntity(name);
      const neighbors = paginate(graph.neighbors(entity.id), ['get_entity', entity.id], limit, cursor);
      const items = neighbors.items.map(neighbor => {
        const { id, type, label } = neighbor.entity;
        return { id, type, label, sources: neighbor.sources, relations: facts(neighbor.relations, evidence) };
      });
      return { entity, neighbors: { ...neighbors, items } };
    },
  }),
  question({
    name: 'find_relations',
    path: '/api/relations',
    title: 'Find relations',
    description:
      'Facts by subject, type, object, dates and sources, the best backed first, each with its evidence.',
    shape: { ...endFilter, ...tieFilter, ...evidenceCount(2), ...paging },
    answer: (graph, { evidence, limit, cursor, ...filter }) => {
      const asked = given({ ...filter, type: filter.type && relationTypesNamed(graph, filter.type) });
      const relations = [...graph.relations(asked)].sort(byStrength);
      const page = paginate(relations, ['find_relations', asked], limit, cursor);
      return { ...page, items: facts(page.items, evidence), total: relations.length };
    },
  }),
  question({
    name: 'get_evidence',
    path: '/api/evidence',
    title: 'Evidence of a fact',
    description:
      'Every statement behind a fact, oldest first, with its sentences and its article (title, source, date, url).',
    shape: { relation: z.string().min(1).max(1000).describe('The id of a relation'), ...paging },
    answer: (graph, { relation, limit, cursor }) => {
      const evidence = graph.evidence(relation);
      const page = paginate(evidence, ['get_evidence', relation], limit, cursor);
      return { ...page, relation: graph.relation(relation) };
    },
  }),
  question({
    name: 'find_paths',
    path: '/api/paths',
    title: 'Find paths',
    description: 'Ways from one entity to another over their relations in either direction, shortest first.',
    shape: {
      from: nameOrId,
      to: nameOrId,
      maxLength: z.coerce.number().int().min(1).max(5).default(3).describe('Steps at most'),
      ...tieFilter,
      ...evidenceCount(2),
      ...paging,
    },
    answer: (graph, { from, to, maxLength, evidence, limit, cursor, type, ...rest }) => {
      const types = type && relationTypesNamed(graph, type);
      const options = given({ ...rest, types, maxLength });
      const page = paginate(graph.paths(from, to, options), ['find_paths', from, to, options], limit, cursor);
      const items = page.items.map(path => ({
        ...path,
        steps: path.steps.map(step => facts(step, evidence)),
      }));
      return { ...page, items };
    },
  }),
  question({
    name: 'get_timeline',
    path: '/api/timeline',
    title: 'Timeline',
    description:
      'The dated statements about an entity, or between two, in the order of time, each with its evidence.',
    shape: {
      about: nameOrId,
      with: nameOrId.optional().describe('The other entity of a pair'),
      ...tieFilter,
      ...paging,
    },
    answer: (graph, { about, with: other, limit, cursor, ...filter }) => {
      const asked = given({ ...filter, type: filter.type && relationTypesNamed(graph, filter.type) });
      const entries = graph.timeline(other === undefined ? about : [about, other], asked);
      const page = paginate(entries, ['get_timeline', about, other, asked], limit, cursor);
      const items = page.items.map(({ evidence, ...entry }) => ({ ...entry, evidence: brief(evidence) }));
      return { ...page, items, total: entries.length };
    },
  }),
];

/** Facts with so many of their statements. */
function facts(relations: readonly Relation[], count: number): object[] {
  return relations.map(relation => ({
    ...relation,
    evidence: count === 0 ? [] : relation.evidence().slice(0, count).map(brief),
  }));
}

/** A statement without what only the page needs: the places inside the sentences and the rule's name. */
function brief({ sentences: _, rule: __, ...evidence }: EvidenceRecord): object {
  return evidence;
}
