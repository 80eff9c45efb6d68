/** What filters are made of: an option to tick, a group of them, a slider. */
import { type ComponentChild, h, type JSX } from 'preact';
import type { SetFilter } from '../../state/reduce.js';
import { formatNumber } from '../../text/strings.js';
import type { Page } from '../page.js';
import { icon } from '../ui.js';

export interface Option {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly color?: string;
  readonly inner?: boolean;
  readonly extra?: ComponentChild;
  readonly onToggle: (on: boolean) => void;
}

export function option(o: Option): JSX.Element {
  return h(
    'label',
    { class: `option${o.inner ? ' inner' : ''}${o.count === 0 ? ' empty' : ''}`, key: o.key },
    h('input', {
      type: 'checkbox',
      'data-key': o.key,
      checked: o.on,
      onChange: (event: Event) => o.onToggle((event.target as HTMLInputElement).checked),
    }),
    h('span', {
      class: 'check',
      'aria-hidden': 'true',
      ...(o.color ? { style: { '--color': o.color } as Record<string, string> } : {}),
    }),
    h('bdi', { class: 'option-label' }, o.label),
    o.extra ?? null,
    h('span', { class: 'option-count' }, formatNumber(o.count)),
  );
}

/** `open`: at first; then as the reader leaves it. */
export function group(title: string, children: ComponentChild, open = true): JSX.Element {
  return h(
    'details',
    { class: 'filter-group', open },
    h('summary', null, h('h3', null, title), icon('chevron')),
    h('div', { class: 'filter-body' }, children),
  );
}

export function toggle(page: Page, filter: SetFilter, keys: readonly string[]) {
  return (on: boolean) => page.send({ do: 'toggle', filter, keys, on });
}

export interface Range {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly text: (n: number) => string;
  readonly onChange: (n: number) => void;
}

export function range(r: Range): JSX.Element {
  return h(
    'div',
    { class: 'range' },
    h('label', { for: `filter-${r.id}` }, r.label),
    h('output', { for: `filter-${r.id}` }, r.text(r.value)),
    h('input', {
      type: 'range',
      id: `filter-${r.id}`,
      min: r.min,
      max: r.max,
      step: r.step,
      value: r.value,
      'aria-valuetext': r.text(r.value),
      onInput: (event: Event) => r.onChange(Number((event.target as HTMLInputElement).value)),
    }),
  );
}
