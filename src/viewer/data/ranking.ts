/** What of the visible matters most. Reckoned once for each change of the filters, not at every move of the mouse. */
import type { Visible } from './filters.js';
import type { Data, EdgeItem, NodeItem } from './model.js';
import { scoreOf } from './tone.js';

export interface Ranking {
  /** The visible nodes, the most important first. */
  readonly nodes: readonly NodeItem[];
  /** Visible ties by what stands behind them: what happened, and what lasts. */
  readonly events: readonly EdgeItem[];
  readonly states: readonly EdgeItem[];
  /** Affirmed ties that somebody denies. */
  readonly disputed: readonly EdgeItem[];
}

const known = new WeakMap<Visible, Ranking>();

export function ranking(data: Data, seen: Visible): Ranking {
  let found = known.get(seen);
  if (!found) {
    const ties = data.edges
      .filter(edge => seen.edges[edge.index])
      .sort((a, b) => b.strength - a.strength || a.index - b.index);
    found = {
      nodes: data.nodes
        .filter(node => seen.nodes[node.index])
        .sort((a, b) => b.pagerank - a.pagerank || a.index - b.index),
      events: ties.filter(edge => scoreOf(data, edge) !== undefined),
      states: ties.filter(edge => scoreOf(data, edge) === undefined),
      disputed: ties.filter(edge => !edge.negated && seen.edges[twinOf(data, edge)?.index ?? -1] === 1),
    };
    known.set(seen, found);
  }
  return found;
}

/** The same tie with the other polarity. */
export function twinOf(data: Data, edge: EdgeItem): EdgeItem | undefined {
  return data.edgeByKey.get(edge.negated ? edge.key.replace(/ not$/, '') : `${edge.key} not`);
}
