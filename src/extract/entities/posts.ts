import { wordSet } from '../../language/arabic/words.js';
import { nameBefore } from './names-before.js';
import { addPerson } from './persons.js';
import type { Item, Work } from './work.js';

const POST = wordSet('منصب منصبي');
const TAKING_HIS = /^[وبل]{0,2}(تولي|شغل|تسلم|تقلد|تبو[اي])(ه|ها)$/;
const TOOK = wordSet('تولى تولت يتولى تتولى شغل شغلت يشغل تشغل تسلم تسلمت تقلد تقلدت');
const ONCE = wordSet('أثناء خلال إبان فترة');

/** "أثناء توليها منصب وزيرة الخارجية", "تولى فلان منصب رئيس الحكومة". */
export function holderOfPost(work: Work, office: Item): Item | undefined {
  const { tokens } = work.document;
  const post = office.first - 1;
  const word = (index: number) =>
    tokens[index]?.sentence === tokens[post]?.sentence ? (tokens[index]?.form.fold ?? '') : '';
  if (!POST.has(word(post))) return undefined;
  const told = holderTold(work, post);
  if (told) {
    if (told.past) office.former = true;
    return told.holder;
  }
  const near = work.at[post - 1];
  if (near?.kind === 'leader' && near.last === post) {
    for (let index = near.first - 1; index > near.first - 5; index--)
      if (TOOK.has(word(index))) {
        if (/^شغل/.test(word(index))) office.former = true;
        return near;
      }
    return undefined;
  }
  const name = near ? undefined : nameBefore(work, post);
  if (
    name &&
    name.known > 0 &&
    name.last - name.first > 1 &&
    TOOK.has(word(name.first - 1).replace(/^و(?=.{3})/, ''))
  ) {
    if (/^و?شغل/.test(word(name.first - 1))) office.former = true;
    return addPerson(work, name);
  }
  if (!TAKING_HIS.test(word(post - 1))) return undefined;
  for (let index = post - 2; index >= 0 && word(index) !== ''; index--) {
    const item = work.at[index];
    if (item?.kind !== 'leader') continue;
    if (ONCE.has(word(post - 2))) office.former = true;
    return item;
  }
  return undefined;
}

/** "وكان فلان قد تولى منصب", "فلان الذي كان يشغل منصب": the one before the verb. */
function holderTold(work: Work, post: number): { readonly holder: Item; readonly past: boolean } | undefined {
  const { tokens } = work.document;
  const verb = tokens[post - 1]?.form.fold ?? '';
  if (!TOOK.has(verb)) return undefined;
  const auxiliary = tokens[post - 2]?.form.fold ?? '';
  if (!AUXILIARY.has(auxiliary)) return undefined;
  const holder = work.at[post - 3];
  if (holder?.kind !== 'leader' || holder.last !== post - 2) return undefined;
  if (tokens[holder.first]?.sentence !== tokens[post]?.sentence) return undefined;
  return { holder, past: /^شغل/.test(verb) };
}

const AUXILIARY = wordSet('قد كان كانت');
