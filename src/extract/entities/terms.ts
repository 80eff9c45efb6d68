import type { OfficeTerm } from '../../schema/types.js';

/** Whether a term has ended at a date: days of the month of its end still belong to it. */
export function isOver({ to }: OfficeTerm, date: string): boolean {
  return to !== undefined && date > `${to}~`;
}

/** Whether a term holds at a date. Without a beginning it counts as begun. */
export function isCurrent(term: OfficeTerm, date: string): boolean {
  return (!term.from || term.from <= date) && !isOver(term, date);
}
