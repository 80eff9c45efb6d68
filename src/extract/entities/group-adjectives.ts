import { fold } from '../../language/arabic/normalize.js';
import { nameAt } from './names.js';
import { addItem, type Item, type Work } from './work.js';

/** Adjectives that are made of the name of a group. */
const GROUPS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['الحوثي', 'org:houthis'],
      ['الحوثية', 'org:houthis'],
      ['الداعشي', 'org:islamic-state'],
      ['الإخواني', 'org:muslim-brotherhood'],
      ['الحمساوي', 'org:hamas'],
      ['الفتحاوي', 'org:fatah'],
    ] as const
  ).map(([word, id]) => [fold(word), id]),
);

/** "القيادي الحوثي أبو وليد فلان": the adjective says of which group he is, where a name stands behind it. */
export function groupOf(work: Work, office: Item, index: number): Item | undefined {
  const { tokens } = work.document;
  const token = tokens[index];
  const entity = work.lexicon.entities.get(GROUPS.get(token?.form.fold ?? '') ?? '');
  if (!token || !entity || !office.definite || index !== office.last) return undefined;
  let behind = index + 1;
  const adjective = tokens[behind]?.form;
  // "القيادي الإخواني البارز فلان"
  if (adjective?.kind === 'word' && work.classes(adjective).titleAdjective) behind++;
  const next = work.at[behind];
  const named =
    next?.kind === 'leader' ||
    next?.kind === 'title' ||
    (nameAt(work, behind)?.known ?? 0) > 0 ||
    /^ابو/.test(tokens[behind]?.form.fold ?? '');
  if (!named) return undefined;
  const { start } = token;
  return addItem(work, {
    kind: 'organization',
    first: index,
    last: index + 1,
    start,
    mention: 'alias',
    entity,
  });
}

/** Whether a word right behind a title is such an adjective and begins no name. */
export function isGroupAdjective(work: Work, index: number): boolean {
  return GROUPS.has(work.document.tokens[index]?.form.fold ?? '') && work.at[index - 1]?.kind === 'office';
}
