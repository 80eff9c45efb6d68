import { AMBIGUOUS_NAMES, COMMON_WORDS, NAME_WORDS, wordSet } from '../../language/arabic/words.js';
import { isGroupAdjective } from './group-adjectives.js';
import { type FoundName, isNameLike, isRareFirst, LONGEST_NAME, USUAL_WORDS } from './names.js';
import type { Work } from './work.js';

/** No name ends in these. */
export const NO_LAST = wordSet('أول ابن ابنة');

/** The name that ends right before a token, looking back to the nearest word that is none. */
export function nameBefore(work: Work, end: number): FoundName | undefined {
  let first = end;
  let known = 0;
  let fathers = 0;
  // "أول رئيس" says which president, "ابن وزير" whose son.
  if (NO_LAST.has(work.document.tokens[end - 1]?.form.fold ?? '')) return undefined;
  while (first > 0 && end - first < LONGEST_NAME + 2 * fathers) {
    const token = work.document.tokens[first - 1];
    if (!token || token.sentence !== work.document.tokens[end]?.sentence) break;
    const item = work.at[first - 1];
    const given = item?.last === first && item.first === first - 1 && AMBIGUOUS_NAMES.has(token.form.fold);
    if (item?.kind === 'leader' && end - first > 0 && !given) break;
    if (item && !(item.kind === 'demonym' && end - first === 0 && isNameLike(work, first - 1, 1))) {
      if (item.kind !== 'leader' || item.last - item.first > 1) break;
    }
    const cls = work.classes(token.form);
    if (!item && !isNameLike(work, first - 1, 1) && !cls.name) break;
    if (cls.name || item?.kind === 'leader') known++;
    if (token.form.fold === 'بن') fathers++;
    first--;
  }
  if (known > 0 && first > 0 && isRareFirst(work, first - 1)) first--;
  const form = work.document.tokens[first]?.form;
  const open = form && (form.fold === 'بن' || work.classes(form).tail);
  // "علي بن محمد", "عز الدين الأحمد": the word before belongs to it.
  if (open && end - first > 1 && isWholeWord(work, first - 1)) first--;
  else if (form?.fold === 'بن' || (form && work.classes(form).tail && !work.classes(form).name)) first++;
  if (end - first > 2 && isGroupAdjective(work, first)) first++;
  // "لبحث فلان": a noun with a preposition in front.
  const opening = work.document.tokens[first]?.form.fold ?? '';
  if (
    end - first > 2 &&
    /^[لب].{3}/.test(opening) &&
    !NAME_WORDS.has(opening) &&
    COMMON_WORDS.has(opening.slice(1))
  )
    first++;
  return end - first >= 1 ? { first, last: end, known } : undefined;
}

function isWholeWord(work: Work, index: number): boolean {
  const [own, next] = [work.document.tokens[index], work.document.tokens[index + 1]];
  if (own?.form.kind !== 'word' || own.sentence !== next?.sentence || work.at[index]) return false;
  // "وذكر بن رودس": a verb is no name.
  const { fold, text } = own.form;
  return NAME_WORDS.has(fold) || text === 'علي' || !(USUAL_WORDS.has(fold) || USUAL_WORDS.has(fold.slice(1)));
}
