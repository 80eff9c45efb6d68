/** The world under the map view: its shapes, and where a place lies on it. */
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Data, NodeItem } from '../data/model.js';
import type { Palette } from './palette.js';

type Atlas = Topology<{ countries: GeometryCollection }>;

/** The map's plane is 2,000 units wide; y runs up, as sigma has it. */
const projection = geoEqualEarth().rotate([-12, 0]).scale(370).translate([0, 0]);

export interface World {
  readonly land: Path2D;
  readonly borders: Path2D;
  readonly sphere: Path2D;
  /** The same shapes as SVG path data. */
  readonly landData: string;
  readonly bordersData: string;
}

let made: World | undefined;

/** Reads the page's world atlas once, when the map is first opened. */
export function world(): World {
  if (made) return made;
  const atlas = JSON.parse(document.getElementById('world')?.textContent ?? '{}') as Atlas;
  const path = geoPath(projection).digits(1);
  const landData = path(feature(atlas, atlas.objects.countries)) ?? '';
  const bordersData = path(mesh(atlas, atlas.objects.countries)) ?? '';
  made = {
    land: new Path2D(landData),
    borders: new Path2D(bordersData),
    sphere: new Path2D(path({ type: 'Sphere' }) ?? ''),
    landData,
    bordersData,
  };
  return made;
}

/**
 * The place of every node that has one, on the map's plane; x, y by node number, NaN where it has none. Whoever
 * belongs to a country and has no place of their own stands in a ring around it, the most important first.
 */
export function mapPositions(data: Data): Float64Array {
  const positions = new Float64Array(data.nodes.length * 2).fill(Number.NaN);
  const countries = new Map<string, NodeItem>();
  for (const node of data.nodes) {
    const point = node.coordinates && projection([node.coordinates[1], node.coordinates[0]]);
    if (!point) continue;
    put(positions, node, point[0], -point[1]);
    if (node.iso !== undefined) countries.set(node.iso, node);
  }
  const around = new Map<NodeItem, NodeItem[]>();
  for (const node of data.nodes) {
    const country = node.coordinates ? undefined : countries.get(node.country ?? '');
    if (country) around.set(country, [...(around.get(country) ?? []), node]);
  }
  for (const [country, nodes] of around) {
    nodes.sort((a, b) => b.size - a.size || a.index - b.index);
    ring(positions, country, nodes);
  }
  return positions;
}

/** Room from the middle of a country to its first ring, and between the nodes and the rings. */
const FIRST_RING = (country: NodeItem) => 4 + country.size * 0.75;
const APART = 6.5;

function ring(positions: Float64Array, country: NodeItem, nodes: readonly NodeItem[]): void {
  const [x, y] = [positions[country.index * 2] ?? 0, positions[country.index * 2 + 1] ?? 0];
  let [radius, from] = [FIRST_RING(country), 0];
  while (from < nodes.length) {
    const room = Math.max(3, Math.floor((2 * Math.PI * radius) / APART));
    const here = nodes.slice(from, from + room);
    here.forEach((node, place) => {
      const angle = Math.PI / 2 + (2 * Math.PI * place) / here.length;
      put(positions, node, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    });
    from += room;
    radius += APART;
  }
}

function put(positions: Float64Array, node: NodeItem, x: number, y: number): void {
  positions[node.index * 2] = x;
  positions[node.index * 2 + 1] = y;
}

/** Draws the world under the given move from the map's plane (y down) to the screen. */
export function drawWorld(
  context: CanvasRenderingContext2D,
  move: { readonly scale: number; readonly x: number; readonly y: number },
  ratio: number,
  palette: Palette,
): void {
  const { land, borders, sphere } = world();
  context.save();
  context.setTransform(move.scale * ratio, 0, 0, move.scale * ratio, move.x * ratio, move.y * ratio);
  context.fillStyle = palette.sea;
  context.fill(sphere);
  context.fillStyle = palette.land;
  context.fill(land);
  context.strokeStyle = palette.border;
  context.lineWidth = 0.8 / move.scale;
  context.stroke(borders);
  context.restore();
}
