/** The shortest chain of ties between two nodes: fewest steps, and among those the strongest ties. */
import type { Visible } from './filters.js';
import type { Data, EdgeItem } from './model.js';

/** The edges from `start` to `end` in order; undefined where nothing joins them. An empty chain joins a node to itself. */
export function shortestPath(data: Data, seen: Visible, start: number, end: number): EdgeItem[] | undefined {
  const steps = new Int32Array(data.nodes.length).fill(-1);
  const cost = new Float64Array(data.nodes.length).fill(Number.POSITIVE_INFINITY);
  const via: (EdgeItem | undefined)[] = [];
  steps[start] = 0;
  cost[start] = 0;
  let layer = [start];
  while (layer.length > 0 && steps[end] === -1) {
    const next = new Set<number>();
    for (const node of layer) {
      for (const number of data.edgesAt[node] ?? []) {
        const edge = data.edges[number];
        if (!edge || !seen.edges[number]) continue;
        const other = edge.source === node ? edge.target : edge.source;
        if (!seen.nodes[other]) continue;
        const step = (steps[node] ?? 0) + 1;
        if (steps[other] !== -1 && steps[other] !== step) continue;
        const price = (cost[node] ?? 0) + 1 / (edge.strength + 0.1) + (edge.negated ? 20 : 0);
        if (price >= (cost[other] ?? 0)) continue;
        steps[other] = step;
        cost[other] = price;
        via[other] = edge;
        next.add(other);
      }
    }
    layer = [...next];
  }
  if (steps[end] === -1) return undefined;
  const chain: EdgeItem[] = [];
  for (let node = end; node !== start; ) {
    const edge = via[node];
    if (!edge) return undefined;
    chain.unshift(edge);
    node = edge.source === node ? edge.target : edge.source;
  }
  return chain;
}

/** All nodes within `steps` visible ties of a node, itself included. */
export function neighbourhood(data: Data, seen: Visible, start: number, steps: number): Set<number> {
  const found = new Set([start]);
  let layer = [start];
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const node of layer) {
      for (const number of data.edgesAt[node] ?? []) {
        const edge = data.edges[number];
        if (!edge || !seen.edges[number]) continue;
        const other = edge.source === node ? edge.target : edge.source;
        if (found.has(other) || !seen.nodes[other]) continue;
        found.add(other);
        next.push(other);
      }
    }
    layer = next;
  }
  return found;
}
