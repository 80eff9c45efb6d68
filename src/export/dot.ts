import type { EdgeAttributes, NodeAttributes, RelationGraph } from '../model.js';
import { edgeLabels, sortedEdges, sortedNodes } from './columns.js';
import type { Exporter } from './exporter.js';
import { oneLine } from './text.js';

/** The language of Graphviz. */
export const dot: Exporter = {
  name: 'dot',
  describe: 'DOT for Graphviz',
  loses: [
    'everything but ids, labels, types, colours, positions, weights, polarity and modality',
    'evidence, dates and articles',
  ],
  files: graph => [{ suffix: '.dot', chunks: writeDot(graph) }],
};

export function* writeDot(graph: RelationGraph): Iterable<string> {
  yield 'digraph rawabit {\n';
  yield '  graph [charset="UTF-8", overlap=false, outputorder=edgesfirst];\n';
  yield '  node [shape=ellipse, style=filled, fontcolor=white, fontname="Noto Sans Arabic"];\n';
  yield '  edge [fontname="Noto Sans Arabic", fontsize=10];\n';
  for (const id of sortedNodes(graph)) yield `  ${quoted(id)} [${node(graph.getNodeAttributes(id))}];\n`;
  for (const key of sortedEdges(graph)) {
    const ends = `${quoted(graph.source(key))} -> ${quoted(graph.target(key))}`;
    yield `  ${ends} [${edge(key, graph.getEdgeAttributes(key))}];\n`;
  }
  yield '}\n';
}

function node(attributes: NodeAttributes): string {
  const { label, labelEn, type, color, x, y } = attributes;
  const parts = [`label=${escaped(`${label}\n${labelEn}`)}`, `class=${quoted(type)}`];
  if (/^#[0-9a-f]{6}$/i.test(color)) parts.push(`fillcolor="${color}"`, `color="${color}"`);
  // "neato -n2" draws the nodes where the layout has put them.
  if (Number.isFinite(x) && Number.isFinite(y)) parts.push(`pos="${x},${y}"`);
  return parts.join(', ');
}

function edge(key: string, attributes: EdgeAttributes): string {
  const { type, modality, polarity, symmetric, weight } = attributes;
  const style = modality === 'planned' ? 'dashed' : modality === 'alleged' ? 'dotted' : 'solid';
  const labels = edgeLabels(attributes);
  const parts = [
    `label=${escaped(labels.ar)}`,
    `tooltip=${escaped(labels.en)}`,
    `class=${quoted(type)}`,
    `id=${escaped(key)}`,
    `style=${style}`,
  ];
  if (Number.isFinite(weight)) parts.push(`weight=${Math.max(1, Math.round(weight))}`);
  if (symmetric) parts.push('dir=none');
  if (polarity === 'negated') parts.push('arrowhead=tee', 'color="#999999"');
  return parts.join(', ');
}

/** A name: in DOT a backslash in quotes stands for itself, only the quotation mark needs one before it. */
function quoted(text: string): string {
  return `"${oneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A text that is shown: there `\N` and entities such as `&amp;` have a meaning, and `\n` breaks the line. */
function escaped(text: string): string {
  const lines = text
    .split('\n')
    .map(line => oneLine(line).replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('"', '\\"'));
  return `"${lines.join('\\n')}"`;
}
