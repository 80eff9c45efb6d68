/** The reading panel: shows what is selected. */
import { h, type JSX } from 'preact';
import type { Selection } from '../state/state.js';
import { communityReader } from './community.js';
import { nodeReader } from './node-reader.js';
import { overview } from './overview.js';
import type { Page } from './page.js';
import { pathReader } from './path-reader.js';
import { tieReader } from './tie-reader.js';
import { button } from './ui.js';

export function readerPanel(page: Page): JSX.Element {
  const { t, send, state } = page;
  const chosen = state.selection.kind !== 'none';
  return h(
    'aside',
    { class: 'panel reader', id: 'reader', 'aria-label': t('reader') },
    h(
      'div',
      { class: 'panel-head reader-tools' },
      chosen
        ? button({
            label: t('overview'),
            icon: 'back',
            class: 'text-button',
            id: 'to-overview',
            onClick: () => send({ do: 'select', selection: { kind: 'none' } }),
          })
        : h('h2', null, t('overview')),
      button({
        label: t('closeReader'),
        icon: 'close',
        bare: true,
        onClick: () => send({ do: 'open', panel: 'reader', on: false }),
      }),
    ),
    // Another subject is read from its top; a path stays itself while its ends are being chosen.
    h(
      'div',
      { class: 'panel-body', id: 'reader-body', tabIndex: -1, key: subject(state.selection) },
      content(page),
    ),
  );
}

function subject(selection: Selection): string {
  return selection.kind === 'path' ? 'path' : JSON.stringify(selection);
}

function content(page: Page): JSX.Element {
  const { data, state } = page;
  const { selection } = state;
  switch (selection.kind) {
    case 'node': {
      const node = data.nodes[selection.node];
      return node ? nodeReader(page, node) : overview(page);
    }
    case 'edge': {
      const edge = data.edges[selection.edge];
      return edge ? tieReader(page, edge) : overview(page);
    }
    case 'path':
      return pathReader(page, selection);
    case 'community':
      return communityReader(page, selection.community);
    case 'none':
      return overview(page);
  }
}
