/**
 * Names beside the nodes. sigma draws labels to the right of a node and lets them overlap; here the names
 * of the most important nodes find a free place first, Arabic runs from right to left, and nothing overlaps.
 */
import type { NodeItem } from '../data/model.js';
import { directionOf, plain, shorten } from '../text/bidi.js';
import type { Point } from './curves.js';

export interface NamedDisc {
  readonly node: NodeItem;
  readonly at: Point;
  readonly radius: number;
  /** Must be named even where it is tight. */
  readonly forced: boolean;
  /** Comes before others in the search for a place. */
  readonly early: boolean;
  /** Steps back behind what the reader points at; keeps its name only if forced. */
  readonly back: boolean;
}

export interface TieName {
  readonly text: string;
  readonly at: Point;
  readonly color: string;
  readonly forced: boolean;
}

export interface PlacedName {
  readonly text: string;
  readonly direction: 'rtl' | 'ltr';
  /** Middle of the text. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly width: number;
  readonly color?: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const FONT = "'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif";

export type Measure = (text: string, size: number, weight: number) => number;

/** Widths of texts on a canvas, remembered. */
export function measurer(context: CanvasRenderingContext2D): Measure {
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${weight} 20px ${FONT}`;
      width = context.measureText(text).width / 20;
      known.set(key, width);
    }
    return width * size;
  };
}

/** Finds places for as many names as fit. `discs` come in order of importance. Pure. */
export function placeNames(
  discs: readonly NamedDisc[],
  ties: readonly TieName[],
  label: (node: NodeItem) => string,
  measure: Measure,
  size: { readonly width: number; readonly height: number },
): PlacedName[] {
  const taken = occupied();
  const placed: PlacedName[] = [];
  for (const disc of discs)
    if (disc.radius > 5 && !disc.back)
      taken.add(around(disc.at, disc.radius, disc.radius), disc.node.index, disc.radius);
  const ordered = [
    ...discs.filter(disc => disc.forced),
    ...discs.filter(disc => disc.early && !disc.forced),
    ...discs.filter(disc => !disc.early && !disc.forced && !disc.back),
  ];
  // One name for so many square pixels: fewer than could be placed, as many as can be taken in.
  let left = Math.round((size.width * size.height) / 7000);
  for (const disc of ordered) {
    if (!disc.forced && !disc.early && left <= 0) break;
    if (!disc.forced && !disc.early && disc.radius < 2.4) continue;
    if (!inside(disc.at, size, 40)) continue;
    const name = nameOf(disc, label(disc.node), measure);
    const spots = places(disc, name, size.width);
    const whole = spots.filter(one => within(boxOf(name, one), size));
    const free = whole.find(one => taken.free(boxOf(name, one), disc.node.index, disc.radius));
    const spot = free ?? (disc.forced ? (whole[0] ?? spots[0]) : undefined);
    if (spot === undefined) continue;
    taken.add(boxOf(name, spot), -1);
    placed.push({ ...name, ...spot });
    left--;
  }
  for (const tie of ties) {
    const name = tieNameOf(tie, measure);
    if (!inside(tie.at, size, 20)) continue;
    if (!tie.forced && !taken.free(boxOf(name, tie.at), -2)) continue;
    taken.add(boxOf(name, tie.at), -1);
    placed.push({ ...name, ...tie.at });
  }
  return placed;
}

type Name = Omit<PlacedName, 'x' | 'y'>;

function nameOf(disc: NamedDisc, label: string, measure: Measure): Name {
  const text = shorten(plain(label), disc.forced ? 48 : 30);
  const size = Math.max(11.5, Math.min(17, 9.5 + disc.radius * 0.36));
  const weight = disc.radius > 9 || disc.forced || disc.early ? 600 : 400;
  return { text, direction: directionOf(text), size, weight, width: measure(text, size, weight) };
}

function tieNameOf(tie: TieName, measure: Measure): Name {
  const text = shorten(plain(tie.text), 40);
  return {
    text,
    direction: directionOf(text),
    size: 11.5,
    weight: 600,
    width: measure(text, 11.5, 600),
    color: tie.color,
  };
}

/**
 * Under the node, at its sides, the side on which its script begins first, then over it. Near the edge of the
 * canvas a name under or over its node moves inwards, as long as it still stands at the node.
 */
function places(disc: NamedDisc, name: Name, width: number): Point[] {
  const { x, y } = disc.at;
  const half = name.width / 2 + 4;
  const inner = Math.min(Math.max(x, half), width - half);
  const middle = Math.abs(inner - x) < half ? inner : x;
  const aside = disc.radius + name.width / 2 + 5;
  const below = disc.radius + name.size * 0.72 + 2;
  const first = name.direction === 'rtl' ? -1 : 1;
  return [
    { x: middle, y: y + below },
    { x: x + first * aside, y },
    { x: x - first * aside, y },
    { x: middle, y: y - below },
  ];
}

function boxOf(name: Name, at: Point): Box {
  return around(at, name.width / 2 + 3, name.size * 0.72);
}

function around(at: Point, wide: number, high: number): Box {
  return { left: at.x - wide, top: at.y - high, right: at.x + wide, bottom: at.y + high };
}

function inside(
  at: Point,
  size: { readonly width: number; readonly height: number },
  margin: number,
): boolean {
  return at.x > -margin && at.y > -margin && at.x < size.width + margin && at.y < size.height + margin;
}

function within(box: Box, size: { readonly width: number; readonly height: number }): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
}

/** Boxes that are taken, in cells, so that a new one is compared with its neighbours only. */
function occupied() {
  const CELL = 90;
  const cells = new Map<number, { readonly box: Box; readonly owner: number; readonly radius: number }[]>();
  const cellsOf = (box: Box): number[] => {
    const found: number[] = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++)
        found.push(x * 4096 + y);
    return found;
  };
  const meet = (a: Box, b: Box) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    /** `radius`: of a disc, over which the name of a much larger one may run. */
    add(box: Box, owner: number, radius = Number.POSITIVE_INFINITY) {
      for (const cell of cellsOf(box)) {
        const held = cells.get(cell);
        if (held) held.push({ box, owner, radius });
        else cells.set(cell, [{ box, owner, radius }]);
      }
    },
    free(box: Box, owner: number, radius = 0): boolean {
      return cellsOf(box).every(
        cell =>
          cells
            .get(cell)
            ?.every(held => held.owner === owner || held.radius < radius * 0.8 || !meet(held.box, box)) ??
          true,
      );
    },
  };
}
