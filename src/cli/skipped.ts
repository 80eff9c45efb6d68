import type { SkippedItem } from '../ingest/index.js';
import { describeSkipped } from '../pipeline/skipped.js';

const MOST_SHOWN = 10;

/** Says on standard error what was left out and why: the first ones by name, the rest counted. */
export function reportSkipped(first: readonly SkippedItem[], total: number = first.length): void {
  for (const item of first.slice(0, MOST_SHOWN)) {
    process.stderr.write(`rawabit: left out ${describeSkipped(item)}\n`);
  }
  if (total > MOST_SHOWN) process.stderr.write(`rawabit: … and ${total - MOST_SHOWN} more\n`);
}
