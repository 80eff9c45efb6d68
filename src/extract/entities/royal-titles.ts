import { Item, type Work } from './work.js';

const CUSTODIAN = /^[وفبل]*خادم$/;

/** Whether a title is that of the Saudi king: "خادم الحرمين الشريفين". */
export function isCustodian(work: Work, { office, first }: Item): boolean {
  return office?.id === 'king' && CUSTODIAN.test(work.document.tokens[first]?.form.fold ?? '');
}

/** "سفير خادم الحرمين الشريفين لدى المغرب": the country whose king sends him. */
export function kingdomOf(work: Work, item: Item): Item | undefined {
  const entity = isCustodian(work, item) ? work.lexicon.country('SA') : undefined;
  if (!entity) return undefined;
  const { first, last, start } = item;
  return new Item({ kind: 'country', first, last, start, mention: 'title', entity });
}
