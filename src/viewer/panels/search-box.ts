/** The search field with its list of results: a combobox that keys can drive. */
import { h, type JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Hit, search } from '../data/search.js';
import { plain } from '../text/bidi.js';
import { count } from '../text/nouns.js';
import { nameOf, type Page, typeLabel } from './page.js';
import { disc, icon, isolated } from './ui.js';

interface SearchBoxProps {
  readonly page: Page;
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onPick: (node: number) => void;
  /** Text to begin with, such as the name of the node chosen before. */
  readonly text?: string;
}

export function SearchBox(props: SearchBoxProps): JSX.Element {
  const { page, id, label, placeholder, onPick } = props;
  const [query, setQuery] = useState(props.text ?? '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const hits = open ? search(page.index(), query) : [];
  const shown = open && query.trim() !== '';

  const pick = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    setQuery(nameOf(page, hit.node));
    onPick(hit.node.index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + Math.max(1, hits.length)) % Math.max(1, hits.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(search(page.index(), query)[active] ?? hits[0]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (shown) setOpen(false);
      else setQuery('');
    }
  };
  return h(
    'div',
    { class: 'search', role: 'search' },
    icon('search'),
    h('input', {
      ref: input,
      id,
      class: 'search-input',
      type: 'text',
      role: 'combobox',
      dir: 'auto',
      autocomplete: 'off',
      spellcheck: false,
      value: query,
      placeholder,
      'aria-label': label,
      'aria-expanded': String(shown),
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      ...(shown && hits[active] ? { 'aria-activedescendant': `${id}-${active}` } : {}),
      onInput: (event: Event) => {
        setQuery((event.target as HTMLInputElement).value);
        setActive(0);
        setOpen(true);
      },
      onFocus: () => input.current?.select(),
      onBlur: () => setTimeout(() => setOpen(false), 120),
      onKeyDown,
    }),
    h(
      'ul',
      {
        class: 'search-list',
        id: `${id}-list`,
        role: 'listbox',
        'aria-label': page.t('searchShort'),
        hidden: !shown || hits.length === 0,
      },
      hits.map((hit, place) =>
        h(
          'li',
          {
            key: hit.node.id,
            id: `${id}-${place}`,
            role: 'option',
            'aria-selected': String(place === active),
            class: place === active ? 'active' : '',
            onPointerDown: (event: Event) => event.preventDefault(),
            onClick: () => pick(hit),
          },
          disc(page, hit.node),
          h('span', { class: 'search-name' }, isolated(nameOf(page, hit.node)), alias(page, hit)),
          h('span', { class: 'search-type' }, typeLabel(page, hit.node)),
        ),
      ),
    ),
    h(
      'span',
      { class: 'unseen', role: 'status' },
      shown
        ? hits.length === 0
          ? page.t('noResults')
          : count(page.state.language, 'result', hits.length)
        : '',
    ),
    shown && hits.length === 0
      ? h('div', { class: 'search-none', 'aria-hidden': 'true' }, page.t('noResults'))
      : null,
  );
}

/** The name that matched, where it is not the one shown. */
function alias(page: Page, hit: Hit): JSX.Element | null {
  const name = plain(hit.name);
  return name === nameOf(page, hit.node) ? null : isolated(name, 'search-alias');
}
