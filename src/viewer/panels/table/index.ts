/** Nodes or ties as a table: sortable, filterable, and the way in for those who can not use the canvas. */
import { h, type JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EdgeItem, NodeItem } from '../../data/model.js';
import { formatNumber } from '../../text/strings.js';
import type { Page } from '../page.js';
import { edgeColumns, nodeColumns } from './columns.js';
import { Rows } from './rows.js';

export function Table({ page }: { readonly page: Page }): JSX.Element {
  const { data, seen, state } = page;
  const nodes = useMemo(() => data.nodes.filter(node => seen.nodes[node.index]), [data, seen]);
  const edges = useMemo(() => data.edges.filter(edge => seen.edges[edge.index]), [data, seen]);
  return h(
    'div',
    { class: 'table-view' },
    tabs(page),
    state.rows === 'nodes'
      ? h(Rows<NodeItem>, {
          key: 'nodes',
          page,
          items: nodes,
          columns: nodeColumns(page),
          first: 'rank',
          text: node => [node.label, node.labelEn, ...node.aliases].join(' '),
          id: node => node.id,
          save: 'nodes.csv',
        })
      : h(Rows<EdgeItem>, {
          key: 'edges',
          page,
          items: edges,
          columns: edgeColumns(page),
          first: 'weight',
          text: edge => edgeText(page, edge),
          id: edge => edge.key,
          save: 'edges.csv',
        }),
  );
}

/** What is looked for in a tie: its ends and its relation, in both languages. */
function edgeText({ data }: Page, edge: EdgeItem): string {
  const ends = [data.nodes[edge.source], data.nodes[edge.target]];
  const relation = data.relationTypes[edge.type]?.label;
  return [...ends.flatMap(node => [node?.label, node?.labelEn]), relation?.ar, relation?.en].join(' ');
}

function tabs({ state, seen, t, send }: Page): JSX.Element {
  return h(
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
        h('span', { class: 'head-count' }, formatNumber(rows === 'nodes' ? seen.nodeCount : seen.edgeCount)),
      ),
    ),
  );
}
