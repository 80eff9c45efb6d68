import { fold } from '../../language/arabic/normalize.js';
import { CLOSING_MARKS, OPENING_MARKS } from '../../language/arabic/punctuation.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { makeEntity } from './entity.js';
import { placeBehind } from './nameless.js';
import { isOrdinary } from './names.js';
import { type Item, type Work, wrapItem } from './work.js';

const MILITARY = wordSet(
  'عسكري عسكرية جوي جوية بحري بحرية حربي حربية العسكري العسكرية الجوي الجوية البحري البحرية الحربي الحربية صاروخية الصاروخية',
);
const INDEFINITE_MILITARY = wordSet('عسكرية جوية بحرية بحريه دائمة');
const NOT_BASES = wordSet(
  'بيانات شعبية صلبة أساسية انتخابية جماهيرية اجتماعية عامة صناعية قانونية معلومات معرفة جديدة أن إن لا في من على هي هو إطلاق فضاء',
);
const PEOPLE = /^ال.{4,}ين$/;

/** Finds military bases by the noun their names begin with: قاعدة X الجوية, مطار X العسكري, معسكر X. */
export function findBases(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word') continue;
    const cls = work.classes(token.form);
    if (!cls.baseHead || cls.headDefinite) continue;
    if (work.at[index] && work.at[index]?.kind !== 'base') continue;
    if (work.at[index]?.kind === 'base') continue;
    baseAt(work, index, cls.baseHead, token.start + (cls.headPrefix ?? 0));
  }
}

type Head = 'base' | 'airfield' | 'camp' | 'port' | 'range';

function baseAt(work: Work, index: number, head: Head, start: number): Item | undefined {
  const { tokens } = work.document;
  let first = index + 1;
  let last = first;
  const sentence = tokens[index]?.sentence;
  const known = work.at[first];
  if (known?.kind === 'base' && known.first === first && known.entity)
    return wrapItem(work, {
      kind: 'base',
      first: index,
      last: tail(work, known.last),
      start,
      mention: 'name',
      entity: known.entity,
    });
  let quotedName = false;
  if (OPENING_MARKS.has(tokens[first]?.form.text ?? '')) {
    first++;
    const inner = work.at[first];
    last = first;
    while (last < tokens.length && last - first < 4 && !CLOSING_MARKS.has(tokens[last]?.form.text ?? ''))
      last++;
    if (
      !CLOSING_MARKS.has(tokens[last]?.form.text ?? '') ||
      last === first ||
      tokens[last]?.sentence !== sentence
    )
      return undefined;
    quotedName = true;
    if (inner?.kind === 'base' && inner.entity)
      return wrapItem(work, {
        kind: 'base',
        first: index,
        last: tail(work, last + 1),
        start,
        mention: 'name',
        entity: inner.entity,
      });
  } else {
    while (last < tokens.length && last - first < 4) {
      const token = tokens[last];
      if (!token || token.sentence !== sentence) break;
      const { form } = token;
      if (form.kind === 'latin' || (form.kind === 'number' && last === first)) {
        last++;
        continue;
      }
      if (form.kind !== 'word') break;
      if (MILITARY.has(form.fold) || NOT_BASES.has(form.fold)) break;
      const item = work.at[last];
      if (
        item &&
        !(
          (item.kind === 'capital' || item.kind === 'leader') &&
          last === first &&
          !item.conjunction &&
          !item.proclitic
        )
      )
        break;
      const cls = work.classes(form);
      // "قاعدة المستخدمين": people.
      if (PEOPLE.test(form.fold) && !MILITARY.has(tokens[last + 1]?.form.fold ?? '')) break;
      if (last > first && (isOrdinary(form) || /^و/.test(form.fold))) break;
      if (
        last === first &&
        isOrdinary(form) &&
        !(cls.definite && cls.prefixLength === 0 && MILITARY.has(tokens[last + 1]?.form.fold ?? ''))
      )
        break;
      last++;
    }
  }
  const nameEnd = last;
  if (nameEnd === first) return undefined;
  const end = tail(work, quotedName ? last + 1 : last);
  const military = end > (quotedName ? last + 1 : last);
  if ((head === 'airfield' || head === 'port') && !military) return undefined;
  if (head === 'port' && !military) return undefined;
  const { text } = work.document;
  const name = text.slice(tokens[first]?.start ?? 0, tokens[nameEnd - 1]?.end ?? 0).replace(/_/g, ' ');
  return wrapItem(work, {
    kind: 'base',
    first: index,
    last: end,
    start,
    mention: 'name',
    entity: baseEntity(head, name, placeBehind(work, end)?.iso),
  });
}

/** Behind the name: الجوية, العسكرية, and the nationality. */
function tail(work: Work, last: number): number {
  const { tokens } = work.document;
  let end = last;
  for (let step = 0; step < 3; step++) {
    const form = tokens[end]?.form;
    if (!form) break;
    const item = work.at[end];
    if (MILITARY.has(form.fold) && !item) end++;
    else if (
      item?.kind === 'demonym' &&
      item.first === end &&
      item.form === 'f' &&
      item.definite &&
      !item.conjunction
    )
      end = item.last;
    else break;
  }
  return end;
}

const ENGLISH: Readonly<Record<Head, string>> = {
  base: 'base',
  airfield: 'military airport',
  camp: 'camp',
  port: 'naval port',
  range: 'range',
};

function baseEntity(head: Head, name: string, country: string | undefined): Entity {
  const latin = transliterate(name);
  const ar = { base: 'قاعدة', airfield: 'مطار', camp: 'معسكر', port: 'ميناء', range: 'ميدان' }[head];
  return makeEntity({
    id: `base:${slug(transliterate(fold(name)))}`,
    type: 'base',
    label: { ar: `${ar} ${name}`, en: head === 'camp' ? `Camp ${latin}` : `${latin} ${ENGLISH[head]}` },
    country,
    known: false,
  });
}

export const INDEFINITE = INDEFINITE_MILITARY;
