import type { CircumstanceModels } from './circumstances/index.js';
import type { Ranks } from './decide.js';
import { type Candidate, contextFeatures, frameFeatures, MOST_FEATURES } from './features.js';
import { Forest, type ForestFile } from './forest.js';
import { Linear, type LinearFile } from './linear.js';
import { createScorer } from './scorer.js';

export type { LinearFile } from './linear.js';

/**
 * The model of relations, learned from annotated articles (see `docs/training.md`), in three steps: a sieve looks
 * at the frames of candidates and drops most, a linear model scores the others in their context, and trees judge
 * each relation by what all places of the article say of it and of its rivals. Further linear models tell how what is
 * stated is stated.
 */
export interface ModelFile {
  readonly description: string;
  readonly sieve: LinearFile;
  /** A candidate whose frame scores less is dropped. */
  readonly hopeless: number;
  readonly scorer: LinearFile;
  readonly judge: ForestFile;
  /** Tell what is denied, planned and alleged, see `circumstances/`. */
  readonly circumstances: Readonly<Record<keyof CircumstanceModels, LinearFile>>;
  readonly ranks: Ranks;
  /** Lowest probability to state a relation of a type; `*` for the others. */
  readonly thresholds: Readonly<Record<string, number>>;
}

export interface RelationModel {
  /**
   * How likely a candidate is, as log-odds; minus infinity where its frame tells that it is none. Where it is not more
   * than `least`, it may not be exact.
   */
  score(candidate: Candidate, least?: number): number;
  /** How the score of a candidate comes about. */
  weigh(candidate: Candidate): Weighing;
  /** The probability of a relation of the article, by its features (see `relationFeatures`). */
  judge(features: Float64Array): number;
  /** The same, but too high for what is not likely at all. */
  judgeQuickly(features: Float64Array): number;
  readonly ranks: Ranks;
  readonly circumstances: CircumstanceModels;
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
  const sieve = new Linear(file.sieve);
  const scorer = new Linear(file.scorer);
  const forest = new Forest(file.judge);
  const { negated, planned, alleged } = file.circumstances;
  const circumstances = {
    negated: new Linear(negated),
    planned: new Linear(planned),
    alleged: new Linear(alleged),
  };
  // Nothing holds the file itself: its lists of numbers take more memory than all else.
  const { hopeless, ranks, thresholds } = file;
  const scoreOfCandidate = createScorer(sieve, scorer, hopeless);
  const buffer = new Int32Array(MOST_FEATURES);
  return {
    score: scoreOfCandidate,
    weigh(candidate) {
      const score = scoreOfCandidate(candidate);
      const frame = frameFeatures(candidate, buffer);
      if (score !== Number.NEGATIVE_INFINITY) {
        const count = contextFeatures(candidate, buffer, frame);
        return { by: 'scorer', score, weights: scorer.weights(buffer.subarray(0, count)) };
      }
      const weights = sieve.weights(buffer.subarray(0, frame));
      return { by: 'sieve', score: weights.reduce((sum, weight) => sum + weight, sieve.bias), weights };
    },
    judge: features => probabilityOf(forest.score(features)),
    judgeQuickly: features => probabilityOf(forest.quickScore(features)),
    ranks,
    circumstances,
    threshold: relation => thresholds[relation] ?? thresholds['*'] ?? UNTRAINED_THRESHOLD,
  };
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
