import { mix, wordHashes } from '../language/word-hashes.js';
import type { Article, ArticleCopy, Extraction } from '../model.js';

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
  /**
   * A hash of what was made of the article. Where two articles have the same words, place and date but differ
   * in punctuation, the smaller one stands, so that the order in which they come does not matter.
   */
  readonly content?: string;
  /** Where the article stands for others already, as in the output of an earlier merge: their places. */
  readonly copies?: readonly ArticleCopy[];
}

/** Length of a decoded sketch: one byte for each of so many hash bins. */
export const SKETCH_BYTES = 64;
/** Shorter texts have too few word triples: only equal ones are the same. */
const FEWEST_WORDS = 30;

/** The signature of an article. A pure function of it. */
export function signatureOf(article: Article): Signature {
  const { words, hash, sketch } = sketchOf(`${article.title} ${article.text}`);
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

/** Words and sketch in one string, as an extraction carries them: `9f2b…` or `9f2b….wkG…`. */
export function fingerprintOf({ words, sketch }: Pick<Signature, 'words' | 'sketch'>): string {
  return sketch === '' ? words : `${words}.${sketch}`;
}

/** The signature of an extraction's article. Without a fingerprint, only equal extractions are equal articles. */
export function signatureOfExtraction(extraction: Extraction, content: string): Signature {
  const { doc, url, source, date, copies, fingerprint = content } = extraction;
  const [words = '', sketch = ''] = fingerprint.split('.');
  return {
    key: `${doc} ${words}`,
    id: doc,
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    ...(date !== undefined && { date }),
    words,
    sketch,
    content,
    ...(copies !== undefined && { copies }),
  };
}

/** An estimate, 0 to 1, of the share of word triples that two texts have in common, by their sketches. */
export function similarity(a: Uint8Array | undefined, b: Uint8Array | undefined): number {
  if (!a || !b || a.length !== SKETCH_BYTES || b.length !== SKETCH_BYTES) return 0;
  let equal = 0;
  for (let bin = 0; bin < SKETCH_BYTES; bin++) if (a[bin] === b[bin]) equal++;
  // One byte is equal by chance in one of 256 cases.
  return Math.max(0, (equal / SKETCH_BYTES - 1 / 256) / (1 - 1 / 256));
}

/**
 * One-permutation MinHash of the word triples, of which one byte a bin is kept; an empty bin takes the
 * value of the next full one. In the same pass, as it is done for every article: a 64-bit hash of the words.
 */
function sketchOf(text: string): { words: number; hash: string; sketch: string } {
  const minimum = new Uint32Array(SKETCH_BYTES).fill(0xffffffff);
  const words = wordHashes(text);
  let [high, low] = [0x243f6a88, 0x13198a2e];
  for (let index = 0; index < words.length; index++) {
    const third = words[index] ?? 0;
    high = Math.imul(high ^ third, 0x9e3779b1) ^ (high >>> 15);
    low = mix(low + third);
    if (index < 2) continue;
    const [first, second] = [words[index - 2] ?? 0, words[index - 1] ?? 0];
    const hash = mix(first ^ Math.imul(second, 0x9e3779b1) ^ Math.imul(third, 0x85ebca77));
    const bin = hash & (SKETCH_BYTES - 1);
    const value = hash >>> 6;
    if (value < (minimum[bin] ?? 0)) minimum[bin] = value;
  }
  const hash = hex(mix(high)) + hex(low);
  return { words: words.length, hash, sketch: Buffer.from(fillBins(minimum)).toString('base64url') };
}

function fillBins(minimum: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(SKETCH_BYTES);
  for (let bin = 0; bin < SKETCH_BYTES; bin++) {
    let from = bin;
    for (let step = 0; step < SKETCH_BYTES && minimum[from] === 0xffffffff; step++)
      from = (from + 1) % SKETCH_BYTES;
    bytes[bin] = mix((minimum[from] ?? 0) ^ ((from - bin + SKETCH_BYTES) % SKETCH_BYTES)) & 0xff;
  }
  return bytes;
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
