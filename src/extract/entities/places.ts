import { wordSet } from '../../language/arabic/words.js';
import { drop } from './bodies.js';
import type { Item, Work } from './work.js';

/** Words that a government can stand after, besides verbs: "حليفة موسكو". */
const AMONG_STATES = wordSet(
  'مع بين ضد إلى على أن إن حيال تجاه وبين عن لكن فيما بينما حليف حليفة حليفا حليفتا حلفاء لدى',
);

/**
 * Capitals that are only places here: "اجتمعوا في فيينا" says nothing about Austria. A capital stays where the
 * article speaks of its country otherwise, or lets the capital act.
 */
export function dropPlaces(work: Work): void {
  const named = new Set<string>();
  for (const item of work.items)
    if (item.entity?.iso && item.kind !== 'capital' && !item.dropped) named.add(item.entity.iso);
  const capitals = work.items.filter(item => item.kind === 'capital' && !item.dropped && !item.inside);
  for (const item of capitals) {
    const iso = item.entity?.iso;
    if (!iso || named.has(iso)) continue;
    if (actsHere(work, item)) named.add(iso);
  }
  for (const item of capitals) if (item.entity?.iso && !named.has(item.entity.iso)) drop(work, item);
}

/** After a verb, as one of several states, or at the head of a sentence. */
function actsHere(work: Work, item: Item): boolean {
  if (item.proclitic === 'ب') return false;
  if (item.proclitic === 'ل') return true;
  const { tokens } = work.document;
  const before = tokens[item.first - 1];
  if (!before || before.sentence !== tokens[item.first]?.sentence) return !isDateline(work, item);
  if (before.form.kind !== 'word') return item.conjunction === 'و';
  const other = work.at[item.first - 1];
  if (item.conjunction === 'و') return other?.entity?.iso !== undefined && other.kind !== 'demonym';
  if (AMONG_STATES.has(before.form.fold)) return true;
  if (other || work.classes(before.form).definite) return false;
  // Past verbs in the feminine, and present ones: "اتهمت موسكو", "ترفض موسكو".
  return /[^ا]ت$/.test(before.form.fold) || /^[وف]?ت.{2,}[^ه]$/.test(before.form.fold);
}

/** "لندن (رويترز)", "دبي - العربية". */
function isDateline(work: Work, item: Item): boolean {
  const after = work.document.tokens[item.last];
  return after === undefined || /^[(\-–—،:]$/.test(after.form.text);
}
