/** Filters by who published the articles. */
import { h, type JSX } from 'preact';
import { plain } from '../../text/bidi.js';
import type { Page } from '../page.js';
import { button } from '../ui.js';
import { group, option, toggle } from './parts.js';

/** More sources than these, the smallest, are not listed. */
const MOST = 60;

export function sourceFilters(page: Page): JSX.Element | null {
  const { data, state, seen, t, send } = page;
  if (data.sources.length < 2) return null;
  const ranked = data.sources
    .map((name, index) => ({ name, key: String(index), count: seen.counts.get(`source:${index}`) ?? 0 }))
    .sort((a, b) => b.count - a.count || Number(a.key) - Number(b.key));
  const keys = ranked.map(({ key }) => key);
  const only = (key: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'only',
        onClick: (event: Event) => {
          event.preventDefault();
          send({ do: 'toggle', filter: 'offSources', keys, on: false });
          send({ do: 'toggle', filter: 'offSources', keys: [key], on: true });
        },
      },
      t('only'),
    );
  return group(t('sources'), [
    ...ranked.slice(0, MOST).map(({ name, key, count }) =>
      option({
        key: `source:${key}`,
        label: plain(name),
        count,
        on: !state.filters.offSources.has(key),
        extra: only(key),
        onToggle: toggle(page, 'offSources', [key]),
      }),
    ),
    state.filters.offSources.size === 0
      ? null
      : button({
          label: t('all'),
          class: 'text-button',
          onClick: () => send({ do: 'toggle', filter: 'offSources', keys, on: true }),
        }),
  ]);
}
