/** Questions to a knowledge graph. */
import { UserError } from '../errors.js';
import type { RelationGraph } from '../model.js';
import { loadSchema } from '../schema/index.js';
import { compileEntityFilter, compileRelationFilter, type Lookup } from './filter.js';
import { createNameIndex, type NameIndex } from './name-index.js';
import { findPaths } from './paths.js';
import { byStrength, entityRecord, entityRef, evidenceOf, relationRecord } from './records.js';
import {
  type GraphFormat,
  querySparql,
  type ResultFormat,
  type SparqlResult,
  sparqlText,
} from './sparql/query.js';
import { createStore, type RdfSchema, type SparqlStore } from './sparql/store.js';
import { createWorkerStore } from './sparql/worker-store.js';
import { statistics } from './stats.js';
import { copyPart, nodesAround } from './subgraph.js';
import { timelineOf } from './timeline.js';
import type {
  EntityFilter,
  EntityRecord,
  EvidenceRecord,
  NameOrId,
  Neighbor,
  Path,
  PathOptions,
  Relation,
  RelationFilter,
  Statistics,
  SubgraphFilter,
  Suggestion,
  TieFilter,
  TimelineEntry,
} from './types.js';

/** A name that no entity of the graph has. `suggestions` holds those that resemble it. */
export class UnknownEntityError extends UserError {
  readonly asked: string;
  readonly suggestions: readonly Suggestion[];

  constructor(asked: string, suggestions: readonly Suggestion[]) {
    const alike = suggestions.map(({ name, entity }) => `${name} (${entity.id})`).join(', ');
    super(`The graph knows no "${asked}".${alike === '' ? '' : ` Did you mean ${alike}?`}`);
    this.name = 'UnknownEntityError';
    this.asked = asked;
    this.suggestions = suggestions;
  }
}

export interface KnowledgeGraphOptions {
  /** What SPARQL knows of the types; by default the built-in schema, read when needed. */
  readonly schema?: RdfSchema;
  /** Milliseconds after which a SPARQL query is ended. Queries then run in a thread of their own. Default: never. */
  readonly sparqlTimeout?: number;
}

/**
 * A graph to ask. It reads the graph as it is when asked; names are indexed at the first look-up, so a graph
 * whose nodes change afterwards wants a new `KnowledgeGraph`.
 *
 * ```ts
 * const graph = await openGraph('output/graph.json');
 * for (const visit of graph.relations({ subject: 'بوتين', type: 'visits', since: '2024' })) {
 *   console.log(visit.object.label.en, visit.evidence()[0]?.text);
 * }
 * ```
 */
export class KnowledgeGraph {
  /** The graphology graph itself, for everything that graphology can do. */
  readonly graph: RelationGraph;
  readonly #options: KnowledgeGraphOptions;
  #names: NameIndex | undefined;
  #store: Promise<SparqlStore> | undefined;

  constructor(graph: RelationGraph, options: KnowledgeGraphOptions = {}) {
    this.graph = graph;
    this.#options = options;
  }

  /**
   * The entity of that id or name: any label or alias in either script, whatever its hamzas, diacritics,
   * articles and case; for countries the ISO code too. Of several so called, the most mentioned.
   */
  entity(nameOrId: NameOrId): EntityRecord | undefined {
    const id = this.#index().find(nameOrId)[0];
    return id === undefined ? undefined : entityRecord(this.graph, id);
  }

  /** As {@link entity}, but throws an {@link UnknownEntityError} with suggestions where nothing fits. */
  requireEntity(nameOrId: NameOrId): EntityRecord {
    return entityRecord(this.graph, this.#require(nameOrId));
  }

  /** Entities with a name like this one, most similar first. */
  suggest(name: string, limit = 5): Suggestion[] {
    return this.#index()
      .similar(name, limit)
      .map(({ id, ...rest }) => ({ entity: entityRef(this.graph, id), ...rest }));
  }

  /** Entities of a kind, in the graph's order. */
  entities(filter: EntityFilter = {}): Iterable<EntityRecord> {
    const { graph } = this;
    const matches = compileEntityFilter(graph, filter, this.#lookup);
    return lazy(function* () {
      for (const { node } of graph.nodeEntries()) if (matches(node)) yield entityRecord(graph, node);
    });
  }

  /**
   * Facts that match, found one by one as they are read. A symmetric relation answers from both its ends, and
   * shows the end that was asked for as its subject. Throws at once for an unknown name or a bad date.
   */
  relations(filter: RelationFilter = {}): Iterable<Relation> {
    const { graph } = this;
    const compiled = compileRelationFilter(graph, filter, this.#lookup);
    return lazy(function* () {
      for (const edge of compiled.candidates()) {
        const match = compiled.match(edge);
        if (match !== undefined) {
          yield relationRecord(graph, edge, { test: compiled.statement, turned: match.turned });
        }
      }
    });
  }

  /** The fact with that edge key. */
  relation(id: string): Relation | undefined {
    return this.graph.hasEdge(id) ? relationRecord(this.graph, id) : undefined;
  }

  /** The statements behind a fact, oldest first, each with its sentences and its article. */
  evidence(edge: string | Pick<Relation, 'id'>): readonly EvidenceRecord[] {
    const id = typeof edge === 'string' ? edge : edge.id;
    if (!this.graph.hasEdge(id)) throw new UserError(`The graph has no relation "${id}".`);
    return evidenceOf(this.graph, this.graph.getEdgeAttributes(id));
  }

  /** What an entity is tied to, best-backed ties first. */
  neighbors(nameOrId: NameOrId, filter: TieFilter = {}): Neighbor[] {
    const centre = this.#require(nameOrId);
    const ties = new Map<string, Relation[]>();
    for (const relation of this.relations({ ...filter, either: centre })) {
      const other = relation.subject.id === centre ? relation.object.id : relation.subject.id;
      if (other === centre) continue;
      ties.set(other, [...(ties.get(other) ?? []), relation]);
    }
    return [...ties]
      .map(([id, relations]) => ({
        entity: entityRecord(this.graph, id),
        relations: relations.sort(byStrength),
        sources: relations.reduce((sum, relation) => sum + relation.sources, 0),
      }))
      .sort((a, b) => b.sources - a.sources || (a.entity.id < b.entity.id ? -1 : 1));
  }

  /**
   * Ways from one entity to another, shortest first. Each step may run against its relation's direction.
   * Denied facts tie nothing together unless `polarity` asks for them.
   */
  paths(from: NameOrId, to: NameOrId, options: PathOptions = {}): Iterable<Path> {
    const { maxLength = 3, types, polarity = 'affirmed', ...rest } = options;
    const [start, end] = [this.#require(from), this.#require(to)];
    const filter = { ...rest, polarity, ...(types !== undefined && { type: types }) };
    const compiled = compileRelationFilter(this.graph, filter, this.#lookup);
    return lazy(() => findPaths(this.graph, start, end, maxLength, compiled));
  }

  /** The dated statements about an entity, or between two, in the order of time. */
  timeline(about: NameOrId | readonly [NameOrId, NameOrId], filter: TieFilter = {}): TimelineEntry[] {
    const ends = typeof about === 'string' ? { either: about } : { between: about };
    return timelineOf(this.relations({ ...filter, ...ends }));
  }

  /** A part of the graph as a graph of its own. Ranks, communities and positions stay those of the whole. */
  subgraph(filter: SubgraphFilter): KnowledgeGraph {
    const { graph } = this;
    const matches = compileEntityFilter(graph, filter.entities ?? {}, this.#lookup);
    const nodes = new Set(graph.filterNodes(matches));
    const relations = compileRelationFilter(graph, filter.relations ?? {}, this.#lookup);
    const edges = new Set(
      graph.filterEdges(
        (edge, _, source, target) =>
          nodes.has(source) && nodes.has(target) && relations.match(edge) !== undefined,
      ),
    );
    let kept: ReadonlySet<string> = nodes;
    if (filter.around !== undefined) {
      const near = nodesAround(graph, this.#require(filter.around.entity), filter.around.steps ?? 1, edges);
      kept = new Set([...nodes].filter(id => near.has(id)));
    } else if (filter.relations !== undefined) {
      kept = new Set([...edges].flatMap(edge => graph.extremities(edge)));
    }
    return new KnowledgeGraph(copyPart(graph, kept, edges), this.#options);
  }

  /** Counts of what the graph holds. */
  stats(): Statistics {
    return statistics(this.graph);
  }

  /**
   * Answers a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT or DESCRIBE) over the graph's RDF form; the prefixes of
   * `SPARQL_PREFIXES` need no declaration. The store is made at the first query.
   */
  async sparql(query: string): Promise<SparqlResult> {
    return querySparql(await this.#sparqlStore(), query);
  }

  /** The same, as text of a standard format: rows as json, csv, tsv, xml; triples as turtle, ntriples, jsonld, rdfxml. */
  async sparqlText(query: string, format: ResultFormat | GraphFormat): Promise<string> {
    return sparqlText(await this.#sparqlStore(), query, format);
  }

  #sparqlStore(): Promise<SparqlStore> {
    const { schema = loadSchema(), sparqlTimeout } = this.#options;
    this.#store ??=
      sparqlTimeout === undefined
        ? createStore(this.graph, schema)
        : Promise.resolve(createWorkerStore(this.graph, schema, sparqlTimeout));
    return this.#store;
  }

  #index(): NameIndex {
    this.#names ??= createNameIndex(this.graph);
    return this.#names;
  }

  #require(nameOrId: NameOrId): string {
    const id = this.#index().find(nameOrId)[0];
    if (id === undefined) throw new UnknownEntityError(nameOrId, this.suggest(nameOrId));
    return id;
  }

  readonly #lookup: Lookup = {
    find: nameOrId => this.#index().find(nameOrId),
    require: nameOrId => this.#require(nameOrId),
  };
}

/** An iterable that starts anew each time it is read. */
function lazy<T>(start: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: start };
}
