/** What the reading panel shows before anything is chosen: how much there is, who matters, what is strongest. */
import { h, type JSX } from 'preact';
import { isoDay } from '../data/days.js';
import { communityColor } from '../draw/palette.js';
import { count, formatNumber } from '../text/strings.js';
import { communityList, communityTitle } from './community.js';
import { dateText, nameOf, type Page, relationLabel, typeLabel } from './page.js';
import { tieRow } from './tie-row.js';
import { windowOf } from './timeline.js';
import { button, disc, isolated, section } from './ui.js';

export function overview(page: Page): JSX.Element {
  const { data, t, seen, state, send } = page;
  const actors = data.nodes
    .filter(node => seen.nodes[node.index])
    .sort((a, b) => b.pagerank - a.pagerank || a.index - b.index)
    .slice(0, 10);
  const highest = actors[0]?.pagerank ?? 1;
  const ties = data.edges
    .filter(edge => seen.edges[edge.index])
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 8);
  const span = windowOf(data);
  const figures: readonly (readonly [number, string])[] = [
    [seen.nodeCount, t('nodes')],
    [seen.edgeCount, t('edges')],
    [seen.statementCount, t('statements')],
  ];
  const left = data.left.nodes + data.left.edges + data.left.statements > 0;
  return h(
    'div',
    { class: 'reader-content overview', key: 'overview' },
    h(
      'header',
      { class: 'reader-head' },
      h(
        'div',
        null,
        h('p', { class: 'kind' }, t('overview')),
        h('h2', null, data.title === 'Rawabit' ? t('seed') : isolated(data.title)),
      ),
    ),
    h(
      'dl',
      { class: 'figures' },
      figures.map(([value, label]) =>
        h('div', { key: label }, h('dt', null, label), h('dd', null, formatNumber(value))),
      ),
    ),
    h(
      'p',
      { class: 'measure' },
      count(state.language, 'article', data.articles.length),
      span ? ` · ${dateText(page, isoDay(span[0]))} – ${dateText(page, isoDay(span[1]))}` : '',
    ),
    left
      ? h(
          'p',
          { class: 'note boxed', id: 'left-out' },
          t('leftOut', { nodes: data.left.nodes, edges: data.left.edges, statements: data.left.statements }),
        )
      : null,
    h(
      'div',
      { class: 'actions' },
      button({
        label: t('path'),
        icon: 'path',
        id: 'path-open',
        onClick: () => send({ do: 'select', selection: { kind: 'path', from: undefined, to: undefined } }),
      }),
      state.hidden.size > 0
        ? button({
            label: `${count(state.language, 'hidden', state.hidden.size)} · ${t('unhide')}`,
            icon: 'hide',
            id: 'unhide',
            onClick: () => send({ do: 'unhide' }),
          })
        : null,
    ),
    section(
      t('keyActors'),
      h(
        'ol',
        { class: 'plain-list actors' },
        actors.map(node =>
          h(
            'li',
            { key: node.id },
            h(
              'button',
              {
                type: 'button',
                class: 'actor',
                onClick: () => {
                  send({ do: 'select', selection: { kind: 'node', node: node.index } });
                  page.do.fly(node.index);
                },
              },
              disc(page, node),
              h('span', { class: 'actor-name' }, isolated(nameOf(page, node))),
              h('span', { class: 'actor-type' }, typeLabel(page, node)),
              h(
                'span',
                { class: 'actor-bar', 'aria-hidden': 'true' },
                h('span', { style: { inlineSize: `${(100 * node.pagerank) / highest}%` } }),
              ),
            ),
          ),
        ),
      ),
    ),
    section(
      t('strongestTies'),
      h(
        'ul',
        { class: 'plain-list' },
        ties.map(edge => tieRow(page, edge, relationLabel(page, edge))),
      ),
    ),
    communities(page),
  );
}

function communities(page: Page): JSX.Element | null {
  const list = communityList(page.data).slice(0, 6);
  if (list.length < 2) return null;
  return section(
    page.t('communities'),
    h(
      'ul',
      { class: 'plain-list' },
      list.map(community =>
        h(
          'li',
          { key: community.number },
          h(
            'button',
            {
              type: 'button',
              class: 'community-link',
              onClick: () =>
                page.send({ do: 'select', selection: { kind: 'community', community: community.number } }),
            },
            h('span', {
              class: 'dot',
              style: { '--color': communityColor(community.number, page.palette) } as Record<string, string>,
              'aria-hidden': 'true',
            }),
            h('span', null, communityTitle(page, community.number)),
            h('span', { class: 'tie-weight' }, formatNumber(community.members.length)),
          ),
        ),
      ),
    ),
  );
}
