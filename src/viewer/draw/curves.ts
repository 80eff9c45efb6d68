/** Sets parallel ties apart, and says where a curve runs. Shared by the canvas, its labels and the SVG export. */
import type { EdgeItem } from '../data/model.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The bend of each tie, as a share of its length: ties between the same two nodes fan out around a straight line. */
export function curvatures(edges: readonly EdgeItem[], single: number): Map<number, number> {
  const pairs = new Map<string, EdgeItem[]>();
  for (const edge of edges) {
    const key = edge.source < edge.target ? `${edge.source} ${edge.target}` : `${edge.target} ${edge.source}`;
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  const bends = new Map<number, number>();
  for (const pair of pairs.values()) {
    const step = Math.min(0.2, 1 / pair.length);
    pair.forEach((edge, index) => {
      const bend = pair.length === 1 ? single : (index - (pair.length - 1) / 2) * step;
      bends.set(edge.index, pair.length > 1 && edge.source > edge.target ? -bend : bend);
    });
  }
  return bends;
}

/** The control point of a tie's curve on the screen, where y runs down. */
export function controlPoint(a: Point, c: Point, curvature: number): Point {
  return {
    x: (a.x + c.x) / 2 + (c.y - a.y) * curvature,
    y: (a.y + c.y) / 2 - (c.x - a.x) * curvature,
  };
}

/** A place on the curve; `t` runs from 0 at its beginning to 1. */
export function curvePoint(a: Point, b: Point, c: Point, t: number): Point {
  const s = 1 - t;
  return { x: s * s * a.x + 2 * s * t * b.x + t * t * c.x, y: s * s * a.y + 2 * s * t * b.y + t * t * c.y };
}
