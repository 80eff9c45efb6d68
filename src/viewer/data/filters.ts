/** What a reader may ask to see, and what of the graph then remains. */
import { NO_DAY } from './days.js';
import type { Data, NodeItem } from './model.js';

export interface Filters {
  /** Node types and subtypes that are switched off: `leader`, `organization/party`. */
  readonly offTypes: ReadonlySet<string>;
  readonly offRelations: ReadonlySet<string>;
  readonly offPolarity: ReadonlySet<string>;
  readonly offModality: ReadonlySet<string>;
  /** Numbers of article sources that are switched off. */
  readonly offSources: ReadonlySet<string>;
  readonly minSources: number;
  /** In hundredths. */
  readonly minConfidence: number;
  /** Days, both included. */
  readonly time: readonly [from: number, to: number] | undefined;
  /** Show nodes without any tie too. They are names that articles mention, and would crowd the first view. */
  readonly lonely: boolean;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_FILTERS: Filters = {
  offTypes: NONE,
  offRelations: NONE,
  offPolarity: NONE,
  offModality: NONE,
  offSources: NONE,
  minSources: 1,
  minConfidence: 0,
  time: undefined,
  lonely: false,
};

export type Facet =
  | 'type'
  | 'relation'
  | 'polarity'
  | 'modality'
  | 'source'
  | 'support'
  | 'confidence'
  | 'time';

const BIT: Readonly<Record<Facet, number>> = {
  type: 1,
  relation: 2,
  polarity: 4,
  modality: 8,
  source: 16,
  support: 32,
  confidence: 64,
  time: 128,
};

export interface Visible {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly statements: Uint8Array;
  /** Visible statements of an edge. */
  readonly support: Uint32Array;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly statementCount: number;
  /** How many edges, or nodes, an option of a facet would show under the other filters: `relation:visits`. */
  readonly counts: ReadonlyMap<string, number>;
  /** The statements that pass all filters but time, for the timeline. */
  readonly dated: Uint8Array;
}

export interface VisibleInput {
  readonly filters: Filters;
  readonly hidden: ReadonlySet<number>;
  readonly pinned: ReadonlySet<number>;
}

export function typeKey(data: Data, node: NodeItem): string {
  return data.nodeTypes[node.type]?.type ?? '';
}

export function isTypeOff(data: Data, node: NodeItem, filters: Filters): boolean {
  if (filters.offTypes.size === 0) return false;
  const type = typeKey(data, node);
  return filters.offTypes.has(type) || filters.offTypes.has(`${type}/${node.subtype ?? ''}`);
}

/** Is any filter set that can hide an edge? */
export function hasEdgeFilters(filters: Filters): boolean {
  return (
    filters.offRelations.size +
      filters.offPolarity.size +
      filters.offModality.size +
      filters.offSources.size >
      0 ||
    filters.minSources > 1 ||
    filters.minConfidence > 0 ||
    filters.time !== undefined
  );
}

export function activeFilters(filters: Filters): number {
  const sets = [
    filters.offTypes,
    filters.offRelations,
    filters.offPolarity,
    filters.offModality,
    filters.offSources,
  ];
  return (
    sets.filter(set => set.size > 0).length +
    Number(filters.minSources > 1) +
    Number(filters.minConfidence > 0) +
    Number(filters.time !== undefined)
  );
}

/** A node that no statement ties to another. In a graph without any tie all nodes are alike and none counts as lonely. */
function isLonely(data: Data, node: NodeItem): boolean {
  return data.edges.length > 0 && data.edgesAt[node.index]?.length === 0;
}

/** One pass over all statements: what remains, and what each option would add or leave. */
export function visible(data: Data, input: VisibleInput): Visible {
  const { filters, hidden, pinned } = input;
  const nodeOff = data.nodes.map(node => (isTypeOff(data, node, filters) && !pinned.has(node.index) ? 1 : 0));
  const edges = new Uint8Array(data.edges.length);
  const support = new Uint32Array(data.edges.length);
  const statements = new Uint8Array(data.columns.count);
  const dated = new Uint8Array(data.columns.count);
  const tally = newTally();
  const sourceOff = data.sources.map((_name, index) => filters.offSources.has(String(index)));
  const modalityOff = ['actual', 'past', 'planned', 'alleged'].map(name => filters.offModality.has(name));
  const { modality, source, confidence, firstDay, lastDay } = data.columns;
  let statementCount = 0;
  for (const edge of data.edges) {
    if (hidden.has(edge.source) || hidden.has(edge.target)) continue;
    const relation = data.relationTypes[edge.type]?.type ?? '';
    const polarity = edge.negated ? 'negated' : 'affirmed';
    let edgeFails = 0;
    if (nodeOff[edge.source] || nodeOff[edge.target]) edgeFails |= BIT.type;
    if (filters.offRelations.has(relation)) edgeFails |= BIT.relation;
    if (filters.offPolarity.has(polarity)) edgeFails |= BIT.polarity;
    if (edge.sources < filters.minSources) edgeFails |= BIT.support;
    let open = 0;
    for (let index = edge.from; index < edge.to; index++) {
      let fails = edgeFails;
      const from = source[index] ?? -1;
      const kind = modality[index] ?? 0;
      if (modalityOff[kind]) fails |= BIT.modality;
      if (from >= 0 && sourceOff[from]) fails |= BIT.source;
      if ((confidence[index] ?? 0) < filters.minConfidence) fails |= BIT.confidence;
      if (filters.time && !overlaps(filters.time, firstDay[index] ?? NO_DAY, lastDay[index] ?? NO_DAY))
        fails |= BIT.time;
      if ((fails & ~BIT.time) === 0) dated[index] = 1;
      if ((fails & ~BIT.modality) === 0) tally.add(edge.index, `modality:${kind}`);
      if ((fails & ~BIT.source) === 0 && from >= 0) tally.add(edge.index, `source:${from}`);
      if ((fails & ~BIT.relation) === 0) open |= BIT.relation;
      if ((fails & ~BIT.polarity) === 0) open |= BIT.polarity;
      if (fails !== 0) continue;
      statements[index] = 1;
      statementCount++;
      support[edge.index] = (support[edge.index] ?? 0) + 1;
      edges[edge.index] = 1;
    }
    if (open & BIT.relation) tally.add(edge.index, `relation:${relation}`);
    if (open & BIT.polarity) tally.add(edge.index, `polarity:${polarity}`);
  }
  const nodes = visibleNodes(data, input, nodeOff, edges);
  countNodes(data, input, edges, tally);
  return {
    nodes,
    edges,
    statements,
    support,
    nodeCount: sum(nodes),
    edgeCount: sum(edges),
    statementCount,
    counts: tally.counts,
    dated,
  };
}

function overlaps(time: readonly [number, number], first: number, last: number): boolean {
  return first !== NO_DAY && first <= time[1] && last >= time[0];
}

/** A node shows if a tie of it does, or while no filter narrows the ties; a lonely one only if asked for. */
function visibleNodes(
  data: Data,
  input: VisibleInput,
  nodeOff: readonly number[],
  edges: Uint8Array,
): Uint8Array {
  const narrowed = hasEdgeFilters(input.filters);
  return Uint8Array.from(data.nodes, node => {
    if (input.hidden.has(node.index)) return 0;
    if (input.pinned.has(node.index)) return 1;
    if (nodeOff[node.index]) return 0;
    if (isLonely(data, node)) return !narrowed && input.filters.lonely ? 1 : 0;
    if (!narrowed) return 1;
    return data.edgesAt[node.index]?.some(edge => edges[edge]) ? 1 : 0;
  });
}

/** Nodes of each type and subtype, and lonely ones, that the other filters leave. */
function countNodes(data: Data, input: VisibleInput, edges: Uint8Array, tally: Tally): void {
  const narrowed = hasEdgeFilters(input.filters);
  for (const node of data.nodes) {
    if (input.hidden.has(node.index)) continue;
    const off = isTypeOff(data, node, input.filters);
    if (isLonely(data, node)) {
      if (narrowed) continue;
      if (!off) tally.add(node.index, 'lonely');
      if (!input.filters.lonely) continue;
    }
    if (narrowed && !off && !data.edgesAt[node.index]?.some(edge => edges[edge])) continue;
    const type = typeKey(data, node);
    tally.add(node.index, `type:${type}`);
    if (node.subtype !== undefined) tally.add(node.index, `type:${type}/${node.subtype}`);
  }
}

interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  /** Counts an owner once under a key; owners come in order. */
  add(owner: number, key: string): void;
}

function newTally(): Tally {
  const counts = new Map<string, number>();
  const latest = new Map<string, number>();
  return {
    counts,
    add(owner, key) {
      if (latest.get(key) === owner) return;
      latest.set(key, owner);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
  };
}

function sum(mask: Uint8Array): number {
  let total = 0;
  for (const one of mask) total += one;
  return total;
}
