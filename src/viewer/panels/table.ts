/** Nodes or ties as a table: sortable, filterable, and the way in for those who can not use the canvas. */
import { h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { MODALITIES } from '../../export/html-payload.js';
import { fold } from '../data/fold.js';
import type { EdgeItem, NodeItem } from '../data/model.js';
import type { StringKey } from '../text/strings.js';
import { formatNumber } from '../text/strings.js';
import { nameOf, otherNameOf, type Page, relationLabel, subtypeLabel, typeLabel } from './page.js';
import { button, isolated, nodeLink } from './ui.js';

interface Column<T> {
  readonly key: string;
  readonly label: StringKey;
  readonly value: (item: T) => string | number;
  readonly cell?: (item: T) => JSX.Element | string;
  readonly numeric?: boolean;
}

const PAGE_ROWS = 100;

export function Table({ page }: { readonly page: Page }): JSX.Element {
  const { data, seen, state, t, send } = page;
  const nodes = state.rows === 'nodes';
  return h(
    'div',
    { class: 'table-view' },
    h(
      'div',
      { class: 'segments', role: 'group', 'aria-label': t('viewTable') },
      (['nodes', 'edges'] as const).map(rows =>
        h(
          'button',
          {
            type: 'button',
            key: rows,
            id: `rows-${rows}`,
            'aria-pressed': String(state.rows === rows),
            onClick: () => send({ do: 'view', view: 'table', rows }),
          },
          `${t(rows)} `,
          h(
            'span',
            { class: 'head-count' },
            formatNumber(rows === 'nodes' ? seen.nodeCount : seen.edgeCount),
          ),
        ),
      ),
    ),
    nodes
      ? h(Rows<NodeItem>, {
          key: 'nodes',
          page,
          items: data.nodes.filter(node => seen.nodes[node.index]),
          columns: nodeColumns(page),
          first: 'rank',
          text: node => [node.label, node.labelEn, ...node.aliases].join(' '),
          id: node => node.id,
          save: 'nodes.csv',
        })
      : h(Rows<EdgeItem>, {
          key: 'edges',
          page,
          items: data.edges.filter(edge => seen.edges[edge.index]),
          columns: edgeColumns(page),
          first: 'weight',
          text: edge =>
            [edge.source, edge.target]
              .map(end => `${data.nodes[end]?.label} ${data.nodes[end]?.labelEn}`)
              .join(' ') + relationLabel(page, edge),
          id: edge => edge.key,
          save: 'edges.csv',
        }),
  );
}

function nodeColumns(page: Page): Column<NodeItem>[] {
  return [
    {
      key: 'name',
      label: 'name',
      value: node => nameOf(page, node),
      cell: node => nodeLink(page, node) ?? '',
    },
    {
      key: 'other',
      label: 'otherName',
      value: node => otherNameOf(page, node),
      cell: node => isolated(otherNameOf(page, node)),
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
  ];
}

function visibleTies(page: Page, node: NodeItem): number {
  return (page.data.edgesAt[node.index] ?? []).reduce((sum, edge) => sum + (page.seen.edges[edge] ?? 0), 0);
}

function edgeColumns(page: Page): Column<EdgeItem>[] {
  const { data, t, seen } = page;
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
    { key: 'weight', label: 'weight', value: edge => seen.support[edge.index] ?? 0, numeric: true },
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

interface RowsProps<T> {
  readonly page: Page;
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
  /** Sorted by this column at first, downwards. */
  readonly first: string;
  readonly text: (item: T) => string;
  readonly id: (item: T) => string;
  readonly save: 'nodes.csv' | 'edges.csv';
}

function Rows<T>(props: RowsProps<T>): JSX.Element {
  const { page, columns, items } = props;
  const { t } = page;
  const [order, setOrder] = useState({ key: props.first, down: true });
  const [query, setQuery] = useState('');
  const [start, setStart] = useState(0);
  const wanted = fold(query);
  const found = wanted === '' ? items : items.filter(item => fold(props.text(item)).includes(wanted));
  const column = columns.find(one => one.key === order.key);
  const collator = new Intl.Collator(page.state.language);
  const sorted = column
    ? [...found].sort((a, b) => compare(column.value(a), column.value(b), collator) * (order.down ? -1 : 1))
    : found;
  const from = Math.min(start, Math.max(0, Math.floor((sorted.length - 1) / PAGE_ROWS) * PAGE_ROWS));
  const shown = sorted.slice(from, from + PAGE_ROWS);
  const sort = (key: string, numeric: boolean) => {
    setOrder(order.key === key ? { key, down: !order.down } : { key, down: numeric });
    setStart(0);
  };
  return h(
    'div',
    { class: 'table-part' },
    h(
      'div',
      { class: 'table-tools' },
      h('input', {
        type: 'search',
        class: 'table-filter',
        id: 'table-filter',
        dir: 'auto',
        placeholder: t('tableFilter'),
        'aria-label': t('tableFilter'),
        value: query,
        onInput: (event: Event) => {
          setQuery((event.target as HTMLInputElement).value);
          setStart(0);
        },
      }),
      h(
        'span',
        { class: 'table-range', role: 'status' },
        t('rowsOf', {
          from: sorted.length === 0 ? 0 : from + 1,
          to: from + shown.length,
          all: sorted.length,
        }),
      ),
      button({
        label: t('previousPage'),
        icon: 'back',
        bare: true,
        disabled: from === 0,
        onClick: () => setStart(Math.max(0, from - PAGE_ROWS)),
      }),
      button({
        label: t('nextPage'),
        icon: 'forward',
        bare: true,
        disabled: from + PAGE_ROWS >= sorted.length,
        onClick: () => setStart(from + PAGE_ROWS),
      }),
      button({ label: t('csv'), icon: 'save', id: 'table-csv', onClick: () => page.do.save(props.save) }),
    ),
    h(
      'div',
      {
        class: 'table-scroll',
        tabIndex: 0,
        role: 'region',
        'aria-label': t(props.save === 'nodes.csv' ? 'nodes' : 'edges'),
      },
      h(
        'table',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            columns.map(one =>
              h(
                'th',
                {
                  key: one.key,
                  scope: 'col',
                  class: one.numeric ? 'numeric' : '',
                  'aria-sort': order.key === one.key ? (order.down ? 'descending' : 'ascending') : 'none',
                },
                h(
                  'button',
                  {
                    type: 'button',
                    onClick: () => sort(one.key, one.numeric ?? false),
                    'data-sort': one.key,
                  },
                  t(one.label),
                  h(
                    'span',
                    { class: 'sort', 'aria-hidden': 'true' },
                    order.key === one.key ? (order.down ? '↓' : '↑') : '',
                  ),
                ),
              ),
            ),
          ),
        ),
        h(
          'tbody',
          null,
          shown.map(item =>
            h(
              'tr',
              { key: props.id(item) },
              columns.map(one =>
                h(
                  'td',
                  { key: one.key, class: one.numeric ? 'numeric' : '' },
                  one.cell ? one.cell(item) : display(one.value(item)),
                ),
              ),
            ),
          ),
        ),
      ),
      sorted.length === 0 ? h('p', { class: 'note' }, t('nothingShown')) : null,
    ),
  );
}

function display(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : value;
}

function compare(a: string | number, b: string | number, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
