/** The state as the part of a link after `#`, so that what one sees can be sent to somebody. */

import { dayRange, isoDay } from '../data/days.js';
import { type Filters, NO_FILTERS } from '../data/filters.js';
import type { Data } from '../data/model.js';
import type { SetFilter } from './reduce.js';
import { NOTHING, type Selection, type State } from './state.js';

/** Where the reader looks: the camera of the graph. */
export interface Gaze {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

const SETS: readonly (readonly [short: string, filter: SetFilter])[] = [
  ['types', 'offTypes'],
  ['relations', 'offRelations'],
  ['polarity', 'offPolarity'],
  ['modality', 'offModality'],
  ['sources', 'offSources'],
];

/** Writes what differs from the first view; nothing more, so that links stay short. */
export function writeLink(data: Data, state: State, gaze: Gaze | undefined): string {
  const parts = new URLSearchParams();
  const put = (name: string, value: string | undefined) =>
    value !== undefined && value !== '' && parts.set(name, value);
  const id = (node: number | undefined) => (node === undefined ? undefined : data.nodes[node]?.id);
  put('lang', state.language);
  put('theme', state.theme === 'auto' ? undefined : state.theme);
  put('view', state.view === 'graph' ? undefined : state.view);
  put('rows', state.view === 'table' ? state.rows : undefined);
  put('show', showOf(data, state.selection));
  put('focus', state.focus ? `${state.focus.steps} ${id(state.focus.node)}` : undefined);
  put('colour', state.colouring === 'type' ? undefined : state.colouring);
  put('hide', ids(data, state.hidden));
  put('pin', ids(data, state.pinned));
  put('ties', state.allTies ? 'all' : undefined);
  for (const [name, filter] of SETS) put(`no-${name}`, offOf(data, state.filters, filter).join(','));
  put('texts', state.filters.minSources > 1 ? String(state.filters.minSources) : undefined);
  put('sure', state.filters.minConfidence > 0 ? String(state.filters.minConfidence) : undefined);
  put('time', state.filters.time?.map(isoDay).join('/'));
  put('lonely', state.filters.lonely ? 'yes' : undefined);
  put('at', gaze && [gaze.x, gaze.y, gaze.ratio].map(value => value.toFixed(4)).join(','));
  return parts.toString();
}

/** Reads a link. What it names and the graph lacks is passed over. */
export function readLink(
  data: Data,
  start: State,
  link: string,
): { readonly state: State; readonly gaze?: Gaze } {
  const parts = new URLSearchParams(link.replace(/^#/, ''));
  const get = (name: string) => parts.get(name) ?? '';
  const one = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
    values.find(value => value === get(name)) ?? otherwise;
  const selection = readSelection(data, get('show'));
  const state: State = {
    ...start,
    language: one('lang', ['ar', 'en'], start.language),
    theme: one('theme', ['auto', 'light', 'dark'], start.theme),
    view: one('view', ['graph', 'map', 'table'], start.view),
    rows: one('rows', ['nodes', 'edges'], start.rows),
    selection,
    readerOpen: start.readerOpen || selection.kind !== 'none',
    focus: readFocus(data, get('focus')),
    colouring: one('colour', ['type', 'community'], 'type'),
    hidden: numbers(data, get('hide')),
    pinned: numbers(data, get('pin')),
    allTies: get('ties') === 'all',
    filters: readFilters(data, get),
  };
  const gaze = readGaze(get('at'));
  return gaze === undefined ? { state } : { state, gaze };
}

function showOf(data: Data, selection: Selection): string | undefined {
  const id = (node: number | undefined) => (node === undefined ? '' : (data.nodes[node]?.id ?? ''));
  switch (selection.kind) {
    case 'none':
      return undefined;
    case 'node':
      return `node ${id(selection.node)}`;
    case 'edge':
      return `tie ${data.edges[selection.edge]?.key ?? ''}`;
    case 'path':
      return `path ${id(selection.from)}|${id(selection.to)}`;
    case 'community':
      return `community ${selection.community}`;
  }
}

function readSelection(data: Data, text: string): Selection {
  const space = text.indexOf(' ');
  const [kind, rest] = [text.slice(0, space), text.slice(space + 1)];
  const number = (id: string | undefined) => data.nodeById.get(id ?? '')?.index;
  if (kind === 'node') {
    const node = number(rest);
    return node === undefined ? NOTHING : { kind, node };
  }
  if (kind === 'tie') {
    const edge = data.edgeByKey.get(rest)?.index;
    return edge === undefined ? NOTHING : { kind: 'edge', edge };
  }
  if (kind === 'path') {
    const [from, to] = rest.split('|');
    return { kind, from: number(from), to: number(to) };
  }
  const community = Number(rest);
  const known = kind === 'community' && data.nodes.some(node => node.community === community);
  return known ? { kind: 'community', community } : NOTHING;
}

function readFocus(data: Data, text: string): State['focus'] {
  const match = /^([12]) (.+)$/.exec(text);
  const node = data.nodeById.get(match?.[2] ?? '')?.index;
  return node === undefined ? undefined : { node, steps: match?.[1] === '2' ? 2 : 1 };
}

function ids(data: Data, set: ReadonlySet<number>): string {
  return [...set].map(node => data.nodes[node]?.id ?? '').join('|');
}

function numbers(data: Data, text: string): ReadonlySet<number> {
  return new Set(text.split('|').flatMap(id => data.nodeById.get(id)?.index ?? []));
}

/** Sources go by name, so that a link still holds after the graph is built anew. */
function offOf(data: Data, filters: Filters, filter: SetFilter): string[] {
  const keys = [...filters[filter]];
  if (filter !== 'offSources') return keys;
  return keys.map(key => encodeURIComponent(data.sources[Number(key)] ?? ''));
}

function readFilters(data: Data, get: (name: string) => string): Filters {
  const off = (name: string) =>
    new Set(
      get(`no-${name}`)
        .split(',')
        .filter(key => key !== ''),
    );
  const sources = off('sources');
  const time = get('time');
  const [from, to] = time.split('/').map(part => dayRange(part)[0]);
  return {
    ...NO_FILTERS,
    offTypes: off('types'),
    offRelations: off('relations'),
    offPolarity: off('polarity'),
    offModality: off('modality'),
    offSources: new Set(
      data.sources.flatMap((name, index) => (sources.has(encodeURIComponent(name)) ? String(index) : [])),
    ),
    minSources: Math.max(1, Math.floor(Number(get('texts'))) || 1),
    minConfidence: Math.min(100, Math.max(0, Number(get('sure')) || 0)),
    time:
      from === undefined || to === undefined || !/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(time)
        ? undefined
        : [from, to],
    lonely: get('lonely') === 'yes',
  };
}

function readGaze(text: string): Gaze | undefined {
  const [x, y, ratio] = text.split(',').map(Number);
  const good = [x, y, ratio].every(value => value !== undefined && Number.isFinite(value));
  return text !== '' && good && (ratio ?? 0) > 0 ? { x: x ?? 0, y: y ?? 0, ratio: ratio ?? 1 } : undefined;
}
