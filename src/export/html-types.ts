/** The types of nodes and relations that a graph uses: the schema's, and a plain one for what the schema lacks. */
import type { RelationGraph } from '../model.js';
import type { NodeTypeDefinition, RelationTypeDefinition, Schema } from '../schema/types.js';

export function usedNodeTypes(graph: RelationGraph, schema: Schema): NodeTypeDefinition[] {
  const used = new Set(graph.mapNodes((_key, node) => node.type));
  const defined = schema.nodeTypes.filter(definition => used.delete(definition.type));
  const color = { light: '#6b7280', dark: '#9ca3af' };
  const others = [...used].sort().map(type => {
    const label = { ar: type, en: type };
    return { type, label, plural: label, color, subtypes: [] };
  });
  return [...defined, ...others];
}

export function usedRelationTypes(graph: RelationGraph, schema: Schema): RelationTypeDefinition[] {
  const used = new Map(graph.mapEdges((_key, edge) => [edge.type, edge] as const));
  const defined = schema.relationTypes.filter(definition => used.delete(definition.type));
  const others = [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, edge]): RelationTypeDefinition => {
      const label = { ar: edge.label, en: edge.labelEn };
      const symmetric = edge.symmetric;
      return { type, kind: 'state', from: [], to: [], symmetric, label, meaning: label, group: 'other' };
    });
  return [...defined, ...others];
}
