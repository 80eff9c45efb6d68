/** A tie: its statements with their sentences; who says so and who denies it side by side. */
import { h, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { EdgeItem } from '../data/model.js';
import { twinOf } from '../data/ranking.js';
import { toneOf } from '../data/tone.js';
import { count } from '../text/nouns.js';
import { leftOutText, nameOf, type Page, relationLabel, spanText } from './page.js';
import { confidence, markKey, statementCard } from './statement.js';
import { tieRow, tieTags } from './tie-row.js';
import { button, disc, icon, isolated, nodeLink, section } from './ui.js';

export function tieReader(page: Page, edge: EdgeItem): JSX.Element {
  const { data, t, state } = page;
  const twin = twinOf(data, edge);
  const others = between(page, edge).filter(other => other !== edge && other !== twin);
  return h(
    'div',
    { class: 'reader-content', key: edge.key },
    h(
      'header',
      { class: 'reader-head tie-head' },
      h('p', { class: 'kind' }, t('tie'), tieTags(page, edge)),
      h(
        'h2',
        { class: `triple ${toneOf(data, edge)}` },
        nodeLink(page, data.nodes[edge.source]),
        h(
          'span',
          { class: 'relation' },
          edge.negated && state.language === 'ar' ? `${t('deniedPrefix')}: ` : '',
          relationLabel(page, edge),
          icon(state.language === 'ar' ? 'back' : 'forward'),
        ),
        nodeLink(page, data.nodes[edge.target]),
      ),
      h(
        'p',
        { class: 'measure' },
        count(state.language, 'statement', edge.weight),
        ' · ',
        count(state.language, 'text', edge.sources),
        ' · ',
        count(state.language, 'article', edge.articles),
        ' · ',
        spanText(page, edge),
        confidence(page, edge.confidence),
      ),
    ),
    h(
      'div',
      { class: 'actions' },
      button({
        label: t('showOnCanvas'),
        icon: 'locate',
        onClick: () => page.do.fit([edge.source, edge.target]),
      }),
    ),
    markKey(page),
    twin ? sides(page, edge, twin) : section(t('evidence'), h(Statements, { page, edge })),
    others.length > 0
      ? section(
          t('alsoBetween'),
          h(
            'ul',
            { class: 'plain-list' },
            others.map(other => tieRow(page, other, relationLabel(page, other))),
          ),
        )
      : null,
  );
}

function sides(page: Page, edge: EdgeItem, twin: EdgeItem): JSX.Element {
  const [says, denies] = edge.negated ? [twin, edge] : [edge, twin];
  return h(
    'div',
    { class: 'sides' },
    h(
      'section',
      { class: 'side says', 'aria-label': page.t('says') },
      h('h3', null, page.t('says')),
      speakers(page, says),
      h(Statements, { page, edge: says }),
    ),
    h(
      'section',
      { class: 'side denies', 'aria-label': page.t('denies') },
      h('h3', null, page.t('denies')),
      speakers(page, denies),
      h(Statements, { page, edge: denies }),
    ),
  );
}

/** Those who are quoted, else the sources that carry it. */
function speakers(page: Page, edge: EdgeItem): JSX.Element {
  const names = new Map<string, JSX.Element>();
  for (let index = edge.from; index < edge.to; index++) {
    const { attribution, article } = page.data.statement(index);
    if (typeof attribution === 'string') names.set(attribution, isolated(attribution));
    else if (attribution)
      names.set(
        attribution.id,
        h('span', { class: 'speaker' }, disc(page, attribution), isolated(nameOf(page, attribution))),
      );
    else if (article.source) names.set(article.source, isolated(article.source));
  }
  return h('p', { class: 'speakers' }, [...names.values()].slice(0, 6));
}

const FIRST = 12;

function Statements({ page, edge }: { readonly page: Page; readonly edge: EdgeItem }): JSX.Element {
  const [all, setAll] = useState(false);
  const numbers = Array.from({ length: edge.to - edge.from }, (_, index) => edge.from + index);
  const ordered = numbers
    .map(number => page.data.statement(number))
    .sort(
      (a, b) =>
        (page.seen.statements[b.index] ?? 0) - (page.seen.statements[a.index] ?? 0) ||
        b.confidence - a.confidence ||
        a.index - b.index,
    );
  const rest = ordered.length - FIRST;
  const missing = edge.weight - ordered.length;
  return h(
    'div',
    null,
    h(
      'ol',
      { class: 'statements' },
      (all ? ordered : ordered.slice(0, FIRST)).map(statement => statementCard(page, statement)),
    ),
    rest > 0
      ? button({
          label: all ? page.t('less') : page.t('more', { n: rest }),
          class: 'text-button',
          onClick: () => setAll(!all),
        })
      : null,
    missing > 0
      ? h(
          'p',
          { class: 'note' },
          leftOutText(page, { nodes: 0, edges: 0, statements: missing }, 'leftOutHere'),
        )
      : null,
  );
}

function between(page: Page, edge: EdgeItem): EdgeItem[] {
  const { data, seen } = page;
  return (data.edgesAt[edge.source] ?? [])
    .flatMap(number => data.edges[number] ?? [])
    .filter(
      other => seen.edges[other.index] && (other.source === edge.target || other.target === edge.target),
    )
    .sort((a, b) => b.strength - a.strength);
}
