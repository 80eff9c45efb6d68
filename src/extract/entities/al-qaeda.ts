import { wordSet } from '../../language/arabic/words.js';
import type { Work } from './work.js';

/** People and parts of Al-Qaeda, whose short name is a base and a rule, too: "مقاتلي القاعدة", "المرتبطة بالقاعدة". */
const FIGHTERS = wordSet(
  `مسلحي مسلحو عناصر عنصر مقاتلي مقاتلو مقاتلين زعيم قيادي قيادات قياديي إرهابيي إرهابيو فلول فرع المرتبطة المرتبطين المرتبط المرتبطون
  مرتبطة مرتبط مرتبطين تنظيمي جيوب خلايا لعناصر بعناصر وعناصر لمسلحي`,
);
const WORKS = wordSet('برنامج كتاب فيلم مسلسل رواية مسرحية صحيفة مجلة');

/**
 * Whether "القاعدة" is Al-Qaeda by its quotation marks, the people before it or the group that it is joined to.
 *
 * @param before the index of the word before it, and before its quotation marks where it is `quoted`
 */
export function isAlQaeda(work: Work, index: number, before: number, quoted: boolean): boolean {
  const { tokens } = work.document;
  const word = tokens[before]?.form.fold ?? '';
  if (quoted) return !WORKS.has(word) && !WORKS.has(word.slice(1));
  if (tokens[before]?.sentence !== tokens[index]?.sentence) return false;
  if (FIGHTERS.has(word)) return true;
  const other = work.at[before];
  return (
    tokens[index]?.form.fold.startsWith('و') === true &&
    other?.entity?.subtype === 'armed-group' &&
    other.last === before + 1
  );
}
