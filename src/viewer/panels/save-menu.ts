/** The menu of everything that leaves the page: pictures, data, a link, paper. */
import { h, type JSX } from 'preact';
import type { Deeds, Page } from './page.js';
import { button, type IconName, icon } from './ui.js';

export function saveMenu(page: Page): JSX.Element {
  const { t, state } = page;
  const close = () => page.send({ do: 'open', panel: 'menu', on: false });
  const save = (format: Parameters<Deeds['save']>[0], label: string, picture: IconName = 'save') =>
    item(picture, label, `save-${format}`, () => page.do.save(format), close);
  const drawing = state.view !== 'table';
  return h(
    'div',
    { class: 'menu-place' },
    button({
      label: t('menu'),
      icon: 'save',
      bare: true,
      id: 'menu',
      expanded: state.menuOpen,
      onClick: () => page.send({ do: 'open', panel: 'menu', on: !state.menuOpen }),
    }),
    state.menuOpen
      ? h(
          'div',
          {
            class: 'menu',
            role: 'group',
            'aria-label': t('menu'),
            onKeyDown: (event: KeyboardEvent) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              close();
              document.getElementById('menu')?.focus();
            },
          },
          h('p', { class: 'menu-head' }, t('saveImage')),
          drawing ? save('png', t('savePng')) : null,
          drawing ? save('svg', t('saveSvg')) : null,
          item('print', t('print'), 'print', page.do.print, close),
          h('p', { class: 'menu-head' }, t('saveData')),
          save('gexf', t('saveGexf')),
          save('json', t('saveJson')),
          save('nodes.csv', `CSV · ${t('nodes')}`),
          save('edges.csv', `CSV · ${t('edges')}`),
          h('hr', null),
          item('link', t('copyLink'), 'copy-link', page.do.copyLink, close),
        )
      : null,
  );
}

function item(
  picture: IconName,
  label: string,
  id: string,
  onClick: () => void,
  close: () => void,
): JSX.Element {
  const run = () => {
    close();
    onClick();
  };
  return h(
    'button',
    { type: 'button', class: 'menu-item', id, onClick: run },
    icon(picture),
    h('span', null, label),
  );
}
