/** Statements counted by date for the histogram under the graph. */
import { dayRange, NO_DAY, shiftMonth, yearOf } from './days.js';
import type { Visible } from './filters.js';
import type { Data } from './model.js';
import { toneOf } from './tone.js';

export interface Bin {
  /** Days, both included. */
  readonly from: number;
  readonly to: number;
  readonly hostile: number;
  readonly neutral: number;
  readonly cooperative: number;
}

export interface Timeline {
  readonly bins: readonly Bin[];
  readonly highest: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** Statements before the first bin: long-standing states dated by their beginning. */
  readonly earlier: number;
  /** Statements after the last bin: plans for far years. */
  readonly later: number;
}

/** Bins over the days of the news; the few statements that lie far from them are counted, not drawn. */
export function timeline(data: Data, seen: Visible, window: readonly [number, number]): Timeline {
  const found = known.get(seen) ?? histogram(data, seen, window);
  known.set(seen, found);
  return found;
}

/** Reckoned once for each change of the filters; a page has one window. */
const known = new WeakMap<Visible, Timeline>();

function histogram(data: Data, seen: Visible, window: readonly [number, number]): Timeline {
  const [unit, starts] = binStarts(window[0], window[1]);
  const bins = starts.map((from, index) => ({
    from,
    to: (starts[index + 1] ?? window[1] + 1) - 1,
    hostile: 0,
    neutral: 0,
    cooperative: 0,
  }));
  let [earlier, later] = [0, 0];
  const { edge, firstDay, count } = data.columns;
  for (let index = 0; index < count; index++) {
    if (!seen.dated[index]) continue;
    const day = firstDay[index] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (day < window[0]) {
      earlier++;
      continue;
    }
    if (day > window[1]) {
      later++;
      continue;
    }
    const bin = bins[binOf(starts, day)];
    const item = data.edges[edge[index] ?? -1];
    if (bin && item) bin[toneOf(data, item)]++;
  }
  const highest = bins.reduce((most, bin) => Math.max(most, bin.hostile + bin.neutral + bin.cooperative), 0);
  return { bins, highest, unit, earlier, later };
}

/**
 * The days that the timeline spans: those of the articles, and on to where nearly all statements lie, so that
 * neither one old article nor one plan for a far year leaves the rest in a single bar.
 */
export function timeWindow(data: Data): readonly [number, number] | undefined {
  const days = Array.from(data.columns.firstDay)
    .filter(day => day !== NO_DAY)
    .sort((a, b) => a - b);
  if (days.length === 0) return undefined;
  const articles = articleDays(data);
  const from = at(articles, STRAGGLERS) ?? at(days, 0.05) ?? 0;
  const to = Math.max(at(articles, 1) ?? from, at(days, 1 - STRAGGLERS) ?? from);
  return [Math.min(from, to), to];
}

/** The share of articles and of statements that may lie outside. */
const STRAGGLERS = 0.01;

function at(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function articleDays(data: Data): number[] {
  return data.articles
    .map(([, , date]) => dayRange(date || undefined)[0])
    .filter(day => day !== NO_DAY)
    .sort((a, b) => a - b);
}

function binStarts(first: number, last: number): [Timeline['unit'], number[]] {
  const days = last - first + 1;
  if (days <= 62) return ['day', range(first, last, 1)];
  if (days <= 430) return ['week', range(first, last, 7)];
  const unit = days <= 366 * 9 ? 'month' : 'year';
  const starts: number[] = [];
  let day =
    unit === 'month' ? shiftMonth(first, 0) : shiftMonth(first, -new Date(first * 86_400_000).getUTCMonth());
  while (day <= last) {
    starts.push(day);
    day = shiftMonth(day, unit === 'month' ? 1 : 12);
  }
  if (unit === 'year' && starts.length > 0 && yearOf(starts[0] ?? 0) !== yearOf(first)) starts.shift();
  return [unit, starts];
}

function range(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, index) => first + index * step);
}

function binOf(starts: readonly number[], day: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
