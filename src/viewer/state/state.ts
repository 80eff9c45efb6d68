/** Everything that the reader has chosen. The page is a function of this and of the data. */
import { type Filters, NO_FILTERS } from '../data/filters.js';

export type Language = 'ar' | 'en';
export type View = 'graph' | 'map' | 'table';

/** What the reading panel shows. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'edge'; readonly edge: number }
  | { readonly kind: 'path'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'community'; readonly community: number };

export interface Focus {
  readonly node: number;
  readonly steps: 1 | 2;
}

export interface State {
  readonly language: Language;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly view: View;
  readonly rows: 'nodes' | 'edges';
  readonly filters: Filters;
  readonly selection: Selection;
  readonly past: readonly Selection[];
  readonly future: readonly Selection[];
  readonly focus: Focus | undefined;
  readonly colouring: 'type' | 'community';
  readonly hidden: ReadonlySet<number>;
  readonly pinned: ReadonlySet<number>;
  /** Draw every visible tie, not only the strongest. */
  readonly allTies: boolean;
  readonly arranging: boolean;
  readonly playing: boolean;
  /** Which of the side panels are open. In a small window one at a time covers the lower half. */
  readonly filtersOpen: boolean;
  readonly readerOpen: boolean;
  readonly timelineOpen: boolean;
  readonly menuOpen: boolean;
}

export const NOTHING: Selection = { kind: 'none' };

/** `roomy`: wide enough for the filters beside the graph and what is read; `small`: panels cover the graph. */
export function initialState(window: {
  readonly small: boolean;
  readonly roomy: boolean;
  readonly language: Language;
}): State {
  return {
    language: window.language,
    theme: 'auto',
    view: 'graph',
    rows: 'nodes',
    filters: NO_FILTERS,
    selection: NOTHING,
    past: [],
    future: [],
    focus: undefined,
    colouring: 'type',
    hidden: new Set(),
    pinned: new Set(),
    allTies: false,
    arranging: false,
    playing: false,
    filtersOpen: window.roomy,
    readerOpen: !window.small,
    timelineOpen: true,
    menuOpen: false,
  };
}
