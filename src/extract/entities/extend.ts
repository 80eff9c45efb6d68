import { wordSet } from '../../language/arabic/words.js';
import { isAmbiguous } from './ambiguous.js';
import { type Hit, itemOf, walk } from './scan.js';
import type { Item, Work } from './work.js';

/** "الشيخ تميم بن حمد آل ثاني": the fathers and the house belong to the name. */
export function addLineage(work: Work, item: Item): void {
  const { tokens } = work.document;
  for (let step = 0; step < 4; step++) {
    const [link, name] = [tokens[item.last], tokens[item.last + 1]];
    if (!link || !name || name.sentence !== tokens[item.first]?.sentence) return;
    const joins = (link.form.fold === 'بن' || /^[آا]ل$/.test(link.form.text)) && name.form.kind === 'word';
    if (!joins) return;
    const end = item.last + (name.form.fold === 'عبد' || name.form.fold === 'ابو' ? 3 : 2);
    for (let index = item.last; index < end && index < tokens.length; index++) work.at[index] = item;
    item.last = Math.min(end, tokens.length);
  }
}

/** Words between a body's name and its nationality: "وكالة «يونهاب» للأنباء الكورية". */
const DESCRIBING = wordSet(
  `للأنباء للإعلام الإخبارية الإخباري الحكومية الحكومي الرسمية الرسمي اليومية الأسبوعية الفضائية العسكرية الشهيرة للأخبار الاقتصادية التلفزيونية التليفزيونية الإذاعية
  السياسية الخاصة المستقلة المحلية`,
);

/** "صحيفة «يني شفق» التركية": the nationality behind a name belongs to it, unless it is another's. */
export function takeNationality(work: Work, item: Item): void {
  const { tokens } = work.document;
  let index = item.last;
  while (index < item.last + 3 && DESCRIBING.has(tokens[index]?.form.fold ?? '')) index++;
  const token = tokens[index];
  if (!token || token.sentence !== tokens[item.first]?.sentence || token.form.kind !== 'word') return;
  for (const start of work.lexicon.starts(token.form)) {
    if (!start.definite || start.conjunction || start.proclitic) continue;
    let best: Hit | undefined;
    walk(work, start.node, index, (values, last) => {
      const entry = values.find(value => value.kind === 'demonym');
      if (entry && !isAmbiguous(work, entry, start, index, last)) best = { entry, start, last };
    });
    if (!best) continue;
    const { entry, last }: Hit = best;
    if (entry.kind !== 'demonym' || entry.form === 'p') return;
    // "قناة الجزيرة الأميركية": another country than its own makes it another body.
    if (item.entity?.country !== undefined && item.entity.country !== entry.entity.iso) return;
    if (item.entity?.country === undefined && !NATIONAL.has(item.entity?.subtype ?? '')) return;
    for (let at = item.last; at < last; at++) work.at[at] = item;
    item.last = last;
    addInside(work, item, itemOf(work, index, best));
    return;
  }
}

/** Kinds of body that have one country, known or not. */
const NATIONAL = new Set(['media', 'company', 'party', 'ministry', 'state-body', 'armed-force']);

const PAIRS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '(': ')',
  '"': '"',
  "'": "'",
  '‘': '’',
};

/** A quotation mark that opens inside a name closes inside it. */
export function closeQuote(work: Work, item: Item): void {
  const { tokens } = work.document;
  let open: string | undefined;
  for (let index = item.first + 1; index < item.last; index++) {
    const text = tokens[index]?.form.text ?? '';
    if (open !== undefined && text === open) open = undefined;
    else if (PAIRS[text] !== undefined) open = PAIRS[text];
  }
  if (open === undefined || tokens[item.last]?.form.text !== open) return;
  work.at[item.last] = item;
  item.last++;
}

/**
 * The body that a longer name makes another one part of: "لجنة القوات المسلحة في مجلس النواب الأميركي", "الأسطول السادس
 * للبحرية الأميركية", "مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية".
 */
export function addNestedBody(work: Work, outer: Item): void {
  const { tokens } = work.document;
  for (let index = outer.first + 1; index < outer.last - 1; index++) {
    const form = tokens[index]?.form;
    if (!form) return;
    const placed = tokens[index - 1]?.form.fold === 'في';
    const owned = /^(مكتب|بعثه|مفوضيه|برنامج|صندوق|وكاله|قوه|قوات)$/.test(tokens[index - 1]?.form.fold ?? '');
    for (const start of work.lexicon.starts(form)) {
      if (!placed && !owned && start.proclitic !== 'ل') continue;
      let inner: Hit | undefined;
      walk(work, start.node, index, (values, last) => {
        const entry = values.find(
          value =>
            value.kind === 'organization' &&
            !value.short &&
            value.entity !== outer.entity &&
            (!owned || value.entity.subtype === 'international'),
        );
        if (entry && last <= outer.last) inner = { entry, start, last };
      });
      if (!inner) continue;
      const body = itemOf(work, index, inner);
      addInside(work, outer, body);
      if (owned) addField(work, outer, body.last);
      return;
    }
  }
}

/** Where a mission works: "بعثة الأمم المتحدة في جنوب السودان". */
function addField(work: Work, outer: Item, first: number): void {
  for (let index = first + 1; index < outer.last; index++) {
    if (work.document.tokens[index - 1]?.form.fold !== 'في') continue;
    const country = countryAt(work, index, outer.last);
    if (country?.entry.kind === 'country') addInside(work, outer, itemOf(work, index, country));
    return;
  }
}

function addInside(work: Work, outer: Item, inner: Item): void {
  inner.inside = outer;
  work.items.push(inner);
}

/** The nationality inside a longer name is a mention of the country too. */
export function addNationalities(work: Work, outer: Item): void {
  const { tokens } = work.document;
  for (let index = outer.first + 1; index < outer.last; index++) {
    const token = tokens[index];
    if (!token || work.at[index] !== outer) continue;
    if (LED_BY.has(tokens[index - 1]?.form.fold ?? '')) {
      const leader = countryAt(work, index, outer.last);
      if (leader) {
        addInside(work, outer, itemOf(work, index, leader));
        index = leader.last - 1;
        continue;
      }
    }
    for (const start of work.lexicon.starts(token.form)) {
      const entry = start.node.values.find(
        value =>
          value.kind === 'demonym' ||
          // "وكالة أنباء الإمارات"
          (value.kind === 'country' && value.entity.iso === outer.entity?.country),
      );
      // "وكالة الأنباء الكورية الجنوبية": nationalities of two words.
      const hit = entry ? { entry, start, last: index + 1 } : longNationality(work, start, index, outer.last);
      if (!hit || isAmbiguous(work, hit.entry, start, index, hit.last)) continue;
      addInside(work, outer, itemOf(work, index, hit));
      index = hit.last - 1;
      break;
    }
  }
}

function longNationality(work: Work, start: Hit['start'], index: number, end: number): Hit | undefined {
  if (!start.definite || start.node.next.size === 0) return undefined;
  let best: Hit | undefined;
  walk(work, start.node, index, (values, last) => {
    const entry = last <= end ? values.find(({ kind }) => kind === 'demonym') : undefined;
    if (entry) best = { entry, start, last };
  });
  return best;
}

const LED_BY = wordSet('تقوده تقودها بقيادة بزعامة تتزعمه تتزعمها');

/** The name of a country, a capital or a seat that ends inside a longer name. */
function countryAt(work: Work, index: number, end: number): Hit | undefined {
  const form = work.document.tokens[index]?.form;
  let best: Hit | undefined;
  for (const start of form ? work.lexicon.starts(form) : [])
    walk(work, start.node, index, (values, last) => {
      const entry = values.find(({ kind }) => kind === 'country' || kind === 'capital' || kind === 'seat');
      if (entry && last <= end && last > (best?.last ?? 0)) best = { entry, start, last };
    });
  return best;
}
