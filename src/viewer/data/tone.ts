/** Whether a tie is hostile or cooperative, by its relation's score in the schema. */
import type { Data, EdgeItem } from './model.js';

export type Tone = 'hostile' | 'neutral' | 'cooperative';

/** -10 hostile to 10 cooperative; undefined for states. */
export function scoreOf(data: Data, edge: EdgeItem): number | undefined {
  return data.relationTypes[edge.type]?.score;
}

/** A denied deed is neither: it is drawn in the colour of states. */
export function toneOf(data: Data, edge: EdgeItem): Tone {
  const score = scoreOf(data, edge);
  if (score === undefined || edge.negated) return 'neutral';
  return score <= -1 ? 'hostile' : score >= 1 ? 'cooperative' : 'neutral';
}
