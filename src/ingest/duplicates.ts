import type { Article, ArticleCopy } from '../model.js';
import { compare } from '../order.js';
import { normalizeUrl } from './record.js';
import { type Signature, SKETCH_BYTES, signatureOf, similarity } from './signature.js';

export { type Signature, signatureOf } from './signature.js';

/** One article with all places that carried it. */
export interface DuplicateGroup<S extends Signature = Signature> {
  /** The article that stands for all: the earliest, then that with the smallest id. */
  readonly representative: S;
  /** The id it goes by. Differs from its own only where another article has taken that. */
  readonly id: string;
  /** All members, the representative first. */
  readonly members: readonly S[];
  /** The other members' sources, each once, as an `Article` lists them. */
  readonly copies: readonly ArticleCopy[];
}

/** Bins in a row that must be equal for two articles to be compared at all. */
const BAND = 4;
/** Share of word triples in common from which two texts are the same article. */
const NEAR = 0.7;
/** For articles of the same id or address, which may have been edited since. */
const EDITED = 0.3;
/** Comparisons within a bucket, so that a million equal bulletins do not take a million squared. */
const NEIGHBOURS = 16;

/**
 * Groups articles that are the same: same words, nearly the same words, or the same id or address with
 * similar words. The result depends neither on the order of the signatures nor on how often one is given.
 * Articles that share an id by accident stay apart; all but one get a number of their own behind the id.
 *
 * @returns the groups, sorted by id
 */
export function groupDuplicates<S extends Signature>(signatures: Iterable<S>): DuplicateGroup<S>[] {
  const unique = new Map<string, S>();
  for (const signature of signatures) {
    const place = placeKey(signature);
    const known = unique.get(place);
    unique.set(place, known === undefined ? signature : sameOf(known, signature));
  }
  const sorted = [...unique.entries()]
    .sort(([a, x], [b, y]) => byRank(x, y) || compare(a, b))
    .map(([, x]) => x);
  const sets = new DisjointSets(sorted.length);
  const sketches = sorted.map(signature => Buffer.from(signature.sketch, 'base64url'));
  const compareRun = (run: readonly number[], threshold: number) => {
    for (const [position, index] of run.entries()) {
      // With those nearest in rank, and with the first ones.
      const from = Math.max(0, position - NEIGHBOURS);
      const others = [...run.slice(0, Math.min(NEIGHBOURS, from)), ...run.slice(from, position)];
      for (const other of others) {
        const same =
          sets.find(other) === sets.find(index) ||
          sorted[other]?.words === sorted[index]?.words ||
          similarity(sketches[other], sketches[index]) >= threshold;
        if (same) sets.union(other, index);
      }
    }
  };
  const keysOf = (keyOf: (signature: Signature) => string | undefined) => sorted.map(keyOf);
  for (const run of runsOf(keysOf(signature => signature.words))) compareRun(run, NEAR);
  for (const run of runsOf(keysOf(signature => signature.id))) compareRun(run, EDITED);
  for (const run of runsOf(keysOf(urlOf))) compareRun(run, EDITED);
  for (let start = 0; start < SKETCH_BYTES; start += BAND) {
    const band = (sketch: Buffer) =>
      sketch.length === SKETCH_BYTES ? sketch.readUInt32LE(start) : undefined;
    for (const run of runsOf(sketches.map(band))) compareRun(run, NEAR);
  }
  const groups = new Map<number, S[]>();
  sorted.forEach((signature, index) => {
    const root = sets.find(index);
    const group = groups.get(root);
    if (group) group.push(signature);
    else groups.set(root, [signature]);
  });
  return name([...groups.values()]);
}

/** One article for each group of equal ones, with its copies; sorted by id. For what fits into memory. */
export function mergeDuplicates(articles: Iterable<Article>): Article[] {
  const byKey = new Map<string, Article>();
  const signatures: Signature[] = [];
  for (const article of articles) {
    const signature = signatureOf(article);
    signatures.push(signature);
    byKey.set(placeKey(signature), article);
  }
  return groupDuplicates(signatures).flatMap(({ representative, id, copies }) => {
    const article = byKey.get(placeKey(representative));
    return article ? [{ ...article, id, ...(copies.length === 0 ? {} : { copies }) }] : [];
  });
}

/** Of two articles of the same words and place, the one that stands, with the copies of both. */
function sameOf<S extends Signature>(a: S, b: S): S {
  const stands = (b.content ?? '') < (a.content ?? '') ? b : a;
  if (a.copies === undefined && b.copies === undefined) return stands;
  return { ...stands, copies: [...(a.copies ?? []), ...(b.copies ?? [])] };
}

/** An article together with where it stood. */
function placeKey({ key, source, url, date }: Signature): string {
  return JSON.stringify([key, source, url, date]);
}

function name<S extends Signature>(groups: readonly (readonly S[])[]): DuplicateGroup<S>[] {
  const taken = new Set<string>();
  const named: DuplicateGroup<S>[] = [];
  for (const members of [...groups].sort((a, b) => byRank(a[0], b[0]))) {
    const representative = members[0];
    if (!representative) continue;
    const { id: own, words } = representative;
    const id = taken.has(own) ? `${own}~${words.slice(0, 8)}` : own;
    taken.add(id);
    named.push({ representative, id, members, copies: copiesOf(members) });
  }
  return named.sort((a, b) => compare(a.id, b.id));
}

function copiesOf(members: readonly Signature[]): ArticleCopy[] {
  const [first, ...others] = members;
  const seen = new Set([JSON.stringify(copyOf(first)), '{}']);
  const copies: ArticleCopy[] = [];
  for (const copy of [...others, ...members.flatMap(({ copies = [] }) => copies)].map(copyOf)) {
    const text = JSON.stringify(copy);
    if (!seen.has(text)) copies.push(copy);
    seen.add(text);
  }
  return copies.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function copyOf(place: ArticleCopy | undefined): ArticleCopy {
  return {
    ...(place?.source === undefined ? {} : { source: place.source }),
    ...(place?.url === undefined ? {} : { url: place.url }),
    ...(place?.date === undefined ? {} : { date: place.date }),
  };
}

/** Earliest first, undated last; then by id and words. */
function byRank(a: Signature | undefined, b: Signature | undefined): number {
  return (
    compare(a?.date ?? '~', b?.date ?? '~') ||
    compare(a?.id ?? '', b?.id ?? '') ||
    compare(a?.words ?? '', b?.words ?? '')
  );
}

function urlOf(signature: Signature): string | undefined {
  return signature.url === undefined ? undefined : normalizeUrl(signature.url);
}

/** The places of equal keys, where a key is there more than once. */
function runsOf(keys: readonly (string | number | undefined)[]): number[][] {
  const first = new Map<string | number, number>();
  const runs = new Map<string | number, number[]>();
  for (const [index, key] of keys.entries()) {
    if (key === undefined) continue;
    const start = first.get(key);
    if (start === undefined) first.set(key, index);
    else {
      const run = runs.get(key);
      if (run) run.push(index);
      else runs.set(key, [start, index]);
    }
  }
  return [...runs.values()];
}

class DisjointSets {
  readonly #parent: Int32Array;
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index);
  }
  find(index: number): number {
    let root = index;
    for (let parent = this.#parent[root] ?? root; parent !== root; parent = this.#parent[root] ?? root) {
      // Halving the path keeps it short.
      this.#parent[root] = this.#parent[parent] ?? parent;
      root = this.#parent[root] ?? parent;
    }
    return root;
  }
  /** The smaller index, which is the higher rank, stands for both. */
  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}
