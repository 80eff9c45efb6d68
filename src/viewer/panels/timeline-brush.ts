/** The brush over the timeline: draws a period, moves its ends, moves it whole, or chooses a bar. */
import type { Filters } from '../data/filters.js';
import type { Bin } from '../data/timeline.js';
import type { Page } from './page.js';

export interface Drag {
  readonly edge: 'from' | 'to' | 'new' | 'move';
  readonly start: number;
  readonly time: readonly [number, number];
}

interface BrushInput {
  readonly track: { readonly current: SVGSVGElement | null };
  readonly drag: { current: Drag | undefined };
  readonly span: readonly [number, number];
  readonly shown: readonly [number, number];
  readonly rtl: boolean;
  readonly bins: readonly Bin[];
  readonly time: Filters['time'];
  readonly limit: (from: number, to: number) => Filters['time'];
  readonly send: Page['send'];
}

export function brushing({ track, drag, span, shown, rtl, bins, time, limit, send }: BrushInput) {
  const days = span[1] - span[0] + 1;

  const dayAt = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return span[0];
    const part = (event.clientX - box.left) / box.width;
    return Math.round(span[0] + Math.min(1, Math.max(0, rtl ? 1 - part : part)) * days);
  };
  const edgeAt = (day: number): Drag['edge'] => {
    const near = days * 0.012 + 0.5;
    if (!time) return 'new';
    if (Math.abs(day - shown[0]) < near) return 'from';
    if (Math.abs(day - shown[1] - 1) < near) return 'to';
    return day > shown[0] && day < shown[1] ? 'move' : 'new';
  };
  const dragged = ({ edge, start, time: held }: Drag, day: number): Filters['time'] => {
    switch (edge) {
      case 'new':
        return limit(start, day - (day > start ? 1 : 0));
      case 'from':
        return limit(Math.min(day, held[1]), held[1]);
      case 'to':
        return limit(held[0], Math.max(day - 1, held[0]));
      case 'move': {
        const length = held[1] - held[0];
        const from = Math.min(span[1] - length, Math.max(span[0], held[0] + day - start));
        return limit(from, from + length);
      }
    }
  };

  return {
    onPointerDown(event: PointerEvent) {
      const day = dayAt(event);
      const edge = edgeAt(day);
      drag.current = { edge, start: day, time: edge === 'new' ? [day, day] : shown };
      track.current?.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const held = drag.current;
      const day = dayAt(event);
      if (!held || (held.edge === 'new' && Math.abs(day - held.start) < 1)) return;
      send({ do: 'time', time: dragged(held, day) });
    },
    onPointerUp(event: PointerEvent) {
      const held = drag.current;
      drag.current = undefined;
      if (held?.edge !== 'new' || Math.abs(dayAt(event) - held.start) >= 1) return;
      // A click chooses the bar under it; a click beside the chosen time frees it.
      const bin = bins.find(one => held.start >= one.from && held.start <= one.to);
      send({ do: 'time', time: time ? undefined : bin && limit(bin.from, bin.to) });
    },
  };
}
