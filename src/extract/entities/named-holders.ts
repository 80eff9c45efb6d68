import { wordSet } from '../../language/arabic/words.js';
import { nameAt } from './names.js';
import { addPerson } from './persons.js';
import { type Item, isCommaAt, type Work } from './work.js';

const BEING = wordSet('هو هي يدعى تدعى اسمه اسمها');
const OTHER = wordSet('آخر أخرى ثان ثانية ثالث ثالثة');

/** "متحدث باسم الجيش هو فلان", "متحدثة أخرى، هي الرائد فلانة": who it is, behind a pronoun. */
export function holderNamed(work: Work, office: Item, end: number): Item | undefined {
  // "مرشد جديد هو فلان" is a manner of speaking.
  if (office.definite || office.proclitic === 'ك' || office.office?.unique) return undefined;
  const { tokens } = work.document;
  const { sentence } = tokens[office.first] ?? {};
  let index = end;
  if (OTHER.has(tokens[index]?.form.fold ?? '')) index++;
  if (isCommaAt(work, index)) index++;
  if (!BEING.has(tokens[index]?.form.fold ?? '') || work.at[index]) return undefined;
  index++;
  while (isRespect(work, index)) index++;
  if (tokens[index]?.sentence !== sentence) return undefined;
  const item = work.at[index];
  if (item?.kind === 'leader' && item.first === index && item.last - index > 1) return item;
  const name = nameAt(work, index);
  return name && name.known > 0 && name.last - name.first > 1 ? addPerson(work, name) : undefined;
}

function isRespect(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  if (form?.kind !== 'word') return false;
  const cls = work.classes(form);
  return work.at[index]?.kind === 'title' || cls.honorific || cls.rank;
}
