import type { SkippedItem } from '../ingest/index.js';

const MOST_SHOWN = 10;

/** Says on standard error what was left out and why: the first ones by name, the rest counted. */
export function reportSkipped(skipped: readonly SkippedItem[]): void {
  for (const { file, place, message } of skipped.slice(0, MOST_SHOWN)) {
    process.stderr.write(`rawabit: left out ${file}${place === undefined ? '' : `, ${place}`}: ${message}\n`);
  }
  if (skipped.length > MOST_SHOWN)
    process.stderr.write(`rawabit: … and ${skipped.length - MOST_SHOWN} more\n`);
}
