import { fold } from '../../language/arabic/normalize.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { StateBodyEntry } from '../../schema/types.js';
import { isOrdinary } from './names.js';
import { addItem, Item, type Work } from './work.js';

const LONGEST = 6;
const HEAD = /^[وف]?[بلك]?(وزاره)$/;

/** Ministries whose portfolio no list knows: "وزارة التجهيز والماء". They are joined with a country like the known ones. */
export function findMinistries(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || !HEAD.test(token.form.fold)) continue;
    const known = work.at[index];
    if (known && known.kind !== 'body') continue;
    const last = portfolioEnd(work, index + 1, known);
    if (last === undefined || (known && known.last >= last)) continue;
    // A portfolio that goes on with "and": وزارة الطاقة والمعادن is not the known one of energy alone.
    const name = tokens
      .slice(index + 1, last)
      .map(({ form }) => form.text)
      .join(' ');
    for (let at = index; at < last; at++) {
      const covered = work.at[at];
      if (covered) covered.dropped = true;
    }
    const prefix = token.form.fold.length - 'وزاره'.length;
    const item = new Item({
      kind: 'body',
      first: index,
      last,
      start: token.start + prefix,
      mention: 'name',
      body: portfolio(name),
    });
    addItem(work, item);
  }
}

/** The definite nouns behind "وزارة", with what "and" joins to them. */
function portfolioEnd(work: Work, first: number, known: Item | undefined): number | undefined {
  const { tokens } = work.document;
  const { sentence } = tokens[first - 1] ?? {};
  let last = first;
  while (last < tokens.length && last - first < LONGEST) {
    const token = tokens[last];
    if (!token || token.sentence !== sentence || token.form.kind !== 'word') break;
    const item = work.at[last];
    // "وزارة القوات المسلحة": the name of a body may be a portfolio.
    if (item && item !== known && !(item.kind === 'body' && last === first)) break;
    const { fold: word } = token.form;
    const definite = /^و?ال/.test(word) || (/^و?لل/.test(word) && last > first);
    // "شؤون" and the like stand before the definite noun; right behind "وزارة" any noun may: "وزارة حماية البيئة".
    const annexed =
      (last === first ? isNounBefore(work, last) : /^(و?شوون|و?حقوق|و?رعايه|و?تنميه|و?تطوير)$/.test(word)) &&
      /^ال/.test(tokens[last + 1]?.form.fold ?? '');
    if (!definite && !annexed) break;
    // "وزارة الدفاع والجيش": what is joined is a portfolio only if the known name says so or it is of an unknown one.
    if (known && last >= known.last) break;
    last++;
  }
  return last > first ? last : undefined;
}

/** An ordinary noun that the definite one behind it may complete: no verb, preposition or adjective. */
function isNounBefore(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const form = tokens[index]?.form;
  if (form?.kind !== 'word' || !isOrdinary(form) || work.at[index]) return false;
  if (tokens[index + 1]?.sentence !== tokens[index]?.sentence) return false;
  return /^(شوون|.{3,}ه|.{2,}ات)$/.test(form.fold) || PORTFOLIOS.has(form.fold);
}

/** Nouns of portfolios that do not show by their ending what they are. */
const PORTFOLIOS = wordSet(
  'حقوق أمن تطوير دعم تمكين تكامل إعمار إنعاش بناء نقل أملاك قطاع مكافحة تخطيط تعليم تحول ريادة أراضي موارد حالات خدمات',
);

function portfolio(name: string): StateBodyEntry {
  const latin = transliterate(name);
  return {
    id: `ministry-${slug(transliterate(fold(name)))}`,
    subtype: 'ministry',
    label: { ar: `وزارة ${name}`, en: `Ministry of ${latin}` },
    ar: [`وزارة ${name}`],
  };
}
