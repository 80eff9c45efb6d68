/** The columns of the table: what each shows, and by what it is sorted. */
import { h, type JSX } from 'preact';
import { MODALITIES } from '../../../export/html-rows.js';
import type { EdgeItem, NodeItem } from '../../data/model.js';
import type { StringKey } from '../../text/strings.js';
import {
  nameOf,
  otherNameOf,
  type Page,
  relationLabel,
  statementsShown,
  subtypeLabel,
  typeLabel,
} from '../page.js';
import { isolated, nodeLink } from '../ui.js';

export interface Column<T> {
  readonly key: string;
  readonly label: StringKey;
  readonly value: (item: T) => string | number;
  readonly cell?: (item: T) => JSX.Element | string;
  readonly numeric?: boolean;
}

export function nodeColumns(page: Page): Column<NodeItem>[] {
  return [
    {
      key: 'name',
      label: 'name',
      value: node => nameOf(page, node),
      cell: node => nodeLink(page, node) ?? '',
    },
    {
      key: 'type',
      label: 'type',
      value: node => [typeLabel(page, node), subtypeLabel(page, node)].filter(Boolean).join(' · '),
    },
    { key: 'degree', label: 'degree', value: node => visibleTies(page, node), numeric: true },
    { key: 'mentions', label: 'mentions', value: node => node.mentions, numeric: true },
    { key: 'rank', label: 'rank', value: node => Math.round(node.pagerank * 1000), numeric: true },
    { key: 'first', label: 'firstDate', value: node => node.first ?? '' },
    { key: 'last', label: 'lastDate', value: node => node.last ?? '' },
    {
      key: 'other',
      label: 'otherName',
      value: node => otherNameOf(page, node),
      cell: node => isolated(otherNameOf(page, node)),
    },
  ];
}

function visibleTies(page: Page, node: NodeItem): number {
  return (page.data.edgesAt[node.index] ?? []).reduce((sum, edge) => sum + (page.seen.edges[edge] ?? 0), 0);
}

export function edgeColumns(page: Page): Column<EdgeItem>[] {
  const { data, t } = page;
  const state = (edge: EdgeItem) =>
    [edge.negated ? t('negated') : '', t(MODALITIES[edge.modality] ?? 'actual')].filter(Boolean).join(' · ');
  return [
    {
      key: 'from',
      label: 'subject',
      value: edge => nameOf(page, data.nodes[edge.source]),
      cell: edge => nodeLink(page, data.nodes[edge.source]) ?? '',
    },
    {
      key: 'relation',
      label: 'relation',
      value: edge => relationLabel(page, edge),
      cell: edge =>
        h(
          'button',
          {
            type: 'button',
            class: 'node-link relation-link',
            onClick: () => page.send({ do: 'select', selection: { kind: 'edge', edge: edge.index } }),
          },
          relationLabel(page, edge),
        ),
    },
    {
      key: 'to',
      label: 'object',
      value: edge => nameOf(page, data.nodes[edge.target]),
      cell: edge => nodeLink(page, data.nodes[edge.target]) ?? '',
    },
    { key: 'modality', label: 'modality', value: state },
    { key: 'weight', label: 'weight', value: edge => statementsShown(page, edge), numeric: true },
    { key: 'texts', label: 'texts', value: edge => edge.sources, numeric: true },
    {
      key: 'confidence',
      label: 'confidence',
      value: edge => Math.round(edge.confidence * 100),
      cell: edge => `${Math.round(edge.confidence * 100)}%`,
      numeric: true,
    },
    { key: 'first', label: 'firstDate', value: edge => edge.first ?? '' },
    { key: 'last', label: 'lastDate', value: edge => edge.last ?? '' },
  ];
}
