/** The bars of the timeline and the words under them. */
import { h, type JSX } from 'preact';
import { isoDay } from '../data/days.js';
import type { Bin } from '../data/timeline.js';
import type { Page } from './page.js';

/** The height of the drawing, and of the highest bar in it. */
const [HIGH, HIGHEST] = [60, 54];

/** One date's statements, the hostile at the bottom, the cooperative on top. */
export function bar(bin: Bin, highest: number, across: (day: number) => number, off: boolean): JSX.Element {
  // The first and the last bin may begin before and end after the days that are drawn.
  const inside = (day: number) => Math.min(1000, Math.max(0, across(day)));
  const [x0, x1] = [inside(bin.from), inside(bin.to + 1)];
  const [x, width] = [Math.min(x0, x1), Math.abs(x1 - x0)];
  const gap = Math.min(3, width * 0.18);
  let top = HIGH;
  const parts = (['hostile', 'neutral', 'cooperative'] as const).map(tone => {
    const high = highest === 0 ? 0 : (bin[tone] / highest) * HIGHEST;
    top -= high;
    return h('rect', {
      class: `bar ${tone}`,
      x: x + gap / 2,
      y: top,
      width: Math.max(0.6, width - gap),
      height: high,
    });
  });
  return h('g', { class: off ? 'off' : '', key: bin.from }, parts);
}

/** A tick's year, month or day, whichever the timeline is divided into. */
export function tickText(page: Page, day: number, span: readonly [number, number]): string {
  const days = span[1] - span[0];
  const [year, month] = isoDay(day).split('-');
  if (days > 1100 && month === '01') return year ?? '';
  const locale = page.state.language === 'ar' ? 'ar-EG-u-nu-latn' : 'en-GB';
  const form: Intl.DateTimeFormatOptions =
    days > 70 ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(new Date(day * 86_400_000));
}
