import { isComma } from '../../language/arabic/punctuation.js';
import { wordSet } from '../../language/arabic/words.js';
import { type Item, isCommaAt, type Work } from './work.js';

const KIN = wordSet(
  'ابن ابنة نجل كريمة صهر زوج زوجة شقيق شقيقة حفيد حفيدة والد والدة عم خال قريب قريبة صديق صديقة محامي محامية حليف حليفة',
);
/** What may stand between the word for a relative and the name of the one whose relative it is. */
const TITLES = new Set(['office', 'title', 'demonym', 'country', 'organization', 'body']);
const LONGEST = 8;

/** "جاريد كوشنر، صهر الرئيس الأميركي دونالد ترامب وكبير مستشاريه": he who is somebody's relative and more besides. */
export function relativeBefore(work: Work, first: number): Item | undefined {
  const { tokens } = work.document;
  const sentence = tokens[first]?.sentence;
  if (!/^و.{3}/.test(tokens[first]?.form.fold ?? '')) return undefined;
  const owner = work.at[first - 1];
  if (owner?.kind !== 'leader' || owner.last !== first) return undefined;
  for (let index = owner.first - 1; index >= owner.first - LONGEST; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return undefined;
    if (KIN.has(token.form.fold) && work.at[index]?.kind !== 'leader') {
      const end = isCommaAt(work, index - 1) ? index - 1 : index;
      const relative = work.at[end - 1];
      return relative?.kind === 'leader' && relative.last === end ? relative : undefined;
    }
    const item = work.at[index];
    const isMark = isComma(token.form.text);
    if (!isMark && !(item && TITLES.has(item.kind)) && !work.classes(token.form).honorific) return undefined;
  }
  return undefined;
}
