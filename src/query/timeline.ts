/** The dated statements of some relations, in the order of time. */
import { period } from './period.js';
import type { Relation, TimelineEntry } from './types.js';

/** Every dated statement as an entry, by the first day it covers; undated ones have no place on a timeline. */
export function timelineOf(relations: Iterable<Relation>): TimelineEntry[] {
  const entries: { entry: TimelineEntry; first: string }[] = [];
  for (const relation of relations) {
    for (const evidence of relation.evidence()) {
      const date = evidence.time ?? evidence.article.date;
      const days = date === undefined ? undefined : period(date);
      if (date === undefined || days === undefined) continue;
      const dated = evidence.time === undefined ? 'article' : 'stated';
      entries.push({ entry: { date, dated, relation, evidence }, first: days.first });
    }
  }
  const key = ({ entry, first }: (typeof entries)[number]) =>
    `${first} ${entry.date} ${entry.relation.id} ${entry.evidence.id}`;
  return entries
    .map(item => ({ ...item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}
