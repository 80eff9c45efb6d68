/**
 * Finds entities by name: any label or alias, in either script, however it is spelled.
 * Names are compared folded (see `fold`); where that finds nothing, without articles (ال, al-, the); and a
 * leader who alone bears a family name is found by it.
 */
import { fold } from '../language/arabic/normalize.js';
import type { NodeAttributes, RelationGraph } from '../model.js';

/** A name of an entity, folded. */
interface Name {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface NameIndex {
  /** Ids of the entities so called, the likeliest first: exact ids and labels before aliases, then the most mentioned. */
  find(nameOrId: string): readonly string[];
  /** Names that resemble a name, most similar first, one an entity. */
  similar(name: string, limit: number): readonly { id: string; name: string; similarity: number }[];
}

export function createNameIndex(graph: RelationGraph): NameIndex {
  const names: Name[] = [];
  const exact = new Map<string, string[]>();
  const loose = new Map<string, string[]>();
  const surnames = new Map<string, string[]>();
  const add = (id: string, name: string, record: boolean) => {
    const key = nameKey(name);
    if (key === '') return;
    push(exact, key, id);
    push(loose, withoutArticles(key), id);
    if (record) names.push({ id, key, name });
  };
  // Labels of all entities come before the aliases of any: a name belongs first to whom it is the label of.
  const ids = graph.nodes().sort((a, b) => mentions(graph, b) - mentions(graph, a) || (a < b ? -1 : 1));
  for (const id of ids) {
    const { label, labelEn, type } = graph.getNodeAttributes(id);
    for (const name of [label, labelEn]) {
      add(id, name, true);
      if (type === 'leader') push(surnames, withoutArticles(nameKey(name)).split(' ').at(-1) ?? '', id);
    }
  }
  for (const id of ids) {
    const attributes = graph.getNodeAttributes(id);
    for (const alias of attributes.aliases) add(id, alias, true);
    for (const code of codes(id, attributes)) add(id, code, false);
  }
  let pairs: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    find(nameOrId) {
      const asId = nameOrId.trim();
      if (graph.hasNode(asId)) return [asId];
      const key = nameKey(nameOrId);
      if (key === '') return [];
      const bare = withoutArticles(key);
      const found = exact.get(key) ?? loose.get(bare);
      if (found !== undefined) return found;
      // A family name is enough for a leader where no other bears it.
      const bearers = surnames.get(bare) ?? [];
      return bearers.length === 1 ? bearers : [];
    },
    similar(name, limit) {
      pairs ??= pairIndex(names);
      return similarNames(names, pairs, nameKey(name), limit);
    },
  };
}

/** A name as it is looked up: folded, without punctuation, single spaces. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/['’‘ʼʿʾ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Drops ال, al, el and the from each word, unless nothing would be left. */
function withoutArticles(key: string): string {
  const words = key.split(' ');
  const bare = words
    .filter(word => word !== 'al' && word !== 'el' && word !== 'the')
    .map(word => (word.length > 3 && word.startsWith('ال') ? word.slice(2) : word));
  return bare.length === 0 ? key : bare.join(' ');
}

function codes(id: string, { iso, wikidata }: NodeAttributes): readonly string[] {
  return [id, iso, wikidata].flatMap(code => code ?? []);
}

function mentions(graph: RelationGraph, id: string): number {
  return graph.getNodeAttribute(id, 'mentions');
}

function push(index: Map<string, string[]>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

// ---------------------------------------------------------------- resemblance

/** The pairs of letters of a name, each word with its bounds: " putin " → " p", "pu", "ut", "ti", "in", "n ". */
function letterPairs(key: string): ReadonlySet<string> {
  const padded = ` ${key} `;
  const found = new Set<string>();
  for (let index = 0; index + 1 < padded.length; index++) found.add(padded.slice(index, index + 2));
  return found;
}

function pairIndex(names: readonly Name[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  names.forEach(({ key }, position) => {
    for (const pair of letterPairs(key)) {
      const positions = index.get(pair);
      if (positions === undefined) index.set(pair, [position]);
      else positions.push(position);
    }
  });
  return index;
}

/** Below this, two names have little more in common than a syllable. */
const LEAST_SIMILARITY = 0.35;

/**
 * Dice's coefficient over letter pairs; a name that is wholly part of the other (a family name of a full
 * name) counts at least 0.6.
 */
function similarNames(
  names: readonly Name[],
  index: ReadonlyMap<string, readonly number[]>,
  key: string,
  limit: number,
): { id: string; name: string; similarity: number }[] {
  const asked = letterPairs(key);
  if (key === '') return [];
  const shared = new Map<number, number>();
  for (const pair of asked) {
    for (const position of index.get(pair) ?? []) shared.set(position, (shared.get(position) ?? 0) + 1);
  }
  const best = new Map<string, { id: string; name: string; similarity: number }>();
  for (const [position, count] of shared) {
    const candidate = names[position];
    if (candidate === undefined) continue;
    const dice = (2 * count) / (asked.size + letterPairs(candidate.key).size);
    const whole = ` ${candidate.key} `.includes(` ${key} `) || ` ${key} `.includes(` ${candidate.key} `);
    const similarity = Math.round(Math.max(dice, whole ? 0.6 : 0) * 1000) / 1000;
    if (similarity < LEAST_SIMILARITY) continue;
    const { id, name } = candidate;
    if (similarity > (best.get(id)?.similarity ?? 0)) best.set(id, { id, name, similarity });
  }
  return [...best.values()]
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
