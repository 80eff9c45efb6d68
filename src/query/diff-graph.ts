/** Two graphs laid over each other as one, coloured by what changed. */
import type { EdgeAttributes, NodeAttributes, RelationGraph } from '../model.js';
import type { GraphDiff } from './diff.js';

/** What became of a node or an edge between two graphs. */
export type Fate = 'appeared' | 'vanished' | 'changed' | 'same';

/** Colour-blind safe (after Okabe and Ito): bluish green, vermilion, orange; grey for what stayed. */
export const FATE_COLORS: Readonly<Record<Fate, string>> = {
  appeared: '#009e73',
  vanished: '#d55e00',
  changed: '#e69f00',
  same: '#b0b0b0',
};

const SIGNS: Readonly<Record<Fate, string>> = { appeared: '+ ', vanished: '− ', changed: '± ', same: '' };

/** What stands before the label of a tie, so that the colour is not the only one to tell. */
export function fateSign(fate: Fate): string {
  return SIGNS[fate];
}

/** A colour for an edge, which the model leaves to the exporter's scale of tones. */
export type ColoredEdge = EdgeAttributes & { readonly change: Fate; readonly color: string };
export type ColoredNode = NodeAttributes & { readonly change: Fate };

/**
 * The union of both graphs, as in the new one where they share something. Nodes and edges carry `change`, and
 * `color` by {@link FATE_COLORS}; labels of edges begin with a {@link fateSign}.
 */
export function diffGraph(before: RelationGraph, after: RelationGraph, diff: GraphDiff): RelationGraph {
  const union = after.copy() as RelationGraph;
  before.forEachNode((id, attributes) => {
    if (!union.hasNode(id)) union.addNode(id, { ...attributes });
  });
  before.forEachEdge((edge, attributes, source, target) => {
    if (!union.hasEdge(edge)) union.addDirectedEdgeWithKey(edge, source, target, { ...attributes });
  });
  union.setAttribute('articles', { ...before.getAttribute('articles'), ...after.getAttribute('articles') });

  // An entity whose mentions were merely counted again has not changed in any way worth a colour.
  const renamed = diff.entities.changed.filter(
    ({ label, type }) => label !== undefined || type !== undefined,
  );
  const changedNodes = new Set(renamed.map(({ entity }) => entity.id));
  const changedEdges = new Set(diff.relations.changed.map(({ relation }) => relation.id));
  union.forEachNode(id => {
    const change = fateOf(before.hasNode(id), after.hasNode(id), changedNodes.has(id));
    union.mergeNodeAttributes(id, { change, color: FATE_COLORS[change] } as Partial<ColoredNode>);
  });
  union.forEachEdge(edge => {
    const change = fateOf(before.hasEdge(edge), after.hasEdge(edge), changedEdges.has(edge));
    const { label, labelEn } = union.getEdgeAttributes(edge);
    const labels = { label: `${fateSign(change)}${label}`, labelEn: `${fateSign(change)}${labelEn}` };
    union.mergeEdgeAttributes(edge, {
      ...labels,
      change,
      color: FATE_COLORS[change],
    } as Partial<ColoredEdge>);
  });
  return union;
}

function fateOf(wasThere: boolean, isThere: boolean, changed: boolean): Fate {
  if (!wasThere) return 'appeared';
  if (!isThere) return 'vanished';
  return changed ? 'changed' : 'same';
}
