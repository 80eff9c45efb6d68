/** The filters, each option with the number of ties or nodes it shows. */
import { type ComponentChild, h, type JSX } from 'preact';
import { activeFilters } from '../data/filters.js';
import { safeColor } from '../draw/palette.js';
import type { SetFilter } from '../state/reduce.js';
import { plain } from '../text/bidi.js';
import { count, formatNumber, groupLabel } from '../text/strings.js';
import type { Page } from './page.js';
import { button, icon } from './ui.js';

export function filtersPanel(page: Page): JSX.Element {
  const { state, t, send, seen } = page;
  const active = activeFilters(state.filters);
  const { language } = state;
  return h(
    'aside',
    { class: 'panel filters', id: 'filters', 'aria-label': t('filters') },
    h(
      'div',
      { class: 'panel-head' },
      h('h2', null, t('filters')),
      button({
        label: t('reset'),
        class: 'text-button',
        id: 'reset',
        disabled: active === 0,
        onClick: () => send({ do: 'reset' }),
      }),
      button({
        label: t('closeFilters'),
        icon: 'close',
        bare: true,
        onClick: () => send({ do: 'open', panel: 'filters', on: false }),
      }),
    ),
    h(
      'div',
      { class: 'panel-body' },
      h(
        'p',
        { class: 'tally', role: 'status', id: 'tally' },
        t('shown', {
          nodes: count(language, 'node', seen.nodeCount),
          edges: count(language, 'tie', seen.edgeCount),
          statements: count(language, 'statement', seen.statementCount),
        }),
      ),
      nodeTypes(page),
      relations(page),
      polarity(page),
      range(page, {
        id: 'confidence',
        label: t('confidence'),
        min: 0,
        max: 95,
        step: 5,
        value: state.filters.minConfidence,
        text: n => t('confidenceAtLeast', { n }),
        onChange: minConfidence => send({ do: 'confidence', minConfidence }),
      }),
      range(page, {
        id: 'support',
        label: t('support'),
        min: 1,
        max: Math.max(
          2,
          Math.min(
            10,
            page.data.edges.reduce((most, edge) => Math.max(most, edge.sources), 1),
          ),
        ),
        step: 1,
        value: state.filters.minSources,
        text: n => t('supportAtLeast', { n: count(language, 'text', n) }),
        onChange: minSources => send({ do: 'support', minSources }),
      }),
      sources(page),
    ),
  );
}

interface Option {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly color?: string;
  readonly inner?: boolean;
  readonly extra?: ComponentChild;
  readonly onToggle: (on: boolean) => void;
}

function option(o: Option): JSX.Element {
  return h(
    'label',
    { class: `option${o.inner ? ' inner' : ''}${o.count === 0 ? ' empty' : ''}`, key: o.key },
    h('input', {
      type: 'checkbox',
      'data-key': o.key,
      checked: o.on,
      onChange: (event: Event) => o.onToggle((event.target as HTMLInputElement).checked),
    }),
    h('span', {
      class: 'check',
      'aria-hidden': 'true',
      ...(o.color ? { style: { '--color': o.color } as Record<string, string> } : {}),
    }),
    h('bdi', { class: 'option-label' }, o.label),
    o.extra ?? null,
    h('span', { class: 'option-count' }, formatNumber(o.count)),
  );
}

function group(title: string, children: ComponentChild, open: boolean, head?: ComponentChild): JSX.Element {
  return h(
    'details',
    { class: 'filter-group', open },
    h('summary', null, h('h3', null, title), head ?? null, icon('chevron')),
    h('div', { class: 'filter-body' }, children),
  );
}

function toggle(page: Page, filter: SetFilter, keys: readonly string[]) {
  return (on: boolean) => page.send({ do: 'toggle', filter, keys, on });
}

function nodeTypes(page: Page): JSX.Element {
  const { data, state, seen, palette } = page;
  const options = data.nodeTypes.flatMap(definition => {
    const { type } = definition;
    const color = safeColor(palette.dark ? definition.color.dark : definition.color.light, palette.neutral);
    const off = state.filters.offTypes.has(type);
    const used = definition.subtypes.filter(subtype =>
      data.nodes.some(node => node.subtype === subtype.id && data.nodeTypes[node.type] === definition),
    );
    return [
      option({
        key: type,
        label: definition.plural[state.language],
        count: seen.counts.get(`type:${type}`) ?? 0,
        on: !off,
        color,
        onToggle: toggle(page, 'offTypes', [type]),
      }),
      ...(off || used.length < 2
        ? []
        : used.map(subtype =>
            option({
              key: `${type}/${subtype.id}`,
              label: subtype.label[state.language],
              count: seen.counts.get(`type:${type}/${subtype.id}`) ?? 0,
              on: !state.filters.offTypes.has(`${type}/${subtype.id}`),
              color,
              inner: true,
              onToggle: toggle(page, 'offTypes', [`${type}/${subtype.id}`]),
            }),
          )),
    ];
  });
  return group(page.t('nodeTypes'), options, true);
}

function relations(page: Page): JSX.Element {
  const { data, state, seen, t } = page;
  const blocks = data.groups.map(name => {
    const types = data.relationTypes.filter(definition => definition.group === name);
    const off = types.filter(definition => state.filters.offRelations.has(definition.type)).length;
    const all = types.map(definition => definition.type);
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
            if (box) box.indeterminate = off > 0 && off < types.length;
          },
          onChange: () => toggle(page, 'offRelations', all)(off > 0),
        }),
        h('span', { class: `check${off > 0 && off < types.length ? ' partly' : ''}`, 'aria-hidden': 'true' }),
        h('span', { class: 'option-label' }, groupLabel(name, t)),
        h(
          'span',
          { class: 'option-count' },
          formatNumber(all.reduce((sum, type) => sum + (seen.counts.get(`relation:${type}`) ?? 0), 0)),
        ),
      ),
      types.map(definition =>
        option({
          key: definition.type,
          label: definition.label[state.language],
          count: seen.counts.get(`relation:${definition.type}`) ?? 0,
          on: !state.filters.offRelations.has(definition.type),
          inner: true,
          onToggle: toggle(page, 'offRelations', [definition.type]),
        }),
      ),
    );
  });
  return group(t('relations'), blocks, true);
}

function polarity(page: Page): JSX.Element {
  const { state, seen, t } = page;
  const polarities = (['affirmed', 'negated'] as const).map(key =>
    option({
      key,
      label: t(key),
      count: seen.counts.get(`polarity:${key}`) ?? 0,
      on: !state.filters.offPolarity.has(key),
      extra: stroke(key === 'negated' ? 'double' : 'solid'),
      onToggle: toggle(page, 'offPolarity', [key]),
    }),
  );
  const strokes = { actual: 'solid', past: 'solid faded', planned: 'dashed', alleged: 'dotted' } as const;
  const modalities = (['actual', 'past', 'planned', 'alleged'] as const).map((key, place) =>
    option({
      key,
      label: t(key),
      count: seen.counts.get(`modality:${place}`) ?? 0,
      on: !state.filters.offModality.has(key),
      extra: stroke(strokes[key]),
      onToggle: toggle(page, 'offModality', [key]),
    }),
  );
  return h('div', null, group(t('polarity'), polarities, true), group(t('modality'), modalities, true));
}

/** A sample of how such a tie is drawn. */
export function stroke(kind: string): JSX.Element {
  return h('span', { class: `stroke ${kind}`, 'aria-hidden': 'true' });
}

interface Range {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly text: (n: number) => string;
  readonly onChange: (n: number) => void;
}

function range(_page: Page, r: Range): JSX.Element {
  const share = `${(100 * (r.value - r.min)) / (r.max - r.min)}%`;
  return h(
    'div',
    { class: 'range' },
    h('label', { for: `filter-${r.id}` }, r.label),
    h('output', { for: `filter-${r.id}` }, r.text(r.value)),
    h('input', {
      type: 'range',
      id: `filter-${r.id}`,
      min: r.min,
      max: r.max,
      step: r.step,
      value: r.value,
      style: { '--share': share } as Record<string, string>,
      'aria-valuetext': r.text(r.value),
      onInput: (event: Event) => r.onChange(Number((event.target as HTMLInputElement).value)),
    }),
  );
}

function sources(page: Page): JSX.Element | null {
  const { data, state, seen, t, send } = page;
  if (data.sources.length < 2) return null;
  const ranked = data.sources
    .map((name, index) => ({ name, key: String(index), count: seen.counts.get(`source:${index}`) ?? 0 }))
    .sort((a, b) => b.count - a.count || Number(a.key) - Number(b.key));
  const keys = ranked.map(({ key }) => key);
  const all = state.filters.offSources.size === 0;
  return group(
    t('sources'),
    [
      ...ranked.slice(0, 60).map(({ name, key, count: shown }) =>
        option({
          key: `source:${key}`,
          label: plain(name),
          count: shown,
          on: !state.filters.offSources.has(key),
          extra: h(
            'button',
            {
              type: 'button',
              class: 'only',
              onClick: (event: Event) => {
                event.preventDefault();
                send({ do: 'toggle', filter: 'offSources', keys, on: false });
                send({ do: 'toggle', filter: 'offSources', keys: [key], on: true });
              },
            },
            t('only'),
          ),
          onToggle: toggle(page, 'offSources', [key]),
        }),
      ),
      all
        ? null
        : button({
            label: t('all'),
            class: 'text-button',
            onClick: () => send({ do: 'toggle', filter: 'offSources', keys, on: true }),
          }),
    ],
    true,
  );
}
