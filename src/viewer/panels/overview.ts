/** What the reading panel shows before anything is chosen: how much there is, who matters, what is strongest. */
import { h, type JSX } from 'preact';
import { communityList } from '../data/communities.js';
import { isoDay } from '../data/days.js';
import type { EdgeItem } from '../data/model.js';
import { ranking } from '../data/ranking.js';
import { communityColor } from '../draw/palette.js';
import { count } from '../text/nouns.js';
import { formatNumber } from '../text/strings.js';
import { Actors } from './actors.js';
import { communityTitle } from './community.js';
import { dot } from './marks.js';
import { dateText, leftOutText, type Page, relationLabel } from './page.js';
import { tieRow } from './tie-row.js';
import { windowOf } from './timeline.js';
import { button, isolated, section } from './ui.js';

const MOST_TIES = 8;
const MOST_COMMUNITIES = 6;

export function overview(page: Page): JSX.Element {
  const { data, t, seen } = page;
  const { events, states, disputed } = ranking(data, seen);
  const { left } = data;
  return h(
    'div',
    { class: 'reader-content overview', key: 'overview' },
    h(
      'header',
      { class: 'reader-head' },
      h('h2', null, data.title === 'Rawabit' ? t('seed') : isolated(data.title)),
    ),
    figures(page),
    left.nodes + left.edges + left.statements > 0
      ? h(
          'p',
          { class: left.nodes + left.edges > 0 ? 'note boxed' : 'measure', id: 'left-out' },
          `${leftOutText(page, left)} ${t('whole')}`,
        )
      : null,
    actions(page),
    h(Actors, { page }),
    tieSection(page, t('strongestEvents'), events),
    tieSection(page, t('disputed'), disputed),
    tieSection(page, t('strongestStates'), states),
    communities(page),
    h('p', { class: 'note keys' }, t('keyboard')),
  );
}

function figures(page: Page): JSX.Element {
  const { data, t, seen, state } = page;
  const span = windowOf(data);
  const counted: readonly (readonly [number, string])[] = [
    [seen.nodeCount, t('nodes')],
    [seen.edgeCount, t('edges')],
    [seen.statementCount, t('statements')],
  ];
  return h(
    'div',
    null,
    h(
      'dl',
      { class: 'figures' },
      counted.map(([value, label]) =>
        h('div', { key: label }, h('dt', null, label), h('dd', null, formatNumber(value))),
      ),
    ),
    h(
      'p',
      { class: 'measure' },
      count(state.language, 'article', data.articles.length),
      span ? ` · ${dateText(page, isoDay(span[0]))} – ${dateText(page, isoDay(span[1]))}` : '',
    ),
  );
}

function actions({ t, state, send }: Page): JSX.Element {
  return h(
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
  );
}

function tieSection(page: Page, title: string, ties: readonly EdgeItem[]): JSX.Element | null {
  if (ties.length === 0) return null;
  return section(
    title,
    h(
      'ul',
      { class: 'plain-list' },
      ties.slice(0, MOST_TIES).map(edge => tieRow(page, edge, relationLabel(page, edge))),
    ),
  );
}

function communities(page: Page): JSX.Element | null {
  const list = communityList(page.data).slice(0, MOST_COMMUNITIES);
  if (list.length < 2) return null;
  return section(
    page.t('communities'),
    h(
      'ul',
      { class: 'plain-list' },
      list.map(({ number, members }) =>
        h(
          'li',
          { key: number },
          h(
            'button',
            {
              type: 'button',
              class: 'community-link',
              onClick: () => page.send({ do: 'select', selection: { kind: 'community', community: number } }),
            },
            dot(communityColor(number, page.palette)),
            h('span', null, communityTitle(page, number)),
            h('span', { class: 'tie-weight' }, formatNumber(members.length)),
          ),
        ),
      ),
    ),
  );
}
