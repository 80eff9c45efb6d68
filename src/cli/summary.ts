import type { BuildResult } from '../pipeline/build.js';
import type { SkippedLog } from '../pipeline/skipped.js';
import { relationType } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { table } from './table.js';

/** What a build did: for the end of its output, as text or as JSON. */
export interface Summary {
  readonly articles: number;
  /** Articles that were copies of others. */
  readonly copies: number;
  /** Articles that were extracted now; the others were kept from an earlier build. */
  readonly extracted: number;
  readonly skipped: { readonly total: number; readonly byReason: Readonly<Record<string, number>> };
  readonly nodes: { readonly total: number; readonly byType: Readonly<Record<string, number>> };
  readonly edges: { readonly total: number; readonly byType: Readonly<Record<string, number>> };
  readonly statements: number;
  readonly strongest: readonly StrongTie[];
  readonly files: readonly string[];
}

export interface StrongTie {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly polarity: string;
  readonly statements: number;
  readonly sources: number;
}

const STRONGEST = 8;

export function summarize(
  { graph, articles, copies, extracted }: BuildResult,
  skipped: SkippedLog,
  files: readonly string[],
): Summary {
  const nodes = graph.mapNodes((_, { type }) => type);
  const edges = graph.mapEdges((key, attributes, source, target) => ({ key, attributes, source, target }));
  const strongest = edges
    .sort(
      (a, b) =>
        b.attributes.sources - a.attributes.sources ||
        b.attributes.weight - a.attributes.weight ||
        (a.key < b.key ? -1 : 1),
    )
    .slice(0, STRONGEST)
    .map(({ attributes, source, target }) => ({
      subject: graph.getNodeAttribute(source, 'label'),
      type: attributes.type,
      object: graph.getNodeAttribute(target, 'label'),
      polarity: attributes.polarity,
      statements: attributes.weight,
      sources: attributes.sources,
    }));
  return {
    articles,
    copies,
    extracted,
    skipped: { total: skipped.total, byReason: sorted(skipped.byReason) },
    nodes: { total: nodes.length, byType: count(nodes) },
    edges: { total: edges.length, byType: count(edges.map(({ attributes }) => attributes.type)) },
    statements: edges.reduce((sum, { attributes }) => sum + attributes.weight, 0),
    strongest,
    files,
  };
}

function count(items: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return sorted(counts);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

export function summaryText(summary: Summary, schema: Schema): string {
  const { articles, copies, extracted, skipped, nodes, edges, statements, strongest, files } = summary;
  const kept = articles + copies - extracted;
  const parts = [
    `${articles} ${articles === 1 ? 'article' : 'articles'}${copies > 0 ? ` (and ${copies} copies of them)` : ''}` +
      (extracted > 0 && kept > 0 ? `, ${extracted} of them new or changed` : ''),
    `${nodes.total} nodes: ${list(nodes.byType)}`,
    `${edges.total} edges from ${statements} statements: ${list(edges.byType)}`,
  ];
  if (skipped.total > 0) parts.splice(1, 0, `${skipped.total} left out: ${list(skipped.byReason)}`);
  const ties = table(
    ['sources', 'subject', 'relation', 'object'],
    strongest.map(({ subject, type, object, polarity, sources }) => [
      String(sources),
      subject,
      `${polarity === 'negated' ? 'not ' : ''}${relationType(schema, type).label.en}`,
      object,
    ]),
  );
  return `${parts.join('\n')}\n\nStrongest ties\n${ties}\n\nWritten\n${files.map(file => `  ${file}`).join('\n')}\n`;
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, number]) => `${number} ${name}`)
    .join(', ');
}
