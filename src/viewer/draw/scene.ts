/** Which nodes and ties are on the canvas, and how each looks. Derived from the state; changes nothing. */

import { MODALITIES } from '../../export/html-rows.js';
import type { Visible } from '../data/filters.js';
import type { Data, EdgeItem, NodeItem } from '../data/model.js';
import { neighbourhood, shortestPath } from '../data/path.js';
import { twinOf } from '../data/ranking.js';
import { toneOf } from '../data/tone.js';
import type { State } from '../state/state.js';
import { curvatures } from './curves.js';
import { mix, nodeColor, type Palette, tieColor, withAlpha } from './palette.js';
import type { Stroke } from './tie-program.js';

export interface Scene {
  readonly nodes: readonly NodeItem[];
  readonly edges: readonly EdgeItem[];
  readonly curvature: ReadonlyMap<number, number>;
  /** Visible ties that are left out because so many lines would hide each other. */
  readonly spared: number;
  /** Visible nodes that have no place on the map. */
  readonly unplaced: number;
}

/** More lines than this make a felt, not a picture. */
export const TIE_LIMIT = 1200;
/** A few more are no reason to leave any out. */
const TIE_TOLERANCE = 2000;

/** What the map adds to the state: who has a place on it, and whether one looks closely enough for all of them. */
export interface MapSight {
  readonly placed: (node: NodeItem) => boolean;
  readonly close: boolean;
}

export function buildScene(data: Data, seen: Visible, state: State, sight: MapSight): Scene {
  const onMap = state.view === 'map';
  const near = state.focus && neighbourhood(data, seen, state.focus.node, state.focus.steps);
  const chosen = onMap ? (emphasis(data, seen, state, undefined)?.heart ?? new Set()) : new Set();
  const stands = (node: NodeItem) =>
    seen.nodes[node.index] === 1 &&
    (!near || near.has(node.index)) &&
    (!onMap ||
      node.coordinates !== undefined ||
      (sight.placed(node) && (sight.close || chosen.has(node.index) || near !== undefined)));
  // Those drawn last lie on top: the important ones.
  const nodes = data.nodes.filter(stands).sort((a, b) => a.size - b.size || a.index - b.index);
  const placed = new Set(nodes.map(node => node.index));
  const possible = data.edges.filter(
    edge =>
      seen.edges[edge.index] === 1 &&
      edge.source !== edge.target &&
      placed.has(edge.source) &&
      placed.has(edge.target),
  );
  const edges = state.allTies ? possible : strongestTies(data, seen, state, possible);
  return {
    nodes,
    edges,
    curvature: curvatures(edges, onMap ? 0.18 : 0),
    spared: possible.length - edges.length,
    unplaced: onMap ? data.nodes.filter(node => seen.nodes[node.index] && !sight.placed(node)).length : 0,
  };
}

/** The strongest ties, each node's strongest one, and all that the reader has asked for. */
function strongestTies(
  data: Data,
  seen: Visible,
  state: State,
  possible: readonly EdgeItem[],
): readonly EdgeItem[] {
  if (possible.length <= TIE_TOLERANCE) return possible;
  const wanted = wantedTies(data, seen, state);
  const ranked = [...possible].sort((a, b) => b.strength - a.strength || a.index - b.index);
  const chosen = new Set<number>();
  const reached = new Set<number>();
  for (const edge of ranked) {
    const first = !reached.has(edge.source) || !reached.has(edge.target);
    if (!first && !wanted.has(edge.index) && chosen.size >= TIE_LIMIT) continue;
    if (first && chosen.size >= TIE_LIMIT * 1.5 && !wanted.has(edge.index)) continue;
    chosen.add(edge.index);
    reached.add(edge.source);
    reached.add(edge.target);
  }
  return possible.filter(edge => chosen.has(edge.index));
}

function wantedTies(data: Data, seen: Visible, state: State): ReadonlySet<number> {
  const { selection, focus } = state;
  const at = (node: number | undefined) => (node === undefined ? [] : (data.edgesAt[node] ?? []));
  const wanted = new Set<number>(at(focus?.node));
  if (selection.kind === 'node') for (const edge of at(selection.node)) wanted.add(edge);
  if (selection.kind === 'edge') wanted.add(selection.edge);
  for (const edge of pathOf(data, seen, state) ?? []) wanted.add(edge.index);
  return wanted;
}

export function pathOf(data: Data, seen: Visible, state: State): readonly EdgeItem[] | undefined {
  const { selection } = state;
  if (selection.kind !== 'path' || selection.from === undefined || selection.to === undefined)
    return undefined;
  return shortestPath(data, seen, selection.from, selection.to);
}

// ---------------------------------------------------------------- emphasis

/** What the reader points at or has chosen: these stand out and the rest steps back. */
export interface Emphasis {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
  /** The chosen ones themselves, without their neighbours. */
  readonly heart: ReadonlySet<number>;
}

export type Hover = { readonly node: number } | { readonly edge: number } | undefined;

export function emphasis(data: Data, seen: Visible, state: State, hover: Hover): Emphasis | undefined {
  if (hover && 'node' in hover) return aroundNode(data, seen, hover.node);
  if (hover && 'edge' in hover) return onEdges(data, [hover.edge]);
  const { selection } = state;
  if (selection.kind === 'node') return aroundNode(data, seen, selection.node);
  if (selection.kind === 'edge') {
    // What is denied is read beside what is said, and seen beside it.
    const edge = data.edges[selection.edge];
    const twin = edge && twinOf(data, edge);
    return onEdges(data, twin ? [selection.edge, twin.index] : [selection.edge]);
  }
  if (selection.kind === 'community') return inCommunity(data, seen, selection.community);
  if (selection.kind === 'path') {
    const path = pathOf(data, seen, state);
    if (path)
      return onEdges(
        data,
        path.map(edge => edge.index),
      );
    const ends = [selection.from, selection.to].filter(end => end !== undefined);
    return ends.length === 0 ? undefined : { nodes: new Set(ends), edges: new Set(), heart: new Set(ends) };
  }
  return undefined;
}

function aroundNode(data: Data, seen: Visible, node: number): Emphasis {
  const nodes = new Set([node]);
  const edges = new Set<number>();
  for (const number of data.edgesAt[node] ?? []) {
    const edge = data.edges[number];
    if (!edge || !seen.edges[number]) continue;
    edges.add(number);
    nodes.add(edge.source).add(edge.target);
  }
  return { nodes, edges, heart: new Set([node]) };
}

function onEdges(data: Data, numbers: readonly number[]): Emphasis {
  const nodes = new Set<number>();
  for (const number of numbers) {
    const edge = data.edges[number];
    if (edge) nodes.add(edge.source).add(edge.target);
  }
  return { nodes, edges: new Set(numbers), heart: nodes };
}

function inCommunity(data: Data, seen: Visible, community: number): Emphasis {
  const inside = (node: number) => data.nodes[node]?.community === community;
  const nodes = new Set(
    data.nodes.filter(node => seen.nodes[node.index] && inside(node.index)).map(node => node.index),
  );
  const edges = data.edges.filter(
    edge => seen.edges[edge.index] && nodes.has(edge.source) && nodes.has(edge.target),
  );
  return { nodes, edges: new Set(edges.map(edge => edge.index)), heart: new Set() };
}

// ---------------------------------------------------------------- looks

export interface TieLook {
  readonly color: string;
  readonly size: number;
  readonly stroke: Stroke;
  readonly arrow: boolean;
  readonly zIndex: number;
}

/** Colour by tone, width by support, stroke by polarity and modality. */
export function tieLook(
  data: Data,
  edge: EdgeItem,
  support: number,
  palette: Palette,
  crowd: number,
  stress: Emphasis | undefined,
): TieLook {
  const stressed = stress?.edges.has(edge.index) ?? false;
  const stroke = strokeOf(edge);
  const width = 1.1 + 0.95 * Math.log2(1 + support) * (crowd > 600 ? 0.4 : 1);
  const past = MODALITIES[edge.modality] === 'past';
  // What happens stands out from what merely is.
  const state = toneOf(data, edge) === 'neutral' && !edge.negated;
  const rest =
    (crowd > 600 ? 0.34 : crowd > 200 ? 0.55 : 0.72) * (past ? 0.7 : 1) * (state && crowd > 200 ? 0.62 : 1);
  // A hub's hundreds of ties must not become one grey wedge.
  const many = (stress?.edges.size ?? 0) > 80;
  const alpha = stress === undefined ? rest : !stressed ? 0.1 : many ? 0.5 : 0.95;
  return {
    color: withAlpha(tieColor(data, edge, palette), alpha),
    size:
      Math.max(stroke === 'double' ? 3.4 : 0, Math.min(5.5, width * (many ? 0.6 : 1))) +
      (stressed && !many ? 0.5 : 0),
    stroke,
    arrow: !(data.relationTypes[edge.type]?.symmetric ?? false),
    zIndex: stressed ? 1 : 0,
  };
}

export function strokeOf(edge: EdgeItem): Stroke {
  if (edge.negated) return 'double';
  const modality = MODALITIES[edge.modality];
  return modality === 'planned' ? 'dashed' : modality === 'alleged' ? 'dotted' : 'solid';
}

export interface NodeLook {
  readonly color: string;
  readonly size: number;
  readonly zIndex: number;
}

export function nodeLook(
  data: Data,
  node: NodeItem,
  state: State,
  palette: Palette,
  stress: Emphasis | undefined,
): NodeLook {
  const color = nodeColor(data, node, state, palette);
  const back = stress !== undefined && !stress.nodes.has(node.index);
  return {
    color: back ? `${mix(palette.paper, color, 0.6)}4c` : `${color}ff`,
    size: node.size,
    zIndex: back ? 0 : 1,
  };
}
