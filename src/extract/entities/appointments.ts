import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { OfficeEntry } from '../../schema/types.js';
import { nameBefore } from './names-before.js';
import { addPerson } from './persons.js';
import { addItem, type Item, isCommaAt, type Work } from './work.js';

/** Offices as what somebody is made: "وزيرا", "رئيسا". */
const ACCUSATIVE: ReadonlyMap<string, string> = new Map([
  ['رييسا', 'president'],
  ['رييسه', 'president'],
  ['وزيرا', 'minister'],
  ['وزيره', 'minister'],
  ['سفيرا', 'ambassador'],
  ['سفيره', 'ambassador'],
  ['مستشارا', 'adviser'],
  ['قايدا', 'commander'],
  ['مديرا', 'director'],
  ['مديره', 'director'],
  ['مبعوثا', 'envoy'],
  ['ممثلا', 'envoy'],
  ['مبعوثه', 'envoy'],
  ['محافظا', 'governor'],
  ['حاكما', 'governor'],
  ['زعيما', 'group-leader'],
  ['مندوبا', 'permanent-representative'],
  ['متحدثا', 'spokesperson'],
  ['نايبا', 'deputy-head'],
]);
/** Words for putting somebody into an office. */
const MAKING = wordSet(
  'تعيين بتعيين وتعيين عين عينت وعين وعينت يعين عُين انتخاب بانتخاب انتخب انتخبت وانتخب اختيار باختيار اختار اختارت تنصيب بتنصيب نصب تسمية بتسمية',
);
const GOVERNMENT = wordSet('للحكومة للوزراء لوزراء لحكومة');
const THAT = wordSet('الذي التي');
const WAS = wordSet('كان كانت');
const BECAME = wordSet('عين عينت أصبح أصبحت انتخب انتخبت بات باتت');
/** How far before the name they stand, and how far behind the office its country or body. */
const BACK = 6;
const AHEAD = 5;

/** "عين الرئيس فلانا وزيرا للخارجية", "انتخاب فلان رئيسا لفنزويلا". */
export function findAppointments(work: Work): void {
  const { tokens } = work.document;
  addAppointed(work);
  for (const holder of [...work.items]) {
    if (holder.kind !== 'leader' || holder.dropped || holder.inside) continue;
    const comma = isCommaAt(work, holder.last);
    const behind = holder.last + (comma ? 1 : 0);
    // "فلان الذي كان حاكما لولاية"
    const was =
      THAT.has(tokens[behind]?.form.fold ?? '') &&
      WAS.has(tokens[behind + 1]?.form.fold ?? '') &&
      !work.at[behind];
    // "فلان، الذي عين مبعوثا"
    const became =
      THAT.has(tokens[behind]?.form.fold ?? '') && BECAME.has(tokens[behind + 1]?.form.fold ?? '');
    const index = was || became ? behind + 2 : behind;
    const token = tokens[index];
    const { sentence } = tokens[holder.first] ?? {};
    const covering = work.at[index];
    if (!token || token.sentence !== sentence || (covering && covering.kind !== 'office')) continue;
    const office = work.lexicon.offices.get(ACCUSATIVE.get(token.form.fold) ?? '');
    if (!office) continue;
    const of = ofBehind(work, index + 1);
    if (!was && !became && !isMade(work, holder) && !(of && (isOwned(work, of) || headsGovernment(work, of))))
      continue;
    const once = !was && !became && /^و?كانت?$/.test(tokens[nameStart(work, holder) - 1]?.form.fold ?? '');
    const start = token.start;
    const item: Item =
      covering ?? addItem(work, { kind: 'office', first: index, last: index + 1, start, mention: 'title' });
    item.office = titleOf(work, office, index + 1, of);
    // Written like the dual: "رئيسا روسيا وتركيا".
    item.dual = false;
    item.holder = holder;
    if (was || once) item.former = true;
    item.definite = true;
    // "وزيرا للخارجية الفرنسية" is the country's, not the ministry's.
    const state = office.id === 'minister' ? work.lexicon.country(of?.entity?.country ?? '') : undefined;
    if (of?.entity) item.of = state ?? of.entity;
    else if (of) item.ofItem = of;
  }
}

/** "تعيين سامر الطائي سفيرا": people whom nobody has found yet. */
function addAppointed(work: Work): void {
  const { tokens } = work.document;
  for (let index = 2; index < tokens.length; index++) {
    if (work.at[index - 1] || !ACCUSATIVE.has(tokens[index]?.form.fold ?? '')) continue;
    const name = nameBefore(work, index);
    if (!name || name.last - name.first < 2 || name.known < 2) continue;
    if (isMade(work, name)) addPerson(work, name);
  }
}

/** Where the titles and ranks in front of a name begin. */
function nameStart(work: Work, { first }: Item): number {
  let start = first;
  while (start > 0) {
    const form: WordForm | undefined = work.document.tokens[start - 1]?.form;
    const before = work.at[start - 1];
    if (before?.kind !== 'title' && !(form && !before && work.classes(form).honorific)) break;
    start = before?.first ?? start - 1;
  }
  return start;
}

/** "رئيسا للحكومة" heads a government, "رئيسا لحزب" a body. */
function titleOf(work: Work, office: OfficeEntry, behind: number, of: Item | undefined): OfficeEntry {
  if (office.id !== 'president') return office;
  const { offices } = work.lexicon;
  const word = work.document.tokens[behind]?.form.fold ?? '';
  if (GOVERNMENT.has(word)) return offices.get('prime-minister') ?? office;
  if (!of || of.entity?.iso || of.kind === 'demonym') return office;
  return offices.get(of.entity?.subtype === 'parliament' ? 'speaker' : 'head') ?? office;
}

/** Whether a word before the name says that somebody puts its bearer into an office. */
function isMade(work: Work, { first }: { readonly first: number }): boolean {
  const { tokens } = work.document;
  for (let index = first - 1; index >= 0 && index >= first - BACK; index--) {
    if (tokens[index]?.sentence !== tokens[first]?.sentence) return false;
    if (MAKING.has(tokens[index]?.form.fold ?? '')) return true;
  }
  return false;
}

/** "رئيسا لوزراء العراق": the country right behind the word for a government. */
const headsGovernment = (work: Work, { first }: Item) =>
  GOVERNMENT.has(work.document.tokens[first - 1]?.form.fold ?? '');

const isOwned = (work: Work, { proclitic, first }: Item) =>
  proclitic === 'ل' || work.document.tokens[first]?.form.fold.startsWith('ل') === true;

/** "رئيسا لفنزويلا", "أمينا عاما للأمم المتحدة", "وزيرا للخارجية الفرنسية". */
function ofBehind(work: Work, first: number): Item | undefined {
  const { tokens } = work.document;
  for (let index = first; index < first + AHEAD; index++) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || token.sentence !== tokens[first - 1]?.sentence) return undefined;
    const item = work.at[index];
    if (item?.first === index) {
      if (item.kind === 'office' && (GOVERNMENT.has(token.form.fold) || /^لل/.test(token.form.fold)))
        continue;
      const owned = isOwned(work, item);
      if (item.kind === 'leader' || item.kind === 'office' || item.conjunction) return undefined;
      if (
        (item.kind === 'demonym' && !owned) ||
        ((owned || headsGovernment(work, item)) &&
          item.kind !== 'demonym' &&
          (item.entity?.iso || item.kind === 'organization' || item.kind === 'body'))
      )
        return item;
      return undefined;
    }
    if (index === first && !/^ل/.test(token.form.fold) && !work.classes(token.form).titleAdjective)
      return undefined;
  }
  return undefined;
}
