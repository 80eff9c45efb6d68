/** The shortest path between two nodes as a chain of sentences. */
import { h, type JSX } from 'preact';
import type { EdgeItem } from '../data/model.js';
import { pathOf } from '../draw/scene.js';
import type { Selection } from '../state/state.js';
import { count } from '../text/nouns.js';
import { nameOf, type Page, relationLabel } from './page.js';
import { SearchBox } from './search-box.js';
import { sentence } from './statement.js';
import { tieTags } from './tie-row.js';
import { button, icon, nodeLink } from './ui.js';

type PathSelection = Extract<Selection, { readonly kind: 'path' }>;

export function pathReader(page: Page, selection: PathSelection): JSX.Element {
  const { data, t, send, state } = page;
  const { from, to } = selection;
  const path = pathOf(data, page.seen, state);
  const choose = (ends: Partial<PathSelection>) =>
    send({ do: 'select', selection: { ...selection, ...ends } });
  const end = (id: string, label: string, node: number | undefined, side: 'from' | 'to') =>
    h(
      'div',
      { class: 'path-end', key: side },
      h('span', { class: 'path-label' }, label),
      h(SearchBox, {
        key: `${side} ${node ?? ''}`,
        page,
        id,
        label,
        placeholder: t('searchShort'),
        text: nameOf(page, node === undefined ? undefined : data.nodes[node]),
        onPick: picked => choose({ [side]: picked }),
      }),
    );
  return h(
    'div',
    { class: 'reader-content' },
    h(
      'header',
      { class: 'reader-head' },
      h('span', { class: 'disc large plain', 'aria-hidden': 'true' }, icon('path')),
      h(
        'div',
        null,
        h('p', { class: 'kind' }, path ? count(state.language, 'step', path.length) : ''),
        h('h2', null, t('path')),
      ),
    ),
    h(
      'div',
      { class: 'path-ends' },
      end('path-start', t('pathStart'), from, 'from'),
      end('path-end', t('pathEnd'), to, 'to'),
      button({ label: t('swap'), icon: 'swap', bare: true, onClick: () => choose({ from: to, to: from }) }),
    ),
    from === undefined || to === undefined
      ? h('p', { class: 'note' }, t('pathHelp'))
      : path === undefined
        ? h('p', { class: 'note', id: 'path-none' }, t('pathNone'))
        : [pathActions(page, from, to), chain(page, from, path)],
  );
}

function pathActions(page: Page, from: number, to: number): JSX.Element {
  const nodes = (pathOf(page.data, page.seen, page.state) ?? []).flatMap(edge => [edge.source, edge.target]);
  return h(
    'div',
    { class: 'actions' },
    button({
      label: page.t('showOnCanvas'),
      icon: 'locate',
      onClick: () => page.do.fit([from, to, ...nodes]),
    }),
  );
}

function chain(page: Page, from: number, path: readonly EdgeItem[]): JSX.Element {
  const { data } = page;
  let at = from;
  const links = path.map(edge => {
    const forward = edge.source === at;
    at = forward ? edge.target : edge.source;
    return { edge, forward, node: data.nodes[at] };
  });
  return h(
    'ol',
    { class: 'chain', id: 'chain' },
    h('li', { class: 'chain-node' }, nodeLink(page, data.nodes[from])),
    links.flatMap(({ edge, forward, node }) => [
      h(
        'li',
        { class: `chain-tie${forward ? '' : ' backward'}`, key: edge.key },
        h(
          'button',
          {
            type: 'button',
            class: 'chain-relation',
            onClick: () => page.send({ do: 'select', selection: { kind: 'edge', edge: edge.index } }),
          },
          h('span', { class: 'chain-arrow', 'aria-hidden': 'true' }, forward ? '↓' : '↑'),
          relationLabel(page, edge),
          tieTags(page, edge),
        ),
        bestSentence(page, edge),
      ),
      h('li', { class: 'chain-node', key: `${edge.key} end` }, nodeLink(page, node)),
    ]),
  );
}

/** The surest visible statement's sentence. */
function bestSentence(page: Page, edge: EdgeItem): JSX.Element | null {
  let best: number | undefined;
  for (let index = edge.from; index < edge.to; index++) {
    if (page.seen.statements[index] !== 1) continue;
    if (
      best === undefined ||
      (page.data.columns.confidence[index] ?? 0) > (page.data.columns.confidence[best] ?? 0)
    )
      best = index;
  }
  const evidence = best === undefined ? undefined : page.data.statement(best).evidence[0];
  return evidence ? sentence(evidence) : null;
}
