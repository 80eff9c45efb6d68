/** What the graph holds as lasting facts about a node: offices, members, who runs a base and where it stands. */
import { type ComponentChild, h, type JSX } from 'preact';
import { dayRange, isoDay, NO_DAY } from '../data/days.js';
import type { EdgeItem, NodeItem } from '../data/model.js';
import { plain } from '../text/bidi.js';
import type { StringKey } from '../text/strings.js';
import { dateText, type Page } from './page.js';
import { icon, isolated, nodeLink, section } from './ui.js';

/** Relation, whether the node is its subject, and how the fact is called. */
const FACTS: readonly (readonly [relation: string, outward: boolean, label: StringKey])[] = [
  ['holds_office', true, 'offices'],
  ['holds_office', false, 'officeHolders'],
  ['member_of', true, 'memberOf'],
  ['member_of', false, 'hasMembers'],
  ['operates', false, 'operatedBy'],
  ['located_in', true, 'locatedIn'],
  ['operates', true, 'operatesBases'],
  ['located_in', false, 'basesHere'],
  ['affiliated_with', true, 'affiliatedWith'],
];

const MOST = 8;

export function facts(page: Page, node: NodeItem): JSX.Element | null {
  const rows = FACTS.flatMap(([relation, outward, label]) => {
    const ties = (page.data.edgesAt[node.index] ?? [])
      .flatMap(number => page.data.edges[number] ?? [])
      .filter(edge => isFact(page, edge, relation) && (outward ? edge.source : edge.target) === node.index)
      .sort((a, b) => b.strength - a.strength);
    return ties.length === 0
      ? []
      : [
          row(
            page.t(label),
            ties.slice(0, MOST).map(edge => fact(page, edge, outward, relation)),
          ),
        ];
  });
  const place = node.coordinates;
  if (place)
    rows.push(
      row(page.t('coordinates'), [
        h('span', { dir: 'ltr' }, `${place[0].toFixed(2)}, ${place[1].toFixed(2)}`),
      ]),
    );
  if (!node.known) rows.push(row(page.t('rule'), [page.t(node.unnamed ? 'unnamed' : 'found')]));
  return rows.length === 0 ? null : section(page.t('facts'), h('dl', { class: 'facts' }, rows));
}

function isFact(page: Page, edge: EdgeItem, relation: string): boolean {
  return (
    !edge.negated &&
    page.data.relationTypes[edge.type]?.type === relation &&
    page.seen.edges[edge.index] === 1
  );
}

function row(label: string, values: readonly ComponentChild[]): JSX.Element {
  return h(
    'div',
    { class: 'fact', key: label },
    h('dt', null, label),
    h(
      'dd',
      null,
      h(
        'ul',
        { class: 'plain-list' },
        values.map(value => h('li', null, value)),
      ),
    ),
  );
}

function fact(page: Page, edge: EdgeItem, outward: boolean, relation: string): JSX.Element {
  const other = page.data.nodes[outward ? edge.target : edge.source];
  return h(
    'span',
    { class: 'fact-value' },
    nodeLink(page, other),
    h(
      'button',
      {
        type: 'button',
        class: 'why',
        title: page.t('evidence'),
        'aria-label': page.t('evidence'),
        onClick: () => page.send({ do: 'select', selection: { kind: 'edge', edge: edge.index } }),
      },
      icon('text'),
    ),
    relation === 'holds_office' ? office(page, edge) : null,
  );
}

/** The office's name, with its dates where a statement gives them. */
function office(page: Page, edge: EdgeItem): JSX.Element | null {
  const names = new Map<string, number>();
  let [first, last] = [Number.POSITIVE_INFINITY, NO_DAY];
  let past = false;
  for (let index = edge.from; index < edge.to; index++) {
    const statement = page.data.statement(index);
    const name = statement.office && plain(statement.office[page.state.language]);
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
    past ||= statement.modality === 'past';
    const [from, to] = dayRange(statement.time);
    if (from === NO_DAY) continue;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  const dates = Number.isFinite(first)
    ? `${dateText(page, isoDay(first))}${last > first ? ` – ${dateText(page, isoDay(last))}` : ''}`
    : '';
  return h(
    'span',
    { class: 'office' },
    often(names).map(name => isolated(name, 'office-name')),
    past ? h('span', { class: 'tag past' }, page.t('past')) : null,
    dates ? h('span', { class: 'office-dates' }, dates) : null,
  );
}

/** The office by the names under which it is most often given. */
function often(names: ReadonlyMap<string, number>): string[] {
  const ranked = [...names].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return ranked.slice(0, 2);
}
