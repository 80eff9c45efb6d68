/** Who belongs together, as the graph's measures say. */
import type { Data, NodeItem } from './model.js';

export interface Community {
  readonly number: number;
  /** The most important first. */
  readonly members: readonly NodeItem[];
}

const lists = new WeakMap<Data, readonly Community[]>();

/** Communities of two members and more, the largest first. */
export function communityList(data: Data): readonly Community[] {
  let list = lists.get(data);
  if (!list) {
    const members = new Map<number, NodeItem[]>();
    for (const node of data.nodes) {
      const found = members.get(node.community);
      if (found) found.push(node);
      else members.set(node.community, [node]);
    }
    list = [...members]
      .map(([number, nodes]) => ({
        number,
        members: nodes.sort((a, b) => b.pagerank - a.pagerank || a.index - b.index),
      }))
      .filter(community => community.members.length > 1)
      .sort((a, b) => b.members.length - a.members.length || a.number - b.number);
    lists.set(data, list);
  }
  return list;
}
