/** What each of the reader's actions does to the state. Pure. */
import { type Filters, NO_FILTERS } from '../data/filters.js';
import { type Focus, type Language, NOTHING, type Selection, type State, type View } from './state.js';

export type SetFilter = 'offTypes' | 'offRelations' | 'offPolarity' | 'offModality' | 'offSources';

export type Action =
  | { readonly do: 'language'; readonly language: Language }
  | { readonly do: 'theme'; readonly theme: State['theme'] }
  | { readonly do: 'view'; readonly view: View; readonly rows?: State['rows'] }
  | { readonly do: 'select'; readonly selection: Selection }
  | { readonly do: 'back' }
  | { readonly do: 'forward' }
  | {
      readonly do: 'toggle';
      readonly filter: SetFilter;
      readonly keys: readonly string[];
      readonly on: boolean;
    }
  | { readonly do: 'support'; readonly minSources: number }
  | { readonly do: 'confidence'; readonly minConfidence: number }
  | { readonly do: 'time'; readonly time: Filters['time'] }
  | { readonly do: 'lonely'; readonly on: boolean }
  | { readonly do: 'reset' }
  | { readonly do: 'focus'; readonly focus: Focus | undefined }
  | { readonly do: 'colouring'; readonly colouring: State['colouring'] }
  | { readonly do: 'hide'; readonly node: number }
  | { readonly do: 'unhide' }
  | { readonly do: 'pin'; readonly node: number }
  | { readonly do: 'all-ties'; readonly on: boolean }
  | { readonly do: 'arrange'; readonly on: boolean }
  | { readonly do: 'play'; readonly on: boolean }
  | { readonly do: 'open'; readonly panel: Panel; readonly on: boolean; readonly alone?: boolean }
  | { readonly do: 'restore'; readonly state: State };

export type Panel = 'filters' | 'reader' | 'timeline' | 'menu';

/** How many steps back the page remembers. */
const MEMORY = 100;

export function reduce(state: State, action: Action): State {
  switch (action.do) {
    case 'language':
      return { ...state, language: action.language };
    case 'theme':
      return { ...state, theme: action.theme };
    case 'view':
      return { ...state, view: action.view, rows: action.rows ?? state.rows, arranging: false };
    case 'select':
      return select(state, action.selection);
    case 'back':
      return back(state);
    case 'forward':
      return forward(state);
    case 'focus':
      return { ...state, focus: action.focus };
    case 'colouring':
      return { ...state, colouring: action.colouring };
    case 'hide':
      return hide(state, action.node);
    case 'unhide':
      return { ...state, hidden: new Set() };
    case 'pin':
      return { ...state, pinned: toggled(state.pinned, action.node) };
    case 'all-ties':
      return { ...state, allTies: action.on };
    case 'arrange':
      return { ...state, arranging: action.on };
    case 'play':
      return { ...state, playing: action.on };
    case 'open':
      return open(state, action.panel, action.on, action.alone ?? false);
    case 'restore':
      return action.state;
    default:
      return {
        ...state,
        filters: filter(state.filters, action),
        playing: state.playing && action.do === 'time',
      };
  }
}

type FilterAction = Extract<
  Action,
  { readonly do: 'toggle' | 'support' | 'confidence' | 'time' | 'lonely' | 'reset' }
>;

function filter(filters: Filters, action: FilterAction): Filters {
  switch (action.do) {
    case 'toggle': {
      const off = new Set(filters[action.filter]);
      for (const key of action.keys) {
        if (action.on) off.delete(key);
        else off.add(key);
      }
      return { ...filters, [action.filter]: off };
    }
    case 'support':
      return { ...filters, minSources: Math.max(1, action.minSources) };
    case 'confidence':
      return { ...filters, minConfidence: Math.min(100, Math.max(0, action.minConfidence)) };
    case 'time':
      return { ...filters, time: action.time };
    case 'lonely':
      return { ...filters, lonely: action.on };
    case 'reset':
      return NO_FILTERS;
  }
}

function select(state: State, selection: Selection): State {
  if (same(state.selection, selection)) return { ...state, readerOpen: true };
  return {
    ...state,
    selection,
    past: [...state.past, state.selection].slice(-MEMORY),
    future: [],
    readerOpen: selection.kind === 'none' ? state.readerOpen : true,
  };
}

function back(state: State): State {
  const selection = state.past.at(-1);
  if (selection === undefined) return state;
  return { ...state, selection, past: state.past.slice(0, -1), future: [state.selection, ...state.future] };
}

function forward(state: State): State {
  const [selection, ...future] = state.future;
  if (selection === undefined) return state;
  return { ...state, selection, past: [...state.past, state.selection], future };
}

function hide(state: State, node: number): State {
  const hidden = new Set(state.hidden).add(node);
  const pinned = new Set(state.pinned);
  pinned.delete(node);
  const gone = state.selection.kind === 'node' && state.selection.node === node;
  const focus = state.focus?.node === node ? undefined : state.focus;
  return { ...(gone ? select(state, NOTHING) : state), hidden, pinned, focus };
}

function open(state: State, panel: Panel, on: boolean, alone: boolean): State {
  const closed = alone && on ? { filtersOpen: false, readerOpen: false, menuOpen: false } : {};
  const key = { filters: 'filtersOpen', reader: 'readerOpen', timeline: 'timelineOpen', menu: 'menuOpen' }[
    panel
  ];
  return { ...state, ...closed, [key]: on };
}

function toggled(set: ReadonlySet<number>, item: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

export function same(a: Selection, b: Selection): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
