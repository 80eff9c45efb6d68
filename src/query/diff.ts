/** What changed between two graphs. */
import type { EdgeAttributes, Modality, Polarity, RelationGraph } from '../model.js';
import { entityRef, relationRecord } from './records.js';
import type { EntityRef, Relation } from './types.js';

/** A value before and after. */
export interface Change<T> {
  readonly old: T;
  readonly new: T;
}

export interface EntityChange {
  readonly entity: EntityRef;
  readonly mentions?: Change<number>;
  readonly articles?: Change<number>;
  readonly label?: Change<EntityRef['label']>;
  readonly type?: Change<string>;
}

/** A fact of both graphs of which something differs; the relation is that of the new graph. */
export interface RelationChange {
  readonly relation: Relation;
  /** Of the triple: it was affirmed and is now denied, or now both are stated. */
  readonly polarity?: Change<readonly Polarity[]>;
  readonly modality?: Change<Modality>;
  readonly weight?: Change<number>;
  readonly sources?: Change<number>;
  readonly confidence?: Change<number>;
  readonly firstDate?: Change<string | null>;
  readonly lastDate?: Change<string | null>;
}

export interface GraphDiff {
  readonly entities: {
    readonly appeared: readonly EntityRef[];
    readonly vanished: readonly EntityRef[];
    readonly changed: readonly EntityChange[];
  };
  /** A triple that changed its polarity counts as changed, neither as appeared nor as vanished. */
  readonly relations: {
    readonly appeared: readonly Relation[];
    readonly vanished: readonly Relation[];
    readonly changed: readonly RelationChange[];
  };
  readonly same: boolean;
}

/** Compares two graphs by entity ids and edge keys. Lists are sorted by id. */
export function diffGraphs(before: RelationGraph, after: RelationGraph): GraphDiff {
  const entities = {
    appeared: only(after.nodes(), before.nodes()).map(id => entityRef(after, id)),
    vanished: only(before.nodes(), after.nodes()).map(id => entityRef(before, id)),
    changed: after
      .nodes()
      .sort()
      .flatMap(id => entityChange(before, after, id)),
  };
  const [old, now] = [polarities(before), polarities(after)];
  const relations = {
    appeared: relationsOf(after, old),
    vanished: relationsOf(before, now),
    changed: [...now.keys()]
      .sort()
      .flatMap(triple => relationChanges(before, after, old.get(triple), now.get(triple))),
  };
  const same = [entities, relations].every(part =>
    Object.values(part).every((list: readonly unknown[]) => list.length === 0),
  );
  return { entities, relations, same };
}

/** The edges of each (subject, type, object), by polarity. */
type Polarities = ReadonlyMap<string, ReadonlyMap<Polarity, string>>;

function polarities(graph: RelationGraph): Polarities {
  const triples = new Map<string, Map<Polarity, string>>();
  graph.forEachEdge((edge, { type, polarity }, source, target) => {
    const triple = JSON.stringify([source, type, target]);
    const edges = triples.get(triple) ?? new Map<Polarity, string>();
    triples.set(triple, edges.set(polarity, edge));
  });
  return triples;
}

/** The edges of triples that the other graph does not have in either polarity. */
function relationsOf(graph: RelationGraph, other: Polarities): Relation[] {
  return [...polarities(graph)]
    .filter(([triple]) => !other.has(triple))
    .flatMap(([, edges]) => [...edges.values()])
    .sort()
    .map(edge => relationRecord(graph, edge));
}

function relationChanges(
  before: RelationGraph,
  after: RelationGraph,
  old: ReadonlyMap<Polarity, string> | undefined,
  now: ReadonlyMap<Polarity, string> | undefined,
): RelationChange[] {
  if (old === undefined || now === undefined) return [];
  const [was, is] = [[...old.keys()].sort(), [...now.keys()].sort()];
  const turned = was.join() === is.join() ? {} : { polarity: { old: was, new: is } };
  const changes: RelationChange[] = [];
  for (const [polarity, edge] of now) {
    const earlier = old.get(polarity);
    const details =
      earlier === undefined
        ? {}
        : edgeChange(before.getEdgeAttributes(earlier), after.getEdgeAttributes(edge));
    // The polarity's change is told once: with the edge that is new, or with the one that stayed.
    const tells = earlier === undefined || !is.some(one => !old.has(one));
    const change = { ...(tells && turned), ...details };
    if (Object.keys(change).length > 0) changes.push({ relation: relationRecord(after, edge), ...change });
  }
  return changes;
}

function edgeChange(old: EdgeAttributes, now: EdgeAttributes): Omit<RelationChange, 'relation' | 'polarity'> {
  return {
    ...changed('modality', old.modality, now.modality),
    ...changed('weight', old.weight, now.weight),
    ...changed('sources', old.sources, now.sources),
    ...changed('confidence', old.confidence, now.confidence),
    ...changed('firstDate', old.firstDate ?? null, now.firstDate ?? null),
    ...changed('lastDate', old.lastDate ?? null, now.lastDate ?? null),
  };
}

function entityChange(before: RelationGraph, after: RelationGraph, id: string): EntityChange[] {
  if (!before.hasNode(id)) return [];
  const [old, now] = [before.getNodeAttributes(id), after.getNodeAttributes(id)];
  const renamed = old.label !== now.label || old.labelEn !== now.labelEn;
  const change = {
    ...changed('mentions', old.mentions, now.mentions),
    ...changed('articles', old.articles, now.articles),
    ...(renamed && { label: { old: entityRef(before, id).label, new: entityRef(after, id).label } }),
    ...changed('type', old.type, now.type),
  };
  return Object.keys(change).length === 0 ? [] : [{ entity: entityRef(after, id), ...change }];
}

function changed<K extends string, T>(key: K, old: T, now: T): { readonly [P in K]?: Change<T> } {
  return old === now ? {} : ({ [key]: { old, new: now } } as { readonly [P in K]?: Change<T> });
}

function only(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter(id => !known.has(id)).sort();
}
