/**
 * Finds what lies under the pointer. (sigma paints a second, invisible picture for this and reads it back
 * from the graphics card at every move of the mouse; reckoning is faster, and where there is no card by far.)
 */
import { curvePoint, type Point } from './curves.js';

export interface PickDisc {
  readonly key: number;
  readonly at: Point;
  readonly radius: number;
}

export interface PickCurve {
  readonly key: number;
  readonly a: Point;
  readonly b: Point;
  readonly c: Point;
  readonly width: number;
}

/** The topmost disc under the point; discs come from the bottom to the top. Small ones are easier to hit than to see. */
export function discAt(discs: Iterable<PickDisc>, point: Point): number | undefined {
  let found: number | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const { key, at, radius } of discs) {
    const away = Math.hypot(at.x - point.x, at.y - point.y);
    if (away > Math.max(radius, 7)) continue;
    // Inside a disc the topmost counts; in the margin around small ones, the nearest.
    const score = away <= radius ? 0 : away;
    if (score <= best) [found, best] = [key, score];
  }
  return found;
}

const REACH = 5;
const STEPS = 12;

/** The nearest curve within reach of the point. */
export function curveAt(curves: Iterable<PickCurve>, point: Point): number | undefined {
  let found: number | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const curve of curves) {
    const reach = curve.width / 2 + REACH;
    if (!near(curve, point, reach)) continue;
    const away = distance(curve, point) - curve.width / 2;
    if (away < REACH && away < best) [found, best] = [curve.key, away];
  }
  return found;
}

/** Whether the point lies in the box around the curve. */
function near({ a, b, c }: PickCurve, { x, y }: Point, reach: number): boolean {
  return (
    x > Math.min(a.x, b.x, c.x) - reach &&
    x < Math.max(a.x, b.x, c.x) + reach &&
    y > Math.min(a.y, b.y, c.y) - reach &&
    y < Math.max(a.y, b.y, c.y) + reach
  );
}

function distance({ a, b, c }: PickCurve, point: Point): number {
  let best = Number.POSITIVE_INFINITY;
  let from = a;
  for (let step = 1; step <= STEPS; step++) {
    const to = curvePoint(a, b, c, step / STEPS);
    best = Math.min(best, toSegment(point, from, to));
    from = to;
  }
  return best;
}

function toSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
