/** The small parts that panels are made of. */
import { type ComponentChild, type ComponentChildren, h, type JSX } from 'preact';
import type { NodeItem } from '../data/model.js';
import { nodeColor } from '../draw/palette.js';
import { pictureAddress } from '../draw/pictures.js';
import { directionOf } from '../text/bidi.js';
import { nameOf, type Page } from './page.js';

/** Strokes on a 24 by 24 grid. `flip` mirrors with the direction of the page. */
const ICONS = {
  search: 'M10.5 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20 20',
  back: 'M14.500 6 8.500 12l6 6',
  forward: 'M9.500 6l6 6-6 6',
  filter: 'M4 6.500h16M7 12h10M10 17.500h4',
  close: 'M6.500 6.500l11 11m0-11-11 11',
  plus: 'M12 5.500v13M5.500 12h13',
  minus: 'M5.500 12h13',
  fit: 'M4.500 9V4.500H9M15 4.500h4.500V9M19.500 15v4.500H15M9 19.500H4.500V15',
  spark:
    'M12 4v4m0 8v4m8-8h-4M8 12H4m13.600-5.600-2.800 2.800m-5.600 5.600-2.800 2.800m11.200 0-2.800-2.800M9.200 9.200 6.400 6.400',
  stop: 'M7 7h10v10H7z',
  play: 'M8 5.500v13l10.500-6.500z',
  pause: 'M8.500 6v12M15.500 6v12',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2m0 14v2m9-9h-2M5 12H3m15.400-6.400L17 7M7 17l-1.400 1.400m0-12.800L7 7m10 10 1.400 1.400',
  save: 'M12 4v11m-4.500-4L12 15.500 16.500 11M5 19.500h14',
  pin: 'M9 4.500h6l-1 6 3 3H7l3-3zM12 13.500v6',
  hide: 'M4 12s3-5.500 8-5.500 8 5.500 8 5.500-3 5.500-8 5.500S4 12 4 12zM5 5l14 14',
  path: 'M6 18.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 9.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16.500h5.500a3 3 0 0 0 0-6h-3a1 1 0 0 1 0-3H16',
  around: 'M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 19.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15z',
  locate: 'M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM12 3.500v4m0 9v4m8.500-8.500h-4m-9 0h-4',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  open: 'M13.500 5H19v5.500M19 5l-8 8M17 14v4.500H5.500V7H10',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 7.500V12l3 2',
  swap: 'M7 4.500v14m0 0-3-3m3 3 3-3M17 19.500v-14m0 0-3 3m3-3 3 3',
  chevron: 'M7 9.500l5 5 5-5',
  graph:
    'M6.500 9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM17.500 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9.500 20a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.800 7.300l6.400 1.500M7.200 9l1.600 6M16 11.500l-5 4.300',
  map: 'M9 5 4 7v12l5-2 6 2 5-2V5l-5 2zM9 5v12m6-10v12',
  table: 'M4 6h16v12H4zM4 10h16M4 14h16M10 6v12',
  print: 'M7 9V4.500h10V9M7 17H4.500V9h15v8H17M7 14h10v5.500H7z',
  text: 'M5 7h14M5 12h14M5 17h8',
  legend: 'M5 7h2m4 0h8M5 12h2m4 0h8M5 17h2m4 0h8',
} as const;

export type IconName = keyof typeof ICONS;

const MIRRORED: ReadonlySet<IconName> = new Set(['back', 'forward', 'open', 'text', 'legend']);

export function icon(name: IconName): JSX.Element {
  return h(
    'svg',
    {
      class: MIRRORED.has(name) ? 'icon mirrored' : 'icon',
      viewBox: '0 0 24 24',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    h('path', { d: ICONS[name] }),
  );
}

interface ButtonProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly onClick: () => void;
  /** Show the icon only, the label is read aloud and shown as a tip. */
  readonly bare?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  readonly id?: string;
}

export function button(props: ButtonProps, ...children: ComponentChild[]): JSX.Element {
  const { label, bare, pressed, expanded, disabled, onClick } = props;
  return h(
    'button',
    {
      type: 'button',
      class: `button${bare ? ' bare' : ''}${props.class ? ` ${props.class}` : ''}`,
      onClick,
      disabled: disabled ?? false,
      ...(props.id ? { id: props.id } : {}),
      ...(bare ? { 'aria-label': label, title: label } : {}),
      ...(pressed === undefined ? {} : { 'aria-pressed': String(pressed) }),
      ...(expanded === undefined ? {} : { 'aria-expanded': String(expanded) }),
    },
    props.icon ? icon(props.icon) : null,
    bare ? null : h('span', null, label),
    ...children,
  );
}

/** Foreign text in an element of its own direction, so that it can not disorder its surroundings. */
export function isolated(text: string, className?: string): JSX.Element {
  return h('bdi', { dir: directionOf(text), ...(className ? { class: className } : {}) }, text);
}

/** The round picture of a node: its flag, else its type's sign on its type's colour. */
export function disc(page: Page, node: NodeItem, size: 'small' | 'medium' | 'large' = 'small'): JSX.Element {
  const color = nodeColor(page.data, node, page.state, page.palette);
  const flag = node.iso !== undefined && page.data.flags[node.iso] !== undefined;
  const address = pictureAddress(page.data, node);
  return h(
    'span',
    {
      class: `disc ${size}${flag ? ' flag' : ''}`,
      style: { '--color': color } as Record<string, string>,
      'aria-hidden': 'true',
    },
    address ? h('img', { src: address, alt: '' }) : null,
  );
}

/** A node's name that leads to the node. */
export function nodeLink(page: Page, node: NodeItem | undefined, withDisc = true): JSX.Element | null {
  if (!node) return null;
  return h(
    'button',
    {
      type: 'button',
      class: 'node-link',
      onClick: () => page.send({ do: 'select', selection: { kind: 'node', node: node.index } }),
    },
    withDisc ? disc(page, node) : null,
    isolated(nameOf(page, node)),
  );
}

export function section(title: string, children: ComponentChildren, extra?: ComponentChild): JSX.Element {
  return h(
    'section',
    { class: 'block' },
    h('div', { class: 'block-head' }, h('h3', null, title), extra ?? null),
    children,
  );
}

export function tag(text: string, kind = ''): JSX.Element {
  return h('span', { class: `tag ${kind}` }, text);
}
