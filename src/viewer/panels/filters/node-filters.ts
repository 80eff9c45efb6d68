/** Filters of nodes: their types and subtypes, and whether those without ties are shown. */
import { h, type JSX } from 'preact';
import type { NodeTypeDefinition } from '../../../schema/types.js';
import type { Data } from '../../data/model.js';
import { safeColor } from '../../draw/palette.js';
import type { Page } from '../page.js';
import { icon } from '../ui.js';
import { group, option, toggle } from './parts.js';

export function nodeFilters(page: Page): JSX.Element {
  const { data, state, seen, t, send } = page;
  const lonely = seen.counts.get('lonely') ?? 0;
  return group(t('nodeTypes'), [
    ...data.nodeTypes.flatMap(definition => typeOptions(page, definition)),
    lonely === 0
      ? null
      : option({
          key: 'lonely',
          label: t('lonely'),
          count: lonely,
          on: state.filters.lonely,
          onToggle: on => send({ do: 'lonely', on }),
        }),
  ]);
}

function typeOptions(page: Page, definition: NodeTypeDefinition): JSX.Element[] {
  const { data, state, seen, palette, t } = page;
  const { type } = definition;
  const color = safeColor(palette.dark ? definition.color.dark : definition.color.light, palette.neutral);
  const off = state.filters.offTypes.has(type);
  const used = definition.subtypes.filter(subtype => usedSubtypes(data).has(`${type}/${subtype.id}`));
  const options = [
    option({
      key: type,
      label: definition.plural[state.language],
      count: seen.counts.get(`type:${type}`) ?? 0,
      on: !off,
      color,
      onToggle: toggle(page, 'offTypes', [type]),
    }),
  ];
  if (off || used.length < 2) return options;
  const inner = used.map(subtype => {
    const key = `${type}/${subtype.id}`;
    return option({
      key,
      label: subtype.label[state.language],
      count: seen.counts.get(`type:${key}`) ?? 0,
      on: !state.filters.offTypes.has(key),
      color,
      inner: true,
      onToggle: toggle(page, 'offTypes', [key]),
    });
  });
  // A list that hides something must not hide itself.
  const narrowed = used.some(subtype => state.filters.offTypes.has(`${type}/${subtype.id}`));
  return [
    ...options,
    h(
      'details',
      { class: 'kinds', key: `${type} kinds`, ...(narrowed ? { open: true } : {}) },
      h('summary', { 'data-kinds': type }, icon('chevron'), t('kinds', { n: used.length })),
      inner,
    ),
  ];
}

const found = new WeakMap<Data, ReadonlySet<string>>();

function usedSubtypes(data: Data): ReadonlySet<string> {
  let used = found.get(data);
  if (!used) {
    used = new Set(data.nodes.map(node => `${data.nodeTypes[node.type]?.type}/${node.subtype ?? ''}`));
    found.set(data, used);
  }
  return used;
}
