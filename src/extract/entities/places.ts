import { isPlacePreposition } from './ambiguous.js';
import { drop } from './bodies.js';
import type { Work } from './work.js';

/**
 * Capitals that are only places here: "اجتمعوا في فيينا" says nothing about Austria. A capital stays where the
 * article speaks of its country otherwise, or lets the capital act.
 */
export function dropPlaces(work: Work): void {
  const { tokens } = work.document;
  const named = new Set<string>();
  for (const item of work.items)
    if (item.entity?.iso && item.kind !== 'capital' && !item.dropped) named.add(item.entity.iso);
  for (const item of work.items) {
    if (
      item.kind !== 'capital' ||
      item.dropped ||
      item.inside ||
      !item.entity?.iso ||
      named.has(item.entity.iso)
    )
      continue;
    const before = tokens[item.first - 1];
    const word = before && before.sentence === tokens[item.first]?.sentence ? before.form : undefined;
    if (item.proclitic === 'ب' || (word && (isPlacePreposition(word.fold) || word.kind === 'word')))
      drop(work, item);
  }
}
