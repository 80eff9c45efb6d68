/** Round days for the axis of the timeline: beginnings of years, months or days. */
import { isoDay, shiftMonth } from './days.js';

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600] as const;
const DAYS = [1, 2, 5, 10] as const;

/** As many as there is room for, evenly apart. */
export function axisTicks(span: readonly [number, number], most: number): number[] {
  const days = span[1] - span[0] + 1;
  const stride = days > 70 ? undefined : DAYS.find(step => days / step <= most);
  if (stride !== undefined) return every(span, stride);
  const months = MONTHS.find(step => days / (step * 30.4) <= most) ?? 1200;
  // The first month of the calendar's own division: quarters begin in January, not where the graph does.
  const [year = 1970, month = 1] = isoDay(span[0]).split('-').map(Number);
  const before = (year * 12 + month - 1) % months;
  const ticks: number[] = [];
  for (let step = -before; ; step += months) {
    const day = shiftMonth(span[0], step);
    if (day > span[1]) break;
    if (day >= span[0]) ticks.push(day);
  }
  return ticks.length > 0 ? ticks : [span[0]];
}

function every(span: readonly [number, number], stride: number): number[] {
  const count = Math.floor((span[1] - span[0]) / stride) + 1;
  return Array.from({ length: count }, (_, index) => span[0] + index * stride);
}
