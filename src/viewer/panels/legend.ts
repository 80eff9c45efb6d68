/** What colours, lines and signs mean, in a strip under the canvas. */
import { h, type JSX } from 'preact';
import { communityList } from '../data/communities.js';
import { communityColor, safeColor } from '../draw/palette.js';
import { signAddress } from '../draw/pictures.js';
import { communityTitle } from './community.js';
import { dot, stroke } from './marks.js';
import type { Page } from './page.js';
import { icon } from './ui.js';

export function legend(page: Page): JSX.Element {
  const { t, state, send } = page;
  return h(
    'details',
    { class: 'legend', id: 'legend', open: window.innerWidth > 900 },
    h('summary', null, h('span', null, t('legend')), icon('chevron')),
    h(
      'div',
      { class: 'legend-body' },
      h(
        'div',
        { class: 'segments tiny', role: 'group', 'aria-label': t('colouring') },
        (['type', 'community'] as const).map(colouring =>
          h(
            'button',
            {
              type: 'button',
              key: colouring,
              id: `colour-${colouring}`,
              'aria-pressed': String(state.colouring === colouring),
              onClick: () => send({ do: 'colouring', colouring }),
            },
            t(colouring === 'type' ? 'colourByType' : 'colourByCommunity'),
          ),
        ),
      ),
      state.colouring === 'type' ? types(page) : communities(page),
      h(
        'ul',
        { class: 'legend-list' },
        TONES.map(([tone, label]) =>
          h('li', { key: tone }, h('span', { class: `tone ${tone}`, 'aria-hidden': 'true' }), t(label)),
        ),
      ),
      h(
        'ul',
        { class: 'legend-list' },
        STROKES.map(([kind, label]) => h('li', { key: kind }, stroke(kind), t(label))),
      ),
    ),
  );
}

const TONES = [
  ['hostile', 'toneHostile'],
  ['neutral', 'toneNeutral'],
  ['cooperative', 'toneCooperative'],
] as const;

const STROKES = [
  ['solid', 'actual'],
  ['solid faded', 'past'],
  ['dashed', 'planned'],
  ['dotted', 'alleged'],
  ['double', 'negated'],
] as const;

function types(page: Page): JSX.Element {
  const { data, palette, state } = page;
  return h(
    'ul',
    { class: 'legend-list' },
    data.nodeTypes.map(definition => {
      const color = safeColor(palette.dark ? definition.color.dark : definition.color.light, palette.neutral);
      const sign = signAddress(definition.type, '#ffffff');
      return h(
        'li',
        { key: definition.type },
        h(
          'span',
          {
            class: 'disc tiny',
            style: { '--color': color } as Record<string, string>,
            'aria-hidden': 'true',
          },
          sign ? h('img', { src: sign, alt: '' }) : null,
        ),
        definition.plural[state.language],
      );
    }),
  );
}

function communities(page: Page): JSX.Element {
  const list = communityList(page.data).slice(0, 5);
  return h(
    'ul',
    { class: 'legend-list communities' },
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
          dot(communityColor(community.number, page.palette)),
          h('span', null, communityTitle(page, community.number, 2)),
        ),
      ),
    ),
  );
}
