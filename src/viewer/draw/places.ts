/** Where nodes stand, on the graph and on the map; x and y by node number, NaN where a node has no place. */
import type { Data, NodeItem } from '../data/model.js';
import { mapPositions } from './world.js';

export interface Places {
  readonly graph: Float64Array;
  /** Reckoned when the map is first opened. */
  map(): Float64Array;
  onMap(node: NodeItem): boolean;
}

export type Extent = { readonly x: [number, number]; readonly y: [number, number] };

/** The map's whole plane. */
export const MAP_EXTENT: Extent = { x: [-1000, 1000], y: [-500, 500] };

export function placesOf(data: Data): Places {
  let positions: Float64Array | undefined;
  const map = () => {
    positions ??= mapPositions(data);
    return positions;
  };
  return {
    graph: Float64Array.from(data.nodes.flatMap(node => [node.x, node.y])),
    map,
    onMap: node => Number.isFinite(map()[node.index * 2]),
  };
}

/** The box around all nodes of the graph. */
export function extentOf(at: Float64Array): Extent {
  if (at.length === 0) return { x: [0, 1], y: [0, 1] };
  const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const y: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < at.length; i += 2) {
    x[0] = Math.min(x[0], at[i] ?? 0);
    x[1] = Math.max(x[1], at[i] ?? 0);
    y[0] = Math.min(y[0], at[i + 1] ?? 0);
    y[1] = Math.max(y[1], at[i + 1] ?? 0);
  }
  return { x, y };
}

/** The least and the greatest value, without a share of each end. */
export function middleRange(values: ArrayLike<number>, cut: number): readonly [number, number] {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const skip = Math.floor(sorted.length * cut);
  return [sorted[skip] ?? 0, sorted[sorted.length - 1 - skip] ?? 0];
}
