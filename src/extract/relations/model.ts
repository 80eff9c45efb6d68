import { type Candidate, contextFeatures, frameFeatures, MOST_FEATURES } from './features.js';
import { type ForestFile, scoreOf } from './forest.js';

/**
 * The model of relations, learned from annotated articles (see `docs/training.md`), in three steps: a sieve looks
 * at the frames of candidates and drops most, a linear model scores the others in their context, and trees judge
 * each relation by what all places of the article say of it and of its rivals.
 */
export interface ModelFile {
  readonly description: string;
  readonly sieve: LinearFile;
  /** A candidate whose frame scores less is dropped. */
  readonly hopeless: number;
  readonly scorer: LinearFile;
  readonly judge: ForestFile;
  /** A number for each relation type, as the trees take it. */
  readonly ranks: Readonly<Record<string, number>>;
  /** Lowest probability to state a relation of a type; `*` for the others. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** Weights of hashed features (Weinberger and others 2009). */
export interface LinearFile {
  /** Features are taken modulo two to this power. */
  readonly bits: number;
  readonly bias: number;
  /** Weights are whole numbers over this. */
  readonly scale: number;
  /** Differences between the indexes of the features that have a weight, and their weights. */
  readonly indexes: readonly number[];
  readonly weights: readonly number[];
}

export interface RelationModel {
  /** How likely a candidate is, as log-odds; minus infinity where its frame tells that it is none. */
  score(candidate: Candidate): number;
  /** How the score of a candidate comes about. */
  weigh(candidate: Candidate): Weighing;
  /** The probability of a relation of the article, by its features (see `relationFeatures`). */
  judge(features: Float64Array): number;
  readonly ranks: Readonly<Record<string, number>>;
  /** The lowest probability to state a relation of this type. */
  threshold(relation: string): number;
}

/** A score as the sum of its parts. */
export interface Weighing {
  /** The step that spoke last: the sieve that dropped the candidate, or the scorer. */
  readonly by: 'sieve' | 'scorer';
  readonly score: number;
  /** What each feature adds, in the order in which features are written. */
  readonly weights: readonly number[];
}

const UNTRAINED_THRESHOLD = 0.5;

export function createModel(file: ModelFile): RelationModel {
  const sieve = createLinear(file.sieve);
  const scorer = createLinear(file.scorer);
  const buffer = new Int32Array(MOST_FEATURES);
  return {
    score(candidate) {
      const frame = frameFeatures(candidate, buffer);
      if (sieve.score(buffer, frame) < file.hopeless) return Number.NEGATIVE_INFINITY;
      return scorer.score(buffer, contextFeatures(candidate, buffer, frame));
    },
    weigh(candidate) {
      const frame = frameFeatures(candidate, buffer);
      const score = sieve.score(buffer, frame);
      if (score < file.hopeless) return { by: 'sieve', score, weights: sieve.weights(buffer, frame) };
      const count = contextFeatures(candidate, buffer, frame);
      return { by: 'scorer', score: scorer.score(buffer, count), weights: scorer.weights(buffer, count) };
    },
    judge: features => probabilityOf(scoreOf(file.judge, features)),
    ranks: file.ranks,
    threshold: relation => file.thresholds[relation] ?? file.thresholds['*'] ?? UNTRAINED_THRESHOLD,
  };
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Looks at the first `count` features of a buffer. */
interface Linear {
  score(features: Int32Array, count: number): number;
  weights(features: Int32Array, count: number): number[];
}

function createLinear(file: LinearFile): Linear {
  const size = 1 << file.bits;
  const weights = new Float32Array(size);
  let index = 0;
  file.indexes.forEach((step, at) => {
    index += step;
    weights[index] = (file.weights[at] ?? 0) / file.scale;
  });
  const mask = size - 1;
  return {
    score(features, count) {
      let score = file.bias;
      for (let at = 0; at < count; at++) score += weights[(features[at] ?? 0) & mask] ?? 0;
      return score;
    },
    weights: (features, count) =>
      Array.from(features.subarray(0, count), feature => weights[feature & mask] ?? 0),
  };
}
