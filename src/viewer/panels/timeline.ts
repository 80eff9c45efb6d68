/** The histogram of statements by date, with a brush that filters, and play. */
import { h, type JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isoDay } from '../data/days.js';
import type { Data } from '../data/model.js';
import { type Bin, timeline, timeWindow } from '../data/timeline.js';
import { dateText, type Page } from './page.js';
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
  const drag = useRef<
    | {
        readonly edge: 'from' | 'to' | 'new' | 'move';
        readonly start: number;
        readonly time: readonly [number, number];
      }
    | undefined
  >(undefined);
  if (!span) return null;
  const { state, t, send } = page;
  const { bins, highest, earlier } = timeline(page.data, page.seen, span);
  const days = span[1] - span[0] + 1;
  const rtl = state.language === 'ar';
  const time = state.filters.time;
  const shown: readonly [number, number] = [
    Math.max(span[0], time?.[0] ?? span[0]),
    Math.min(span[1], time?.[1] ?? span[1]),
  ];
  const share = (day: number) => (day - span[0]) / days;
  const across = (day: number) => 1000 * (rtl ? 1 - share(day) : share(day));

  const dayAt = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return span[0];
    const part = (event.clientX - box.left) / box.width;
    return Math.round(span[0] + Math.min(1, Math.max(0, rtl ? 1 - part : part)) * days);
  };
  const limit = (from: number, to: number): readonly [number, number] | undefined => {
    const [first, last] = [Math.max(span[0], Math.min(from, to)), Math.min(span[1], Math.max(from, to))];
    return first <= span[0] && last >= span[1] ? undefined : [first, last];
  };
  const onPointerDown = (event: PointerEvent) => {
    const day = dayAt(event);
    const near = days * 0.012 + 0.5;
    const edge =
      time && Math.abs(day - shown[0]) < near
        ? 'from'
        : time && Math.abs(day - shown[1] - 1) < near
          ? 'to'
          : time && day > shown[0] && day < shown[1]
            ? 'move'
            : 'new';
    drag.current = { edge, start: day, time: edge === 'new' ? [day, day] : shown };
    track.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const day = dayAt(event);
    if (held.edge === 'new') {
      if (Math.abs(day - held.start) >= 1)
        send({ do: 'time', time: limit(held.start, day - (day > held.start ? 1 : 0)) });
    } else if (held.edge === 'from')
      send({ do: 'time', time: limit(Math.min(day, held.time[1]), held.time[1]) });
    else if (held.edge === 'to')
      send({ do: 'time', time: limit(held.time[0], Math.max(day - 1, held.time[0])) });
    else {
      const length = held.time[1] - held.time[0];
      const from = Math.min(span[1] - length, Math.max(span[0], held.time[0] + day - held.start));
      send({ do: 'time', time: limit(from, from + length) });
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    const held = drag.current;
    drag.current = undefined;
    if (held?.edge !== 'new' || Math.abs(dayAt(event) - held.start) >= 1) return;
    // A click chooses the bar under it; a click beside the chosen time frees it.
    const bin = bins.find(one => held.start >= one.from && held.start <= one.to);
    send({ do: 'time', time: time ? undefined : bin && limit(bin.from, bin.to) });
  };
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
      earlier > 0 ? h('span', { class: 'timeline-earlier' }, t('earlier', { n: earlier })) : null,
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
          onPointerDown,
          onPointerMove,
          onPointerUp,
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
        ticks(span, rtl).map(({ label: text, place }) =>
          h('span', { key: text, style: { left: `${place * 100}%` } }, text),
        ),
      ),
      thumb('from'),
      thumb('to'),
    ),
  );
}

/** One date's statements, the hostile at the bottom, the cooperative on top. */
function bar(bin: Bin, highest: number, across: (day: number) => number, off: boolean): JSX.Element {
  const [x0, x1] = [across(bin.from), across(bin.to + 1)];
  const [x, width] = [Math.min(x0, x1), Math.abs(x1 - x0)];
  const gap = Math.min(3, width * 0.18);
  let top = 60;
  const parts = (['hostile', 'neutral', 'cooperative'] as const).map(tone => {
    const high = highest === 0 ? 0 : (bin[tone] / highest) * 54;
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

/** Years, months or days that stand under the bars, five to eight of them. */
function ticks(span: readonly [number, number], rtl: boolean): { label: string; place: number }[] {
  const days = span[1] - span[0] + 1;
  const steps = 6;
  const form = days > 366 * 4 ? 4 : days > 120 ? 7 : 10;
  const found = new Map<string, number>();
  for (let step = 0; step < steps; step++) {
    const day = span[0] + Math.floor((days * (step + 0.5)) / steps);
    const label = isoDay(day).slice(0, form);
    if (!found.has(label)) found.set(label, (step + 0.5) / steps);
  }
  return [...found].map(([label, place]) => ({ label, place: rtl ? 1 - place : place }));
}
