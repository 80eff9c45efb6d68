/**
 * A comparison of two graphs for the page, which paints entities and names ties by their types: what became of an
 * entity stands as its type (and its own type as the subtype), what became of a tie as a sign before its type.
 */
import type { Bilingual, RelationGraph } from '../model.js';
import type { NodeTypeDefinition, RelationTypeDefinition, Schema } from '../schema/types.js';
import { FATE_COLORS, type Fate, fateSign } from './diff-graph.js';

const FATES: readonly Fate[] = ['appeared', 'vanished', 'changed', 'same'];
const LABELS: Readonly<Record<Fate, Bilingual>> = {
  appeared: { ar: 'ظهر', en: 'appeared' },
  vanished: { ar: 'اختفى', en: 'vanished' },
  changed: { ar: 'تغيّر', en: 'changed' },
  same: { ar: 'كما كان', en: 'as it was' },
};

/** A copy of the union that `diffGraph` made, with the schema that describes its types. */
export function diffPage(
  union: RelationGraph,
  schema: Schema,
): { readonly graph: RelationGraph; readonly schema: Schema } {
  const graph = union.copy() as RelationGraph;
  graph.forEachNode((id, node) => {
    graph.mergeNodeAttributes(id, { type: fateOf(node), subtype: node.type });
  });
  graph.forEachEdge((key, edge) => {
    graph.mergeEdgeAttributes(key, { type: `${fateSign(fateOf(edge))}${edge.type}` });
  });
  const relationTypes = FATES.flatMap(fate => schema.relationTypes.map(type => signed(type, fate)));
  return {
    graph,
    schema: { ...schema, nodeTypes: FATES.map(fate => nodeType(fate, schema)), relationTypes },
  };
}

function fateOf(attributes: object): Fate {
  return FATES.find(fate => 'change' in attributes && attributes.change === fate) ?? 'same';
}

function nodeType(fate: Fate, { nodeTypes }: Schema): NodeTypeDefinition {
  const [label, color] = [LABELS[fate], FATE_COLORS[fate]];
  const subtypes = nodeTypes.map(definition => ({ id: definition.type, label: definition.label }));
  return { type: fate, label, plural: label, color: { light: color, dark: color }, subtypes };
}

function signed(definition: RelationTypeDefinition, fate: Fate): RelationTypeDefinition {
  const sign = fateSign(fate);
  const withSign = ({ ar, en }: Bilingual) => ({ ar: `${sign}${ar}`, en: `${sign}${en}` });
  return { ...definition, type: `${sign}${definition.type}`, label: withSign(definition.label) };
}
