import { wordSet } from '../../language/arabic/words.js';
import type { Work } from './work.js';

/** Verbs that no list of usual words has. */
const VERBS = wordSet('أمر أردف ألمح اعتزم غرد استطرد استدرك');

const WITH = wordSet('في فيها فيه لهم لها له للجميع');

/** Whether the words of a name so far are followed by their verb: "فلان أمر بالتحقيق", "أحمد الهادي بارك فيها". */
export function endsBefore(work: Work, index: number, position: number): boolean {
  const own = work.document.tokens[index]?.form.fold ?? '';
  if (position > 0 && VERBS.has(own)) return true;
  return position > 1 && own === 'بارك' && WITH.has(work.document.tokens[index + 1]?.form.fold ?? '');
}

/** The second word of "ديار بكر", "بور سعيد". */
export function isOfPlace(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const own = tokens[index];
  const places = work.lexicon.placeNames.get(own?.form.fold ?? '');
  const before = places && tokens[index - 1];
  if (!before || before.sentence !== own?.sentence) return false;
  const { fold } = before.form;
  return places.has(fold) || (/^[وبلف]/.test(fold) && places.has(fold.slice(1)));
}
