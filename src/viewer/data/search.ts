/** Finds nodes by any of their names, in either script, however they are spelled. */
import { skeleton, words } from './fold.js';
import type { Data, NodeItem } from './model.js';

interface Entry {
  readonly node: NodeItem;
  /** Folded words of each name, joined by blanks and led by one, so that ` word` finds a beginning. */
  readonly names: readonly string[];
  readonly skeletons: readonly string[];
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
}

export interface Hit {
  readonly node: NodeItem;
  /** The name that matched, as the graph writes it. */
  readonly name: string;
}

export function searchIndex(data: Data): SearchIndex {
  return {
    entries: data.nodes.map(node => {
      const names = namesOf(node);
      return {
        node,
        names: names.map(name => ` ${words(name).join(' ')}`),
        skeletons: names.map(name => ` ${skeleton(name)}`),
      };
    }),
  };
}

/** The best hits: a whole name before a beginning before a part before a like-sounding one, then by importance. */
export function search(index: SearchIndex, query: string, limit = 12): Hit[] {
  const folded = words(query).join(' ');
  if (folded === '') return [];
  const sounds = skeleton(query);
  const hits: { readonly hit: Hit; readonly rank: number }[] = [];
  for (const entry of index.entries) {
    const [rank, place] = bestRank(entry, folded, sounds);
    if (rank === 0) continue;
    hits.push({ rank, hit: { node: entry.node, name: namesOf(entry.node)[place] ?? entry.node.label } });
  }
  hits.sort(
    (a, b) =>
      b.rank - a.rank || b.hit.node.pagerank - a.hit.node.pagerank || b.hit.node.size - a.hit.node.size,
  );
  return hits.slice(0, limit).map(({ hit }) => hit);
}

function namesOf(node: NodeItem): string[] {
  return [node.label, node.labelEn, ...node.aliases, ...(node.iso ? [node.iso] : [])];
}

function bestRank(entry: Entry, folded: string, sounds: string): readonly [rank: number, name: number] {
  let best: readonly [number, number] = [0, 0];
  entry.names.forEach((name, place) => {
    const rank = nameRank(name, folded);
    if (rank > best[0]) best = [rank, place];
  });
  if (best[0] > 0 || sounds.length < 2) return best;
  entry.skeletons.forEach((name, place) => {
    const whole = name === ` ${sounds}` || name.startsWith(` ${sounds} `) || name.endsWith(` ${sounds}`);
    const rank = whole ? 1 : 0;
    if (rank > best[0]) best = [rank, place];
  });
  return best;
}

function nameRank(name: string, folded: string): number {
  if (name === ` ${folded}`) return 5;
  if (name.startsWith(` ${folded}`)) return 4;
  if (name.includes(` ${folded}`)) return 3;
  const parts = folded.split(' ');
  if (parts.length > 1 && parts.every(part => name.includes(` ${part}`))) return 3;
  return folded.length > 2 && name.includes(folded) ? 2 : 0;
}
