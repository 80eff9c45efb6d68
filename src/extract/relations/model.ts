/**
 * A linear model over hashed features: how likely a candidate is a relation that the sentence states.
 * Learned by logistic regression from annotated articles (see `training/`); small, and the same everywhere.
 */
export interface ModelFile {
  readonly description: string;
  /** Features are taken modulo two to this power. */
  readonly bits: number;
  readonly bias: number;
  /** Weights are whole numbers over this. */
  readonly scale: number;
  /** Differences between the indexes of the features that have a weight, and their weights. */
  readonly indexes: readonly number[];
  readonly weights: readonly number[];
  /** Lowest probability to state a relation of a type; `*` for types that were not trained. */
  readonly thresholds: Readonly<Record<string, number>>;
}

export interface RelationModel {
  /** The probability, 0 to 1, of a candidate with these features. */
  probability(features: readonly number[]): number;
  /** The lowest probability to state a relation of this type. */
  threshold(relation: string): number;
}

const UNTRAINED_THRESHOLD = 0.5;

export function createModel(file: ModelFile): RelationModel {
  const size = 1 << file.bits;
  const weights = new Float32Array(size);
  let index = 0;
  file.indexes.forEach((step, at) => {
    index += step;
    weights[index] = (file.weights[at] ?? 0) / file.scale;
  });
  const mask = size - 1;
  return {
    probability(features) {
      let score = file.bias;
      for (const feature of features) score += weights[feature & mask] ?? 0;
      return 1 / (1 + Math.exp(-score));
    },
    threshold: relation => file.thresholds[relation] ?? file.thresholds['*'] ?? UNTRAINED_THRESHOLD,
  };
}
