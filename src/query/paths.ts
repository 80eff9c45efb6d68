/** Ways between two entities, found lazily, shortest first. */
import type { RelationGraph } from '../model.js';
import type { CompiledRelationFilter } from './filter.js';
import { byStrength, entityRef, relationRecord } from './records.js';
import type { Path, Relation } from './types.js';

/**
 * Yields every path without a repeated entity from `from` to `to` of at most `maxLength` steps, over edges
 * that match the filter, in whatever direction they run: shortest first, then along the best-backed ties.
 */
export function* findPaths(
  graph: RelationGraph,
  from: string,
  to: string,
  maxLength: number,
  filter: CompiledRelationFilter,
): Generator<Path> {
  if (from === to) return;
  const ties = tiesOf(graph, filter);
  const distances = distancesTo(to, maxLength, ties);
  const shortest = distances.get(from);
  if (shortest === undefined) return;
  for (let length = shortest; length <= maxLength; length++) {
    for (const way of waysOfLength([from], to, length, distances, ties))
      yield pathOf(graph, way, ties, filter);
  }
}

/** The neighbours of an entity, best tied first, with the edges that tie them. */
type Ties = (id: string) => ReadonlyMap<string, readonly string[]>;

function tiesOf(graph: RelationGraph, filter: CompiledRelationFilter): Ties {
  const known = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return id => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const edges = new Map<string, string[]>();
    const strength = new Map<string, number>();
    for (const { edge, attributes, source, target } of graph.edgeEntries(id)) {
      const other = source === id ? target : source;
      if (other === id || filter.match(edge) === undefined) continue;
      edges.set(other, [...(edges.get(other) ?? []), edge]);
      strength.set(other, (strength.get(other) ?? 0) + attributes.sources);
    }
    const best = ([a]: [string, unknown], [b]: [string, unknown]) =>
      (strength.get(b) ?? 0) - (strength.get(a) ?? 0) || (a < b ? -1 : 1);
    const sorted = new Map([...edges].sort(best));
    known.set(id, sorted);
    return sorted;
  };
}

/** Breadth-first distances to the goal, so that the search below never walks where the goal is out of reach. */
function distancesTo(goal: string, maxLength: number, ties: Ties): ReadonlyMap<string, number> {
  const distances = new Map([[goal, 0]]);
  let frontier = [goal];
  for (let distance = 1; distance <= maxLength && frontier.length > 0; distance++) {
    const next: string[] = [];
    for (const id of frontier) {
      for (const other of ties(id).keys()) {
        if (distances.has(other)) continue;
        distances.set(other, distance);
        next.push(other);
      }
    }
    frontier = next;
  }
  return distances;
}

function* waysOfLength(
  way: readonly string[],
  goal: string,
  length: number,
  distances: ReadonlyMap<string, number>,
  ties: Ties,
): Generator<readonly string[]> {
  const here = way.at(-1);
  if (here === undefined) return;
  if (here === goal) {
    if (way.length - 1 === length) yield way;
    return;
  }
  const left = length - way.length;
  for (const other of ties(here).keys()) {
    if ((distances.get(other) ?? Number.POSITIVE_INFINITY) > left || way.includes(other)) continue;
    yield* waysOfLength([...way, other], goal, length, distances, ties);
  }
}

function pathOf(
  graph: RelationGraph,
  way: readonly string[],
  ties: Ties,
  filter: CompiledRelationFilter,
): Path {
  const steps = way.slice(1).map((id, index) => {
    const edges = ties(way[index] ?? '').get(id) ?? [];
    return edges
      .map((edge): Relation => relationRecord(graph, edge, { test: filter.statement }))
      .sort(byStrength);
  });
  return { length: steps.length, entities: way.map(id => entityRef(graph, id)), steps };
}
