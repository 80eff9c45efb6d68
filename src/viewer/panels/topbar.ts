/** The head of the page: name, search, views, and what concerns the whole page. */
import { h, type JSX } from 'preact';
import type { View } from '../state/state.js';
import type { StringKey } from '../text/strings.js';
import type { Page } from './page.js';
import { saveMenu } from './save-menu.js';
import { SearchBox } from './search-box.js';
import { button, type IconName, icon, isolated } from './ui.js';

const VIEWS: readonly (readonly [View, StringKey, IconName])[] = [
  ['graph', 'viewGraph', 'graph'],
  ['map', 'viewMap', 'map'],
  ['table', 'viewTable', 'table'],
];

export function topbar(page: Page, hasMap: boolean): JSX.Element {
  const { state, t, send } = page;
  return h(
    'header',
    { class: 'topbar' },
    h(
      'div',
      { class: 'brand' },
      mark(),
      h('h1', null, h('span', { class: 'brand-name' }, t('brand')), title(page)),
    ),
    h(SearchBox, {
      page,
      id: 'search',
      label: t('search'),
      placeholder: t(window.innerWidth <= 900 ? 'searchShort' : 'search'),
      onPick: node => {
        send({ do: 'select', selection: { kind: 'node', node } });
        page.do.fly(node);
      },
    }),
    h(
      'div',
      { class: 'segments views', role: 'group', 'aria-label': t('views') },
      VIEWS.filter(([view]) => view !== 'map' || hasMap).map(([view, label, picture]) =>
        h(
          'button',
          {
            type: 'button',
            key: view,
            id: `view-${view}`,
            'aria-pressed': String(state.view === view),
            title: t(label),
            onClick: () => send({ do: 'view', view }),
          },
          icon(picture),
          h('span', null, t(label)),
        ),
      ),
    ),
    h(
      'div',
      { class: 'tools' },
      button({
        label: t('back'),
        icon: 'back',
        bare: true,
        id: 'back',
        disabled: state.past.length === 0,
        onClick: () => send({ do: 'back' }),
      }),
      button({
        label: t('forward'),
        icon: 'forward',
        bare: true,
        id: 'forward',
        disabled: state.future.length === 0,
        onClick: () => send({ do: 'forward' }),
      }),
      themeButton(page),
      h(
        'button',
        {
          type: 'button',
          id: 'language',
          class: 'button language',
          lang: state.language === 'ar' ? 'en' : 'ar',
          onClick: () => send({ do: 'language', language: state.language === 'ar' ? 'en' : 'ar' }),
        },
        t('language'),
      ),
      saveMenu(page),
    ),
  );
}

function title(page: Page): JSX.Element | null {
  return page.data.title === 'Rawabit' ? null : isolated(page.data.title, 'brand-title');
}

function themeButton(page: Page): JSX.Element {
  const dark = page.palette.dark;
  return button({
    label: page.t(dark ? 'themeLight' : 'themeDark'),
    icon: dark ? 'sun' : 'moon',
    bare: true,
    id: 'theme',
    onClick: () => page.send({ do: 'theme', theme: dark ? 'light' : 'dark' }),
  });
}

/** Two nodes and the tie between them. */
function mark(): JSX.Element {
  return h(
    'svg',
    { class: 'mark', viewBox: '0 0 32 32', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { class: 'mark-tie', d: 'M8 22C10 11 20 8 24 10' }),
    h('circle', { class: 'mark-a', cx: 8, cy: 22, r: 5 }),
    h('circle', { class: 'mark-b', cx: 24, cy: 10, r: 4 }),
  );
}
