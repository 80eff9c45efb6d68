/** A table of rows that a field filters, heads sort, and pages cut. */
import { h, type JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fold } from '../../data/fold.js';
import { formatNumber } from '../../text/strings.js';
import type { Page } from '../page.js';
import { button } from '../ui.js';
import type { Column } from './columns.js';

const PAGE_ROWS = 100;

export interface RowsProps<T> {
  readonly page: Page;
  /** The same list as long as the same rows are meant. */
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
  /** Sorted by this column at first, downwards. */
  readonly first: string;
  /** Where the filter looks. */
  readonly text: (item: T) => string;
  readonly id: (item: T) => string;
  readonly save: 'nodes.csv' | 'edges.csv';
}

interface Order {
  readonly key: string;
  readonly down: boolean;
}

export function Rows<T extends object>(props: RowsProps<T>): JSX.Element {
  const { page, columns, items } = props;
  const [order, setOrder] = useState<Order>({ key: props.first, down: true });
  const [query, setQuery] = useState('');
  const [start, setStart] = useState(0);
  const { language } = page.state;
  const folded = useMemo(() => new WeakMap<T, string>(), []);
  const textOf = (item: T) => {
    const known = folded.get(item) ?? fold(props.text(item));
    folded.set(item, known);
    return known;
  };
  const sorted = useMemo(() => {
    const wanted = fold(query);
    const found = wanted === '' ? items : items.filter(item => textOf(item).includes(wanted));
    return inOrder(found, columns, order, language);
  }, [items, query, order, language]);
  const from = Math.min(start, Math.max(0, Math.floor((sorted.length - 1) / PAGE_ROWS) * PAGE_ROWS));
  const shown = sorted.slice(from, from + PAGE_ROWS);
  const sort = (key: string, numeric: boolean) => {
    setOrder(order.key === key ? { key, down: !order.down } : { key, down: numeric });
    setStart(0);
  };
  const search = (text: string) => {
    setQuery(text);
    setStart(0);
  };
  return h(
    'div',
    { class: 'table-part' },
    tools(props, query, search, { from, to: from + shown.length, all: sorted.length, go: setStart }),
    h(
      'div',
      {
        class: 'table-scroll',
        tabIndex: 0,
        role: 'region',
        'aria-label': page.t(props.save === 'nodes.csv' ? 'nodes' : 'edges'),
      },
      h(
        'table',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            columns.map(column => head(page, column, order, sort)),
          ),
        ),
        h(
          'tbody',
          null,
          shown.map(item => row(props, item)),
        ),
      ),
      sorted.length === 0 ? h('p', { class: 'note' }, page.t('nothingShown')) : null,
    ),
  );
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly all: number;
  readonly go: (start: number) => void;
}

function tools<T>(
  { page, save }: RowsProps<T>,
  query: string,
  search: (text: string) => void,
  { from, to, all, go }: Part,
): JSX.Element {
  const { t } = page;
  return h(
    'div',
    { class: 'table-tools' },
    h('input', {
      type: 'search',
      class: 'table-filter',
      id: 'table-filter',
      dir: 'auto',
      placeholder: t('tableFilter'),
      'aria-label': t('tableFilter'),
      value: query,
      onInput: (event: Event) => search((event.target as HTMLInputElement).value),
    }),
    h(
      'span',
      { class: 'table-range', role: 'status' },
      t('rowsOf', { from: all === 0 ? 0 : from + 1, to, all }),
    ),
    button({
      label: t('previousPage'),
      icon: 'back',
      bare: true,
      id: 'rows-before',
      disabled: from === 0,
      onClick: () => go(Math.max(0, from - PAGE_ROWS)),
    }),
    button({
      label: t('nextPage'),
      icon: 'forward',
      bare: true,
      id: 'rows-after',
      disabled: to >= all,
      onClick: () => go(from + PAGE_ROWS),
    }),
    button({ label: t('csv'), icon: 'save', id: 'table-csv', onClick: () => page.do.save(save) }),
  );
}

function head<T>(
  page: Page,
  column: Column<T>,
  order: Order,
  sort: (key: string, numeric: boolean) => void,
): JSX.Element {
  const { key, label, numeric = false } = column;
  const sorted = order.key === key;
  return h(
    'th',
    {
      key,
      scope: 'col',
      class: numeric ? 'numeric' : '',
      'aria-sort': sorted ? (order.down ? 'descending' : 'ascending') : 'none',
    },
    h(
      'button',
      { type: 'button', onClick: () => sort(key, numeric), 'data-sort': key },
      page.t(label),
      h('span', { class: 'sort', 'aria-hidden': 'true' }, sorted ? (order.down ? '↓' : '↑') : ''),
    ),
  );
}

function row<T>({ columns, id }: RowsProps<T>, item: T): JSX.Element {
  return h(
    'tr',
    { key: id(item) },
    columns.map(column =>
      h(
        'td',
        { key: column.key, class: column.numeric ? 'numeric' : '' },
        column.cell ? column.cell(item) : display(column.value(item)),
      ),
    ),
  );
}

function display(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** Each value is asked for once; rows of equal value keep their order. */
function inOrder<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  { key, down }: Order,
  language: string,
): readonly T[] {
  const column = columns.find(one => one.key === key);
  if (!column) return items;
  const collator = new Intl.Collator(language);
  const valued = items.map(item => ({ item, value: column.value(item) }));
  const sign = down ? -1 : 1;
  valued.sort(({ value: a }, { value: b }) =>
    typeof a === 'number' && typeof b === 'number'
      ? sign * (a - b)
      : sign * collator.compare(String(a), String(b)),
  );
  return valued.map(({ item }) => item);
}
