/** The panel of filters, each option with the number of ties or nodes it shows. */
import { h, type JSX } from 'preact';
import { activeFilters } from '../../data/filters.js';
import { count } from '../../text/nouns.js';
import type { Page } from '../page.js';
import { button } from '../ui.js';
import { nodeFilters } from './node-filters.js';
import { range } from './parts.js';
import { sourceFilters } from './source-filters.js';
import { modalityFilters, polarityFilters, relationFilters } from './tie-filters.js';

export function filtersPanel(page: Page): JSX.Element {
  const { state, t, send, seen } = page;
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
        disabled: activeFilters(state.filters) === 0,
        onClick: () => send({ do: 'reset' }),
      }),
      button({
        label: t('closeFilters'),
        icon: 'close',
        bare: true,
        id: 'close-filters',
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
      nodeFilters(page),
      relationFilters(page),
      polarityFilters(page),
      modalityFilters(page),
      confidence(page),
      support(page),
      sourceFilters(page),
    ),
  );
}

function confidence({ state, t, send }: Page): JSX.Element {
  return range({
    id: 'confidence',
    label: t('confidence'),
    min: 0,
    max: 95,
    step: 5,
    value: state.filters.minConfidence,
    text: n => t('confidenceAtLeast', { n }),
    onChange: minConfidence => send({ do: 'confidence', minConfidence }),
  });
}

function support({ state, t, send, data }: Page): JSX.Element {
  const most = data.edges.reduce((highest, edge) => Math.max(highest, edge.sources), 1);
  return range({
    id: 'support',
    label: t('support'),
    min: 1,
    max: Math.max(2, Math.min(10, most)),
    step: 1,
    value: state.filters.minSources,
    text: n => t('supportAtLeast', { n: count(state.language, 'text', n) }),
    onChange: minSources => send({ do: 'support', minSources }),
  });
}
