import { UserError } from '../errors.js';
import type { SkippedItem } from '../ingest/index.js';

/** Counts what is left out. Keeps the first ones only, since a broken file can have millions of faults. */
export interface SkippedLog {
  /** Takes an item; throws a {@link UserError} where nothing may be left out. */
  add(item: SkippedItem): void;
  readonly total: number;
  readonly byReason: ReadonlyMap<string, number>;
  readonly first: readonly SkippedItem[];
}

const KEPT = 10;

export function createSkippedLog({ strict = false }: { readonly strict?: boolean } = {}): SkippedLog {
  const byReason = new Map<string, number>();
  const first: SkippedItem[] = [];
  let total = 0;
  return {
    add(item) {
      if (strict) throw new UserError(`${describeSkipped(item)} (with --strict nothing may be left out)`);
      total++;
      byReason.set(item.reason, (byReason.get(item.reason) ?? 0) + 1);
      if (first.length < KEPT) first.push(item);
    },
    get total() {
      return total;
    },
    byReason,
    first,
  };
}

export function describeSkipped({ file, place, message }: SkippedItem): string {
  return `${file}${place === undefined ? '' : `, ${place}`}: ${message}`;
}

/** A line of `skipped.ndjson`. */
export function skippedLine({ file, place, reason, message }: SkippedItem): string {
  return `${JSON.stringify({ file, ...(place !== undefined && { place }), reason, message })}\n`;
}
