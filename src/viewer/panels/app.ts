/** The whole page as a function of its state. The canvas itself is drawn elsewhere, into `#stage`. */
import { h, type JSX } from 'preact';
import { activeFilters } from '../data/filters.js';
import { count } from '../text/nouns.js';
import { filtersPanel } from './filters/index.js';
import { legend } from './legend.js';
import { nameOf, type Page } from './page.js';
import { readerPanel } from './reader.js';
import { Table } from './table/index.js';
import { Timeline, windowOf } from './timeline.js';
import { topbar } from './topbar.js';
import { button, isolated } from './ui.js';

export interface Surroundings {
  readonly hasMap: boolean;
  readonly canDraw: boolean;
  readonly message: string;
  /** What the reader points at, in words. */
  readonly tip: { readonly text: string; readonly x: number; readonly y: number } | undefined;
}

export function app(page: Page, around: Surroundings): JSX.Element {
  const { state, t } = page;
  const classes = [
    'shell',
    `view-${state.view}`,
    state.filtersOpen ? 'with-filters' : '',
    state.readerOpen ? 'with-reader' : '',
    state.timelineOpen ? 'with-timeline' : '',
  ];
  const drawing = state.view !== 'table' && around.canDraw;
  return h(
    'div',
    { class: classes.filter(Boolean).join(' ') },
    h('a', { class: 'skip', href: '#main', onClick: skipTo }, t('skip')),
    topbar(page, around.hasMap),
    state.filtersOpen ? filtersPanel(page) : null,
    h(
      'main',
      { class: 'main', id: 'main', tabIndex: -1 },
      h(
        'div',
        { class: 'canvas-area', hidden: state.view === 'table' || !around.canDraw },
        // The canvas puts its layers in here by itself; nothing of the page may stand beside them.
        h('div', {
          id: 'stage',
          key: 'stage',
          class: 'stage',
          role: 'application',
          'aria-label': t('canvas'),
          tabIndex: 0,
          onKeyDown: (event: KeyboardEvent) => onCanvasKey(page, event),
        }),
        overlays(page),
        around.tip ? tip(around.tip) : null,
      ),
      drawing ? legend(page) : null,
      state.view === 'table' ? h(Table, { page }) : null,
      around.canDraw ? null : h('p', { class: 'note no-webgl' }, t('noWebgl')),
    ),
    state.readerOpen ? readerPanel(page) : null,
    state.timelineOpen && windowOf(page.data) ? h(Timeline, { page }) : null,
    dock(page),
    h('div', { class: 'toast', role: 'status', 'aria-live': 'polite' }, around.message),
  );
}

function skipTo(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function tip({ text, x, y }: NonNullable<Surroundings['tip']>): JSX.Element {
  return h('div', { class: 'tip', 'aria-hidden': 'true', style: { left: `${x}px`, top: `${y}px` } }, text);
}

function overlays(page: Page): JSX.Element {
  const { state, t, send } = page;
  return h(
    'div',
    { class: 'overlays' },
    h('div', { class: 'notices' }, focusNotice(page), sparedNotice(page), emptyNotice(page)),
    state.view === 'map' ? mapNote(page) : null,
    h(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': t('canvas') },
      button({
        label: t('zoomIn'),
        icon: 'plus',
        bare: true,
        id: 'zoom-in',
        onClick: () => page.do.zoom(1 / 1.5),
      }),
      button({
        label: t('zoomOut'),
        icon: 'minus',
        bare: true,
        id: 'zoom-out',
        onClick: () => page.do.zoom(1.5),
      }),
      button({ label: t('fit'), icon: 'fit', bare: true, id: 'fit', onClick: () => page.do.fit() }),
      state.view === 'graph'
        ? button({
            label: t(state.arranging ? 'stopArranging' : 'arrange'),
            icon: state.arranging ? 'stop' : 'spark',
            bare: true,
            id: 'arrange',
            pressed: state.arranging,
            onClick: () => send({ do: 'arrange', on: !state.arranging }),
          })
        : null,
    ),
  );
}

function mapNote(page: Page): JSX.Element {
  const { t, state } = page;
  const { unplaced } = page.do.drawn();
  const missing = unplaced === 0 ? '' : ` ${t('unplaced', { n: count(state.language, 'node', unplaced) })}`;
  return h('p', { class: 'map-note', id: 'map-note' }, `${t('mapNote')}${missing}`);
}

function focusNotice(page: Page): JSX.Element | null {
  const { state, t, send, data } = page;
  if (!state.focus) return null;
  const { node, steps } = state.focus;
  return h(
    'p',
    { class: 'notice', id: 'focus-notice' },
    t('focusOn', { name: '' }),
    isolated(nameOf(page, data.nodes[node])),
    ` · ${t(steps === 1 ? 'step1' : 'step2')} `,
    button({
      label: t('unfocus'),
      class: 'text-button',
      id: 'unfocus',
      onClick: () => send({ do: 'focus', focus: undefined }),
    }),
  );
}

function sparedNotice(page: Page): JSX.Element | null {
  const { t, send, state } = page;
  const { drawn, spared } = page.do.drawn();
  if (spared === 0 && !state.allTies) return null;
  return h(
    'p',
    { class: 'notice', id: 'spared' },
    spared === 0 ? null : h('span', null, t('spared', { drawn, all: drawn + spared })),
    ' ',
    button({
      label: t(state.allTies ? 'drawStrongest' : 'drawAll'),
      class: 'text-button',
      id: 'all-ties',
      onClick: () => send({ do: 'all-ties', on: !state.allTies }),
    }),
  );
}

function emptyNotice({ seen, t }: Page): JSX.Element | null {
  return seen.nodeCount > 0 ? null : h('p', { class: 'notice', id: 'nothing-shown' }, t('nothingShown'));
}

/** Opens the panels; in a small window, one at a time. */
function dock(page: Page): JSX.Element {
  const { state, t, send } = page;
  const alone = window.innerWidth <= 900;
  const active = activeFilters(state.filters);
  return h(
    'nav',
    { class: 'dock', 'aria-label': t('views') },
    button(
      {
        label: t('filters'),
        icon: 'filter',
        id: 'open-filters',
        expanded: state.filtersOpen,
        onClick: () => send({ do: 'open', panel: 'filters', on: !state.filtersOpen, alone }),
      },
      active > 0 ? h('span', { class: 'badge' }, String(active)) : null,
    ),
    windowOf(page.data)
      ? button({
          label: t('timelineShort'),
          icon: 'clock',
          id: 'open-timeline',
          expanded: state.timelineOpen,
          onClick: () => send({ do: 'open', panel: 'timeline', on: !state.timelineOpen }),
        })
      : null,
    button({
      label: t('reader'),
      icon: 'text',
      id: 'open-reader',
      expanded: state.readerOpen,
      onClick: () => send({ do: 'open', panel: 'reader', on: !state.readerOpen, alone }),
    }),
  );
}

function onCanvasKey(page: Page, event: KeyboardEvent): void {
  const step = 80;
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => page.do.pan(-step, 0),
    ArrowRight: () => page.do.pan(step, 0),
    ArrowUp: () => page.do.pan(0, -step),
    ArrowDown: () => page.do.pan(0, step),
    '+': () => page.do.zoom(1 / 1.3),
    '=': () => page.do.zoom(1 / 1.3),
    '-': () => page.do.zoom(1.3),
    '0': () => page.do.fit(),
  };
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}
