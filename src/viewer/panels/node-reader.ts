/** A node: its names, what is known of it, and its ties by relation. */
import { type ComponentChild, h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { EdgeItem, NodeItem } from '../data/model.js';
import { communityColor } from '../draw/palette.js';
import { plain } from '../text/bidi.js';
import { count } from '../text/nouns.js';
import { formatNumber, groupLabel } from '../text/strings.js';
import { communityTitle } from './community.js';
import { facts } from './facts.js';
import { dot } from './marks.js';
import {
  dateText,
  nameOf,
  otherEnd,
  otherNameOf,
  type Page,
  relationLabel,
  subtypeLabel,
  typeLabel,
} from './page.js';
import { tieRow } from './tie-row.js';
import { button, disc, isolated, nodeLink, section } from './ui.js';

export function nodeReader(page: Page, node: NodeItem): JSX.Element {
  const { data, t, state, seen } = page;
  const ties = (data.edgesAt[node.index] ?? []).flatMap(number =>
    seen.edges[number] ? (data.edges[number] ?? []) : [],
  );
  return h(
    'div',
    { class: 'reader-content', key: node.id },
    h(
      'header',
      { class: 'reader-head' },
      disc(page, node, 'large'),
      h(
        'div',
        null,
        h(
          'p',
          { class: 'kind' },
          [typeLabel(page, node), subtypeLabel(page, node)].filter(Boolean).join(' · '),
        ),
        h('h2', null, isolated(nameOf(page, node))),
        h('p', { class: 'other-name' }, isolated(otherNameOf(page, node))),
      ),
    ),
    actions(page, node),
    seen.nodes[node.index] ? null : h('p', { class: 'note boxed', id: 'not-drawn' }, t('notDrawn')),
    h(
      'p',
      { class: 'measure' },
      t('mentioned', {
        n: count(state.language, 'time', node.mentions),
        a: count(state.language, 'article', node.articles),
      }),
      node.first
        ? ` · ${dateText(page, node.first)}${node.last && node.last !== node.first ? ` – ${dateText(page, node.last)}` : ''}`
        : '',
    ),
    facts(page, node),
    names(page, node),
    communityLine(page, node),
    section(
      t('ties'),
      ties.length === 0
        ? h('p', { class: 'note' }, t(data.edgesAt[node.index]?.length === 0 ? 'noTies' : 'nothingShown'))
        : tieGroups(page, node, ties),
      h('span', { class: 'head-count' }, formatNumber(ties.length)),
    ),
    section(t('neighbours'), neighbours(page, node, ties)),
  );
}

function actions(page: Page, node: NodeItem): JSX.Element {
  const { t, state, send } = page;
  const focus = state.focus?.node === node.index ? state.focus.steps : undefined;
  const around = (steps: 1 | 2) =>
    button({
      label: t(steps === 1 ? 'focus1' : 'focus2'),
      icon: 'around',
      pressed: focus === steps,
      id: `focus-${steps}`,
      onClick: () => send({ do: 'focus', focus: focus === steps ? undefined : { node: node.index, steps } }),
    });
  const pinned = state.pinned.has(node.index);
  return h(
    'div',
    { class: 'actions' },
    around(1),
    around(2),
    button({
      label: t('pathFrom'),
      icon: 'path',
      id: 'path-from',
      onClick: () => send({ do: 'select', selection: { kind: 'path', from: node.index, to: undefined } }),
    }),
    button({ label: t('showOnCanvas'), icon: 'locate', bare: true, onClick: () => page.do.fly(node.index) }),
    button({
      label: t(pinned ? 'unpin' : 'pin'),
      icon: 'pin',
      bare: true,
      pressed: pinned,
      id: 'pin',
      onClick: () => send({ do: 'pin', node: node.index }),
    }),
    button({
      label: t('hide'),
      icon: 'hide',
      bare: true,
      id: 'hide',
      onClick: () => send({ do: 'hide', node: node.index }),
    }),
  );
}

function names(page: Page, node: NodeItem): JSX.Element | null {
  const shown = new Set([nameOf(page, node), otherNameOf(page, node)]);
  const others = [...new Set(node.aliases.map(plain))].filter(alias => !shown.has(alias));
  if (others.length === 0) return null;
  return section(
    page.t('aliases'),
    h(
      'p',
      { class: 'aliases' },
      others.map(alias => isolated(alias, 'alias')),
    ),
  );
}

function communityLine(page: Page, node: NodeItem): JSX.Element | null {
  const title = communityTitle(page, node.community);
  if (title === '') return null;
  return h(
    'p',
    { class: 'community-line' },
    h(
      'button',
      {
        type: 'button',
        class: 'community-link',
        onClick: () =>
          page.send({ do: 'select', selection: { kind: 'community', community: node.community } }),
      },
      dot(communityColor(node.community, page.palette)),
      h('span', null, page.t('communityOf', { names: title })),
    ),
  );
}

/** Ties under their relation, relations under the schema's groups. */
function tieGroups(page: Page, node: NodeItem, ties: readonly EdgeItem[]): JSX.Element {
  const { data, t } = page;
  const groups = data.groups.flatMap(group => {
    const types = data.relationTypes.flatMap((definition, type) => {
      const found = ties.filter(edge => edge.type === type);
      return definition.group === group && found.length > 0 ? [found] : [];
    });
    return types.length === 0 ? [] : [{ group, types }];
  });
  return h(
    'div',
    { class: 'tie-groups' },
    groups.map(({ group, types }) =>
      h(
        'div',
        { class: 'tie-group', key: group },
        h('h4', null, groupLabel(group, t)),
        types.map(found => {
          const label = found[0] ? relationLabel(page, found[0]) : '';
          return h(
            'div',
            { class: 'tie-relation', key: label },
            h('p', { class: 'relation-name' }, label),
            h(Rows, { page, node, ties: found, label }),
          );
        }),
      ),
    ),
  );
}

const FIRST = 6;

function Rows(props: {
  readonly page: Page;
  readonly node: NodeItem;
  readonly ties: readonly EdgeItem[];
  readonly label: string;
}): JSX.Element {
  const { page, node, ties, label } = props;
  const [all, setAll] = useState(false);
  const ordered = [...ties].sort((a, b) => b.strength - a.strength);
  const rest = ordered.length - FIRST;
  const more: ComponentChild =
    rest > 0
      ? h(
          'li',
          null,
          button({
            label: all ? page.t('less') : page.t('more', { n: rest }),
            class: 'text-button',
            onClick: () => setAll(!all),
          }),
        )
      : null;
  return h(
    'ul',
    { class: 'plain-list' },
    (all ? ordered : ordered.slice(0, FIRST)).map(edge => tieRow(page, edge, label, node.index)),
    more,
  );
}

/** The nodes it is tied to, those with the most between them first. */
function neighbours(page: Page, node: NodeItem, ties: readonly EdgeItem[]): JSX.Element {
  const strength = new Map<NodeItem, number>();
  for (const edge of ties) {
    const other = otherEnd(page, edge, node.index);
    if (other) strength.set(other, (strength.get(other) ?? 0) + edge.strength);
  }
  const ranked = [...strength].sort((a, b) => b[1] - a[1]).map(([other]) => other);
  return h(
    'ul',
    { class: 'plain-list members' },
    ranked.slice(0, 24).map(other => h('li', { key: other.id }, nodeLink(page, other))),
  );
}
