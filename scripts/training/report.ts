/** How well predictions do, by threshold and by type. */

export interface Prediction {
  readonly relation: string;
  readonly probability: number;
  readonly right: boolean;
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How much F1 a higher threshold may cost: of two that are as good, the more precise one is better. */
const PRECISION_PRICE = 0.003;

export function scorePredictions(
  predictions: readonly Prediction[],
  wanted: number,
  threshold: number,
): Score {
  const stated = predictions.filter(({ probability }) => probability >= threshold);
  const right = stated.filter(prediction => prediction.right).length;
  return {
    precision: right / (stated.length || 1),
    recall: right / (wanted || 1),
    f1: (2 * right) / (stated.length + wanted || 1),
  };
}

/** The threshold with the highest F1, or nearly so. */
export function bestThreshold(
  predictions: readonly Prediction[],
  wanted: number,
): Score & { readonly threshold: number } {
  const results: (Score & { threshold: number })[] = [];
  for (let threshold = 0.1; threshold < 0.95; threshold += 0.02)
    results.push({ threshold, ...scorePredictions(predictions, wanted, threshold) });
  const highest = Math.max(...results.map(({ f1 }) => f1));
  const best = results.findLast(({ f1 }) => f1 >= highest - PRECISION_PRICE);
  return best ?? { threshold: 0.5, precision: 0, recall: 0, f1: 0 };
}

const STEPS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** @param wanted the type of each annotated relation */
export function printReport(
  label: string,
  predictions: readonly Prediction[],
  wanted: readonly string[],
  byType = true,
): void {
  console.log(label);
  for (const step of STEPS)
    print(`  from ${step}`, wanted.length, scorePredictions(predictions, wanted.length, step));
  if (!byType) return;
  for (const relation of [...new Set(wanted)].sort()) {
    const count = wanted.filter(type => type === relation).length;
    const own = predictions.filter(prediction => prediction.relation === relation);
    const best = bestThreshold(own, count);
    print(`  ${relation} from ${best.threshold.toFixed(2)}`, count, best);
  }
}

function print(label: string, count: number, { precision, recall, f1 }: Score): void {
  const figures = `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  console.log(label.padEnd(36), String(count).padStart(6), figures);
}
