import { fold } from '../language/arabic/normalize.js';
import type { Article, ArticleCopy } from '../model.js';
import { normalizeUrl } from './record.js';

/**
 * What recognizing duplicates needs to know of an article, in some hundred bytes. It can be made where the
 * article is read and compared anywhere else, with others, in any order.
 */
export interface Signature {
  /** Tells this article from every other: its id and a hash of its words. Equal keys are equal articles. */
  readonly key: string;
  readonly id: string;
  readonly url?: string;
  readonly source?: string;
  readonly date?: string;
  /** A hash of its words. */
  readonly words: string;
  /** A sketch of its word triples, base64url: near-equal texts have near-equal sketches. Empty for short texts. */
  readonly sketch: string;
}

/** One article with all places that carried it. */
export interface DuplicateGroup {
  /** The article that stands for all: the earliest, then that with the smallest id. */
  readonly representative: Signature;
  /** The id it goes by. Differs from its own only where another article has taken that. */
  readonly id: string;
  /** All members, the representative first. */
  readonly members: readonly Signature[];
  /** The other members' sources, each once, as an `Article` lists them. */
  readonly copies: readonly ArticleCopy[];
}

/** One byte for each of these hash bins. */
const BINS = 64;
/** Bins in a row that must be equal for two articles to be compared at all. */
const BAND = 4;
/** Share of word triples in common from which two texts are the same article. */
const NEAR = 0.7;
/** For articles of the same id or address, which may have been edited since. */
const EDITED = 0.3;
/** Shorter texts have too few word triples: only equal ones are the same. */
const FEWEST_WORDS = 30;
/** Comparisons within a bucket, so that a million equal bulletins do not take a million squared. */
const NEIGHBOURS = 16;

/** The signature of an article. A pure function of it. */
export function signatureOf(article: Article): Signature {
  const { words, hash, sketch } = sketchOf(fold(`${article.title} ${article.text}`));
  return {
    key: `${article.id} ${hash}`,
    id: article.id,
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.source === undefined ? {} : { source: article.source }),
    ...(article.date === undefined ? {} : { date: article.date }),
    words: hash,
    sketch: words < FEWEST_WORDS ? '' : sketch,
  };
}

/**
 * Groups articles that are the same: same words, nearly the same words, or the same id or address with
 * similar words. The result depends neither on the order of the signatures nor on how often one is given.
 * Articles that share an id by accident stay apart; all but one get a number of their own behind the id.
 *
 * @returns the groups, sorted by id
 */
export function groupDuplicates(signatures: Iterable<Signature>): DuplicateGroup[] {
  const unique = new Map<string, Signature>();
  for (const signature of signatures) {
    unique.set(placeKey(signature), signature);
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
  for (let start = 0; start < BINS; start += BAND) {
    const band = (sketch: Buffer) => (sketch.length === BINS ? sketch.readUInt32LE(start) : undefined);
    for (const run of runsOf(sketches.map(band))) compareRun(run, NEAR);
  }
  const groups = new Map<number, Signature[]>();
  sorted.forEach((signature, index) => {
    const root = sets.find(index);
    groups.set(root, [...(groups.get(root) ?? []), signature]);
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

/** An article together with where it stood. */
function placeKey({ key, source, url, date }: Signature): string {
  return JSON.stringify([key, source, url, date]);
}

function name(groups: readonly (readonly Signature[])[]): DuplicateGroup[] {
  const taken = new Set<string>();
  const named: DuplicateGroup[] = [];
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

function copiesOf([first, ...others]: readonly Signature[]): ArticleCopy[] {
  const seen = new Set([JSON.stringify(copyOf(first)), '{}']);
  const copies: ArticleCopy[] = [];
  for (const copy of others.map(copyOf)) {
    const text = JSON.stringify(copy);
    if (!seen.has(text)) copies.push(copy);
    seen.add(text);
  }
  return copies.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function copyOf(signature: Signature | undefined): ArticleCopy {
  return {
    ...(signature?.source === undefined ? {} : { source: signature.source }),
    ...(signature?.url === undefined ? {} : { url: signature.url }),
    ...(signature?.date === undefined ? {} : { date: signature.date }),
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

/** For each UTF-16 unit: whether it is part of a word. */
const IN_WORD = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const isHalf = code >= 0xd800 && code < 0xe000;
  if (isHalf || /[\p{L}\p{N}]/u.test(String.fromCharCode(code))) IN_WORD[code] = 1;
}

/**
 * One-permutation MinHash of the word triples, of which one byte a bin is kept; an empty bin takes the
 * value of the next full one. In the same pass over the units, as it is done for every article: the number
 * of words and a 64-bit hash of them.
 */
function sketchOf(folded: string): { words: number; hash: string; sketch: string } {
  const minimum = new Uint32Array(BINS).fill(0xffffffff);
  let words = 0;
  let [high, low] = [0x243f6a88, 0x13198a2e];
  let [first, second, word] = [0, 0, 0];
  for (let index = 0; index <= folded.length; index++) {
    const code = index < folded.length ? folded.charCodeAt(index) : 0x20;
    if (IN_WORD[code] === 1) {
      word = Math.imul(word === 0 ? 0x811c9dc5 ^ code : word ^ code, 0x01000193) | 1;
      continue;
    }
    if (word === 0) continue;
    words++;
    const third = mix(word);
    word = 0;
    high = Math.imul(high ^ third, 0x9e3779b1) ^ (high >>> 15);
    low = mix(low + third);
    if (words >= 3) {
      const hash = mix(first ^ Math.imul(second, 0x9e3779b1) ^ Math.imul(third, 0x85ebca77));
      const bin = hash & (BINS - 1);
      const value = hash >>> 6;
      if (value < (minimum[bin] ?? 0)) minimum[bin] = value;
    }
    first = second;
    second = third;
  }
  const hash = hex(mix(high)) + hex(low);
  return { words, hash, sketch: Buffer.from(fillBins(minimum)).toString('base64url') };
}

function fillBins(minimum: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(BINS);
  for (let bin = 0; bin < BINS; bin++) {
    let from = bin;
    for (let step = 0; step < BINS && minimum[from] === 0xffffffff; step++) from = (from + 1) % BINS;
    bytes[bin] = mix((minimum[from] ?? 0) ^ ((from - bin + BINS) % BINS)) & 0xff;
  }
  return bytes;
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** An estimate of the share of word triples that two texts have in common. */
function similarity(a: Uint8Array | undefined, b: Uint8Array | undefined): number {
  if (!a || !b || a.length !== BINS || b.length !== BINS) return 0;
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (a[bin] === b[bin]) equal++;
  // One byte is equal by chance in one of 256 cases.
  return Math.max(0, (equal / BINS - 1 / 256) / (1 - 1 / 256));
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
