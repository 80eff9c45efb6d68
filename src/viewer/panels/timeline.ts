/** The histogram of statements by date, with a brush that filters, and play. */
import { h, type JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isoDay } from '../data/days.js';
import type { Data } from '../data/model.js';
import { axisTicks } from '../data/ticks.js';
import { timeline, timeWindow } from '../data/timeline.js';
import { dateText, type Page } from './page.js';
import { bar, tickText } from './timeline-bars.js';
import { brushing, type Drag } from './timeline-brush.js';
import { button } from './ui.js';

const windows = new WeakMap<Data, readonly [number, number] | undefined>();

/** The days that the timeline spans; undefined where nothing is dated. */
export function windowOf(data: Data): readonly [number, number] | undefined {
  if (!windows.has(data)) windows.set(data, timeWindow(data));
  return windows.get(data);
}

export function Timeline({ page }: { readonly page: Page }): JSX.Element | null {
  const span = windowOf(page.data);
  const track = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  if (!span) return null;
  const { state, t, send } = page;
  const { bins, highest, earlier, later } = timeline(page.data, page.seen, span);
  const days = span[1] - span[0] + 1;
  const rtl = state.language === 'ar';
  const time = state.filters.time;
  const shown: readonly [number, number] = [
    Math.max(span[0], time?.[0] ?? span[0]),
    Math.min(span[1], time?.[1] ?? span[1]),
  ];
  const share = (day: number) => (day - span[0]) / days;
  const across = (day: number) => 1000 * (rtl ? 1 - share(day) : share(day));

  const limit = (from: number, to: number): readonly [number, number] | undefined => {
    const [first, last] = [Math.max(span[0], Math.min(from, to)), Math.min(span[1], Math.max(from, to))];
    return first <= span[0] && last >= span[1] ? undefined : [first, last];
  };
  const brush = brushing({ track, drag, span, shown, rtl, bins, time, limit, send });
  const label = time
    ? `${dateText(page, isoDay(shown[0]))} – ${dateText(page, isoDay(shown[1]))}`
    : t('wholeTime');
  const thumb = (edge: 'from' | 'to') => {
    const day = edge === 'from' ? shown[0] : shown[1];
    return h('input', {
      type: 'range',
      class: 'unseen-range',
      id: `time-${edge}`,
      min: span[0],
      max: span[1],
      value: day,
      'aria-label': t(edge === 'from' ? 'rangeStart' : 'rangeEnd'),
      'aria-valuetext': dateText(page, isoDay(day)),
      onInput: (event: Event) => {
        const value = Number((event.target as HTMLInputElement).value);
        send({
          do: 'time',
          time:
            edge === 'from'
              ? limit(Math.min(value, shown[1]), shown[1])
              : limit(shown[0], Math.max(value, shown[0])),
        });
      },
    });
  };
  const left = Math.min(across(shown[0]), across(shown[1] + 1));
  const wide = Math.abs(across(shown[1] + 1) - across(shown[0]));
  return h(
    'section',
    { class: 'timeline', id: 'timeline', 'aria-label': t('timeline') },
    h(
      'div',
      { class: 'timeline-head' },
      button({
        label: t(state.playing ? 'pause' : 'play'),
        icon: state.playing ? 'pause' : 'play',
        bare: true,
        id: 'play',
        pressed: state.playing,
        class: 'round',
        onClick: () => send({ do: 'play', on: !state.playing }),
      }),
      h('h2', { class: 'timeline-title' }, t('timelineShort')),
      h('output', { class: 'timeline-label', id: 'time-label' }, label),
      time
        ? button({
            label: t('wholeTime'),
            class: 'text-button',
            id: 'time-all',
            onClick: () => send({ do: 'time', time: undefined }),
          })
        : null,
      earlier + later > 0
        ? h(
            'span',
            { class: 'timeline-beyond' },
            [earlier > 0 ? t('earlier', { n: earlier }) : '', later > 0 ? t('later', { n: later }) : '']
              .filter(Boolean)
              .join(' · '),
          )
        : null,
    ),
    h(
      'div',
      { class: 'timeline-track' },
      h(
        'svg',
        {
          ref: track,
          class: 'bars',
          viewBox: '0 0 1000 60',
          preserveAspectRatio: 'none',
          'aria-hidden': 'true',
          ...brush,
        },
        h('rect', { class: 'ground', x: 0, y: 0, width: 1000, height: 60 }),
        bins.map(bin => bar(bin, highest, across, bin.to < shown[0] || bin.from > shown[1])),
        time ? h('rect', { class: 'brush', x: left, y: 0, width: Math.max(2, wide), height: 60 }) : null,
        time
          ? [left, left + wide].map((x, key) =>
              h('rect', { class: 'grip', key, x: x - 2, y: 0, width: 4, height: 60 }),
            )
          : null,
      ),
      h(
        'div',
        { class: 'timeline-axis', 'aria-hidden': 'true' },
        axisTicks(span, window.innerWidth < 600 ? 4 : 7).map(tick =>
          h(
            'span',
            { key: tick, style: { left: `clamp(30px, ${across(tick) / 10}%, calc(100% - 30px))` } },
            tickText(page, tick, span),
          ),
        ),
      ),
      thumb('from'),
      thumb('to'),
    ),
  );
}
