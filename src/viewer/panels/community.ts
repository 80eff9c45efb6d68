/** Communities: who they are and who matters in them. */
import { h, type JSX } from 'preact';
import { communityList } from '../data/communities.js';
import { communityColor } from '../draw/palette.js';
import { isolate } from '../text/bidi.js';
import { count } from '../text/nouns.js';
import { dot } from './marks.js';
import { nameOf, type Page, relationLabel } from './page.js';
import { tieRow } from './tie-row.js';
import { button, nodeLink, section } from './ui.js';

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
      dot(communityColor(number, page.palette), true),
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
