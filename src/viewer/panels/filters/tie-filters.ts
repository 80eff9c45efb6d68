/** Filters of ties: relations under their groups, affirmed or denied, and in which mode they are stated. */
import { h, type JSX } from 'preact';
import { MODALITIES } from '../../../export/html-rows.js';
import { formatNumber, groupLabel } from '../../text/strings.js';
import { stroke } from '../marks.js';
import type { Page } from '../page.js';
import { group, option, toggle } from './parts.js';

export function relationFilters(page: Page): JSX.Element {
  return group(
    page.t('relations'),
    page.data.groups.map(name => relationGroup(page, name)),
  );
}

function relationGroup(page: Page, name: string): JSX.Element {
  const { data, state, seen, t } = page;
  const types = data.relationTypes.filter(definition => definition.group === name);
  const off = types.filter(definition => state.filters.offRelations.has(definition.type)).length;
  const partly = off > 0 && off < types.length;
  const all = types.map(definition => definition.type);
  const shown = (type: string) => seen.counts.get(`relation:${type}`) ?? 0;
  return h(
    'div',
    { class: 'relation-group', key: name },
    h(
      'label',
      { class: 'option group-option' },
      h('input', {
        type: 'checkbox',
        'data-key': `group:${name}`,
        checked: off === 0,
        ref: (box: HTMLInputElement | null) => {
          if (box) box.indeterminate = partly;
        },
        onChange: () => toggle(page, 'offRelations', all)(off > 0),
      }),
      h('span', { class: `check${partly ? ' partly' : ''}`, 'aria-hidden': 'true' }),
      h('span', { class: 'option-label' }, groupLabel(name, t)),
      h('span', { class: 'option-count' }, formatNumber(all.reduce((sum, type) => sum + shown(type), 0))),
    ),
    types.map(definition =>
      option({
        key: definition.type,
        label: definition.label[state.language],
        count: shown(definition.type),
        on: !state.filters.offRelations.has(definition.type),
        inner: true,
        onToggle: toggle(page, 'offRelations', [definition.type]),
      }),
    ),
  );
}

export function polarityFilters(page: Page): JSX.Element {
  const { state, seen, t } = page;
  return group(
    t('polarity'),
    (['affirmed', 'negated'] as const).map(key =>
      option({
        key,
        label: t(key),
        count: seen.counts.get(`polarity:${key}`) ?? 0,
        on: !state.filters.offPolarity.has(key),
        extra: stroke(key === 'negated' ? 'double' : 'solid'),
        onToggle: toggle(page, 'offPolarity', [key]),
      }),
    ),
  );
}

export function modalityFilters(page: Page): JSX.Element {
  const { state, seen, t } = page;
  const strokes = { actual: 'solid', past: 'solid faded', planned: 'dashed', alleged: 'dotted' } as const;
  return group(
    t('modality'),
    MODALITIES.map((key, place) =>
      option({
        key,
        label: t(key),
        count: seen.counts.get(`modality:${place}`) ?? 0,
        on: !state.filters.offModality.has(key),
        extra: stroke(strokes[key]),
        onToggle: toggle(page, 'offModality', [key]),
      }),
    ),
  );
}
