/** Communities: who they are and who matters in them. */
import { h, type JSX } from 'preact';
import type { Data, NodeItem } from '../data/model.js';
import { communityColor } from '../draw/palette.js';
import { isolate } from '../text/bidi.js';
import { count } from '../text/strings.js';
import { nameOf, type Page, relationLabel } from './page.js';
import { tieRow } from './tie-row.js';
import { button, nodeLink, section } from './ui.js';

export interface Community {
  readonly number: number;
  /** The most important first. */
  readonly members: readonly NodeItem[];
}

const lists = new WeakMap<Data, readonly Community[]>();

/** Communities of two members and more, the largest first. */
export function communityList(data: Data): readonly Community[] {
  let list = lists.get(data);
  if (!list) {
    const members = new Map<number, NodeItem[]>();
    for (const node of data.nodes) {
      const found = members.get(node.community);
      if (found) found.push(node);
      else members.set(node.community, [node]);
    }
    list = [...members]
      .map(([number, nodes]) => ({
        number,
        members: nodes.sort((a, b) => b.pagerank - a.pagerank || a.index - b.index),
      }))
      .filter(community => community.members.length > 1)
      .sort((a, b) => b.members.length - a.members.length || a.number - b.number);
    lists.set(data, list);
  }
  return list;
}

/** A community goes by its key members' names. */
export function communityTitle(page: Page, number: number, names = 3): string {
  const members = communityList(page.data).find(community => community.number === number)?.members ?? [];
  const separator = page.state.language === 'ar' ? '، ' : ', ';
  return members
    .slice(0, names)
    .map(node => isolate(nameOf(page, node)))
    .join(separator);
}

export function communityReader(page: Page, number: number): JSX.Element {
  const { data, t, seen, state } = page;
  const members = (communityList(data).find(community => community.number === number)?.members ?? []).filter(
    node => seen.nodes[node.index],
  );
  const inside = new Set(members.map(node => node.index));
  const ties = data.edges
    .filter(edge => seen.edges[edge.index] && inside.has(edge.source) && inside.has(edge.target))
    .sort((a, b) => b.strength - a.strength);
  return h(
    'div',
    { class: 'reader-content' },
    h(
      'header',
      { class: 'reader-head' },
      h('span', {
        class: 'dot large',
        style: { '--color': communityColor(number, page.palette) } as Record<string, string>,
        'aria-hidden': 'true',
      }),
      h(
        'div',
        null,
        h('p', { class: 'kind' }, `${t('community')} · ${count(state.language, 'member', members.length)}`),
        h('h2', null, communityTitle(page, number)),
      ),
    ),
    h(
      'div',
      { class: 'actions' },
      button({
        label: t('showOnCanvas'),
        icon: 'locate',
        onClick: () => page.do.fit(members.map(node => node.index)),
      }),
      state.colouring === 'community'
        ? null
        : button({
            label: t('colourByCommunity'),
            icon: 'graph',
            onClick: () => page.send({ do: 'colouring', colouring: 'community' }),
          }),
    ),
    section(
      t('members'),
      h(
        'ul',
        { class: 'plain-list members' },
        members.slice(0, 40).map(node => h('li', { key: node.id }, nodeLink(page, node))),
      ),
    ),
    section(
      t('strongestTies'),
      h(
        'ul',
        { class: 'plain-list' },
        ties.slice(0, 20).map(edge => tieRow(page, edge, relationLabel(page, edge))),
      ),
    ),
  );
}
