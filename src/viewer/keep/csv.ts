/** The shown nodes and ties as CSV. */
import { MODALITIES } from '../../export/html-rows.js';
import type { Visible } from '../data/filters.js';
import type { Data } from '../data/model.js';
import { plain } from '../text/bidi.js';

export function nodesCsv(data: Data, seen: Visible): string {
  const rows = data.nodes
    .filter(node => seen.nodes[node.index])
    .map(node => [
      node.id,
      node.label,
      node.labelEn,
      data.nodeTypes[node.type]?.type,
      node.subtype,
      node.iso,
      node.country,
      node.aliases.join('; '),
      node.mentions,
      node.articles,
      node.degree,
      node.pagerank,
      node.community,
      node.first,
      node.last,
      node.coordinates?.[0],
      node.coordinates?.[1],
    ]);
  const head =
    'id,label,labelEn,type,subtype,iso,country,aliases,mentions,articles,degree,pagerank,community,firstDate,lastDate,latitude,longitude';
  return csv(head.split(','), rows);
}

export function edgesCsv(data: Data, seen: Visible): string {
  const rows = data.edges
    .filter(edge => seen.edges[edge.index])
    .map(edge => {
      const [source, target] = [data.nodes[edge.source], data.nodes[edge.target]];
      const definition = data.relationTypes[edge.type];
      const evidence = data.statement(bestOf(data, seen, edge.from, edge.to)).evidence[0]?.text;
      return [
        source?.id,
        definition?.type,
        target?.id,
        source?.label,
        definition?.label.ar,
        target?.label,
        source?.labelEn,
        definition?.label.en,
        target?.labelEn,
        edge.negated ? 'negated' : 'affirmed',
        MODALITIES[edge.modality],
        seen.support[edge.index],
        edge.sources,
        edge.articles,
        edge.confidence,
        edge.first,
        edge.last,
        evidence,
      ];
    });
  const head =
    'source,type,target,sourceLabel,label,targetLabel,sourceLabelEn,labelEn,targetLabelEn,polarity,modality,statements,sources,articles,confidence,firstDate,lastDate,evidence';
  return csv(head.split(','), rows);
}

function bestOf(data: Data, seen: Visible, from: number, to: number): number {
  let best = from;
  for (let index = from; index < to; index++) {
    if (
      seen.statements[index] &&
      (data.columns.confidence[index] ?? 0) > (data.columns.confidence[best] ?? 0)
    )
      best = index;
  }
  return best;
}

type Cell = string | number | undefined;

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula is led by an apostrophe. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = plain(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
