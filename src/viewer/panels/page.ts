/** What every panel is given: the data, the state, what remains visible, and how to send actions. */
import type { LeftOut } from '../../export/html-rows.js';
import type { Visible } from '../data/filters.js';
import type { Data, EdgeItem, NodeItem } from '../data/model.js';
import type { SearchIndex } from '../data/search.js';
import type { Palette } from '../draw/palette.js';
import type { Action } from '../state/reduce.js';
import type { State } from '../state/state.js';
import { plain } from '../text/bidi.js';
import { count, type Noun } from '../text/nouns.js';
import type { Translate } from '../text/strings.js';

export interface Page {
  readonly data: Data;
  readonly state: State;
  readonly seen: Visible;
  /** Made when something is first looked for. */
  readonly index: () => SearchIndex;
  readonly palette: Palette;
  readonly t: Translate;
  readonly send: (action: Action) => void;
  readonly do: Deeds;
}

/** What needs more than a change of state. */
export interface Deeds {
  zoom(factor: number): void;
  pan(dx: number, dy: number): void;
  fit(nodes?: readonly number[]): void;
  fly(node: number): void;
  save(format: 'png' | 'svg' | 'gexf' | 'json' | 'nodes.csv' | 'edges.csv'): void;
  copyLink(): void;
  print(): void;
  /** Ties on the canvas, visible ones that were spared, and nodes that the map has no place for. */
  drawn(): { readonly drawn: number; readonly spared: number; readonly unplaced: number };
}

export function nameOf(page: Page, node: NodeItem | undefined): string {
  if (!node) return '';
  return plain(page.state.language === 'ar' ? node.label : node.labelEn || node.label);
}

export function otherNameOf(page: Page, node: NodeItem): string {
  return plain(page.state.language === 'ar' ? node.labelEn : node.label);
}

export function typeLabel(page: Page, node: NodeItem): string {
  return page.data.nodeTypes[node.type]?.label[page.state.language] ?? '';
}

export function subtypeLabel(page: Page, node: NodeItem): string | undefined {
  const definition = page.data.nodeTypes[node.type];
  const subtype = definition?.subtypes.find(one => one.id === node.subtype);
  return subtype?.label[page.state.language] ?? node.subtype;
}

export function relationLabel(page: Page, edge: EdgeItem): string {
  return page.data.relationTypes[edge.type]?.label[page.state.language] ?? '';
}

export function otherEnd(page: Page, edge: EdgeItem, node: number): NodeItem | undefined {
  return page.data.nodes[edge.source === node ? edge.target : edge.source];
}

/** A date as people write it; a range that the graph only knows to the month or year stays so. */
export function dateText(page: Page, date: string | undefined): string {
  if (date === undefined) return page.t('undated');
  const [from = '', to] = date.split('/');
  const [start, end] = [onePart(page, from), to === undefined ? undefined : onePart(page, to)];
  return end === undefined || end === start ? start : `${start} – ${end}`;
}

function onePart(page: Page, part: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(part);
  if (!match) return part;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (match[2]) options.month = 'long';
  if (match[3]) options.day = 'numeric';
  const locale = page.state.language === 'ar' ? 'ar-EG-u-nu-latn' : 'en-GB';
  return new Intl.DateTimeFormat(locale, options).format(date);
}

/** From the first to the last day that a tie is known for. */
export function spanText(page: Page, edge: EdgeItem): string {
  if (!edge.first) return page.t('undated');
  return edge.last && edge.last !== edge.first
    ? `${dateText(page, edge.first)} – ${dateText(page, edge.last)}`
    : dateText(page, edge.first);
}

/** How many statements of a tie pass the filters; of a tie whose every carried one does, all that the graph has. */
export function statementsShown({ seen }: Page, edge: EdgeItem): number {
  const shown = seen.support[edge.index] ?? 0;
  return shown === edge.to - edge.from ? edge.weight : shown;
}

/** What the page does not carry, in words; what is nothing is not named. */
export function leftOutText(
  { state, t }: Page,
  left: LeftOut,
  key: 'leftOut' | 'leftOutHere' = 'leftOut',
): string {
  const counted: readonly (readonly [Noun, number])[] = [
    ['node', left.nodes],
    ['tie', left.edges],
    ['statement', left.statements],
  ];
  const parts = counted.filter(([, n]) => n > 0).map(([noun, n]) => count(state.language, noun, n));
  return t(key, { parts: parts.join(state.language === 'ar' ? ' و' : ', ') });
}
