/** A tie in one line: who does what to whom, and how much stands behind it. */
import { h, type JSX } from 'preact';
import { MODALITIES } from '../../export/html-rows.js';
import type { EdgeItem } from '../data/model.js';
import { toneOf } from '../data/tone.js';
import { strokeOf } from '../draw/scene.js';
import { formatNumber } from '../text/strings.js';
import { nameOf, type Page, statementsShown } from './page.js';
import { disc, isolated, tag } from './ui.js';

/** `from`: the node that the list belongs to; only the other end is then named. */
export function tieRow(page: Page, edge: EdgeItem, relation: string, from?: number): JSX.Element {
  const { data } = page;
  const [source, target] = [data.nodes[edge.source], data.nodes[edge.target]];
  const other = from === undefined ? undefined : data.nodes[edge.source === from ? edge.target : edge.source];
  const inward =
    from !== undefined && edge.target === from && !(data.relationTypes[edge.type]?.symmetric ?? false);
  return h(
    'li',
    { key: edge.key },
    h(
      'button',
      {
        type: 'button',
        class: `tie-row ${toneOf(data, edge)}`,
        'data-tie': edge.key,
        onClick: () => page.send({ do: 'select', selection: { kind: 'edge', edge: edge.index } }),
      },
      h('span', { class: `stroke upright ${strokeOf(edge)}`, 'aria-hidden': 'true' }),
      other
        ? h(
            'span',
            { class: 'tie-words' },
            inward ? h('span', { class: 'inward' }, page.t('from')) : null,
            disc(page, other),
            isolated(nameOf(page, other)),
          )
        : h(
            'span',
            { class: 'tie-words' },
            isolated(nameOf(page, source), 'end'),
            h('span', { class: 'relation' }, relation),
            isolated(nameOf(page, target), 'end'),
          ),
      tieTags(page, edge),
      h(
        'span',
        { class: 'tie-weight', title: page.t('statements') },
        formatNumber(statementsShown(page, edge)),
      ),
    ),
  );
}

export function tieTags(page: Page, edge: EdgeItem): JSX.Element | null {
  const modality = MODALITIES[edge.modality] ?? 'actual';
  const tags = [
    edge.negated ? tag(page.t('negated'), 'negated') : null,
    modality === 'actual' ? null : tag(page.t(modality), modality),
  ];
  return tags.some(one => one !== null) ? h('span', { class: 'tags' }, tags) : null;
}
