import { definiteNoun } from '../../language/arabic/clitics.js';
import { fold } from '../../language/arabic/normalize.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import { makeEntity } from './entity.js';
import { Item, type Work, wrapItem } from './work.js';

const UNITS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['الفرقة', 'Division'],
      ['اللواء', 'Brigade'],
      ['الفيلق', 'Corps'],
      ['الأسطول', 'Fleet'],
      ['الجناح', 'Wing'],
      ['الكتيبة', 'Battalion'],
      ['الفوج', 'Regiment'],
      ['السرب', 'Squadron'],
      ['الوحدة', 'Unit'],
    ] as const
  ).map(([word, english]) => [fold(word), english]),
);
const ORDINALS = wordSet(
  'الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة السابع السابعة الثامن الثامنة التاسع التاسعة العاشر العاشرة',
);
const REGIONS = wordSet('الوسطى الشمالية الجنوبية الشرقية الغربية المركزية');
/** Adjectives that make sure of a unit of soldiers. */
const ARMS = wordSet(
  'مدرعة المدرعة مدرع المدرع مشاة المشاة آلية الآلية مجولقة المجوقلة مظليين المظليين مظلات قوات مدفعية المدفعية صواريخ دبابات الدبابات جوية الجوية المحمولة المحمول القتالي القتالية العسكري العسكرية للمشاة للمدرعات حرس',
);

/** Units with a number: "الفرقة 36 المدرعة", "الأسطول الخامس الأميركي", "المنطقة العسكرية الخامسة". */
export function findUnits(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || work.at[index]?.entity) continue;
    const word = definiteNoun(token.form.fold);
    const unit = UNITS.get(word);
    if (unit === undefined && word !== 'المنطقه' && word !== 'الناحيه') continue;
    const last = unit === undefined ? regionEnd(work, index) : unitEnd(work, index);
    if (last !== undefined) addUnit(work, index, last, unit ?? 'Military Region');
  }
}

function unitEnd(work: Work, index: number): number | undefined {
  const { tokens } = work.document;
  let last = index + 1;
  if (tokens[last]?.form.fold === 'رقم') last++;
  const next = tokens[last];
  if (!next || next.sentence !== tokens[index]?.sentence) return undefined;
  const numbered = next.form.kind === 'number';
  if (!numbered && !ORDINALS.has(next.form.fold)) return undefined;
  last++;
  // "اللواء الخامس عشر"
  if (!numbered && /^عشره?$/.test(tokens[last]?.form.fold ?? '')) last++;
  let arms = false;
  while (ARMS.has(tokens[last]?.form.fold ?? '') && !work.at[last]) {
    arms = true;
    last++;
  }
  const nation = work.at[last];
  const national = nation?.kind === 'demonym' && nation.first === last && !nation.conjunction;
  if (arms || national || isOfForce(work, last)) return last;
  return isArmyUnit(work, index, numbered) ? last : undefined;
}

const OF = wordSet('في من التابعة التابع ضمن');

/** An army or the like behind: "الفرقة 98 في الجيش الإسرائيلي". */
function isOfForce(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const at = OF.has(tokens[index]?.form.fold ?? '') ? index + 1 : index;
  const force = work.at[at];
  return (
    tokens[at]?.sentence === tokens[index - 1]?.sentence &&
    (force?.kind === 'body' || force?.entity?.subtype === 'armed-force') &&
    force.first === at
  );
}

/** Nouns of units that little else is counted by: "اللواء 15", "الفرقة الرابعة". */
const ARMY_UNITS = wordSet('اللواء الفرقة الفيلق الفوج');
/** "قائد اللواء الأول", not "طلاب الفرقة الأولى". */
const COMMANDED = wordSet(
  'قائد أركان قيادة عمليات معسكر مقر مقرا قوات عناصر جنود مواقع كتائب ضباط وقائد لقيادة بقيادة',
);

function isArmyUnit(work: Work, index: number, numbered: boolean): boolean {
  const { tokens } = work.document;
  if (!ARMY_UNITS.has(definiteNoun(tokens[index]?.form.fold ?? ''))) return false;
  if (numbered && tokens[index + 1]?.form.kind === 'number') return true;
  const before = tokens[index - 1];
  return before?.sentence === tokens[index]?.sentence && COMMANDED.has(before?.form.fold ?? '');
}

function regionEnd(work: Work, index: number): number | undefined {
  const { tokens } = work.document;
  if (tokens[index + 1]?.form.fold !== 'العسكريه') return undefined;
  const third = tokens[index + 2];
  if (third?.sentence !== tokens[index]?.sentence) return undefined;
  return third && (ORDINALS.has(third.form.fold) || REGIONS.has(third.form.fold)) ? index + 3 : undefined;
}

function addUnit(work: Work, first: number, last: number, english: string): void {
  const { tokens } = work.document;
  const words = tokens.slice(first, last).map(({ form }) => form.text);
  words[0] = definiteNoun(words[0] ?? '');
  const nation = work.at[last];
  const country =
    nation?.kind === 'demonym' && nation.first === last && !nation.conjunction
      ? nation.entity?.iso
      : undefined;
  const name = words.join(' ');
  const entity = makeEntity({
    id: `org:unit:${slug(transliterate(fold(name)))}${country ? `:${country}` : ''}`,
    type: 'organization',
    subtype: 'armed-force',
    label: { ar: name, en: `${transliterate(words.slice(1).join(' '))} ${english}` },
    country,
    known: false,
  });
  const text = tokens[first]?.form.text ?? '';
  const prefix = /^[وفبك]{1,2}(?=ال)/.exec(text)?.[0].length ?? /^[وف]?ل(?=ل)/.exec(text)?.[0].length ?? 0;
  const item = new Item({
    kind: 'organization',
    first,
    last: country ? (nation?.last ?? last) : last,
    start: (tokens[first]?.start ?? 0) + prefix,
    mention: 'name',
    entity,
  });
  const covered = work.at[first];
  if (covered) covered.dropped = true;
  wrapItem(work, item);
}
