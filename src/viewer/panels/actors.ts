/** Who matters most: of all nodes, or of one type. */
import { h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NodeItem } from '../data/model.js';
import { ranking } from '../data/ranking.js';
import { nameOf, type Page, typeLabel } from './page.js';
import { disc, isolated, section } from './ui.js';

const MOST = 10;

export function Actors({ page }: { readonly page: Page }): JSX.Element {
  const { data, seen, state, t } = page;
  const [type, setType] = useState<number | undefined>(undefined);
  const { nodes } = ranking(data, seen);
  const used = data.nodeTypes.map((_, number) => number).filter(number => nodes.some(n => n.type === number));
  const kind = used.length > 1 && used.includes(type ?? -1) ? type : undefined;
  const actors = nodes.filter(node => kind === undefined || node.type === kind).slice(0, MOST);
  const highest = actors[0]?.pagerank ?? 1;
  const choice = (number: number | undefined, label: string) =>
    h(
      'button',
      {
        type: 'button',
        key: label,
        'data-actors': number === undefined ? 'all' : (data.nodeTypes[number]?.type ?? ''),
        'aria-pressed': String(kind === number),
        onClick: () => setType(number),
      },
      label,
    );
  return section(t('keyActors'), [
    used.length < 2
      ? null
      : h(
          'div',
          { class: 'segments tiny', role: 'group', 'aria-label': t('keyActors') },
          choice(undefined, t('all')),
          used.map(number => choice(number, data.nodeTypes[number]?.plural[state.language] ?? '')),
        ),
    h(
      'ol',
      { class: 'plain-list actors', id: 'actors' },
      actors.map(node => actor(page, node, node.pagerank / highest, kind === undefined)),
    ),
  ]);
}

function actor(page: Page, node: NodeItem, share: number, withType: boolean): JSX.Element {
  return h(
    'li',
    { key: node.id },
    h(
      'button',
      {
        type: 'button',
        class: 'actor',
        onClick: () => {
          page.send({ do: 'select', selection: { kind: 'node', node: node.index } });
          page.do.fly(node.index);
        },
      },
      disc(page, node),
      h('span', { class: 'actor-name' }, isolated(nameOf(page, node))),
      withType ? h('span', { class: 'actor-type' }, typeLabel(page, node)) : null,
      h(
        'span',
        { class: 'actor-bar', 'aria-hidden': 'true' },
        h('span', { style: { inlineSize: `${100 * share}%` } }),
      ),
    ),
  );
}
