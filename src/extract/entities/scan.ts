import { fold } from '../../language/arabic/normalize.js';
import type { Token, WordForm } from '../../language/arabic/tokens.js';
import { AMBIGUOUS_NAMES, COMMON_WORDS, TOO_COMMON } from '../../language/arabic/words.js';
import type { TrieNode } from '../../language/trie.js';
import type { Entity } from '../../model.js';
import { isAmbiguous } from './ambiguous.js';
import type { Entry, Start } from './lexicon.js';
import { isInflected, isOrdinary } from './names.js';
import { PLACE_BEFORE } from './people.js';
import { addItem, type Item, type Work } from './work.js';

/** A name of the gazetteer that needs a cue which did not stand before it. */
export interface ShortHit {
  readonly entry: Entry & { kind: 'leader' | 'organization' | 'base' };
  readonly start: Start;
  readonly first: number;
  readonly last: number;
}

const PRIORITY: Readonly<Record<Entry['kind'], number>> = {
  leader: 9,
  country: 8,
  seat: 7,
  organization: 6,
  base: 5,
  capital: 4,
  body: 3,
  office: 2,
  demonym: 1,
};

const SKIPPED = new Set(['-', '–', '—', '"', '«', '»', '“', '”', '(', ')', "'", '‘', '’']);
/** No name in a gazetteer is longer than this. */
const LONGEST = 14;

interface Hit {
  readonly entry: Entry;
  readonly start: Start;
  readonly last: number;
}

/** Finds the names of the gazetteer, from left to right, the longest first. */
export function scan(work: Work): ShortHit[] {
  const { tokens } = work.document;
  const shorts: ShortHit[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    const starts = token ? work.lexicon.starts(token.form) : [];
    if (starts.length === 0) {
      index++;
      continue;
    }
    const hit = longest(work, index, starts, shorts);
    if (!hit) {
      index++;
      continue;
    }
    const item = addItem(work, itemOf(work, index, hit));
    if (item.kind === 'office' && item.last - item.first > 1) scanInside(work, item, shorts);
    else if (item.last - item.first > 1 && (item.kind === 'organization' || item.kind === 'base'))
      addNationalities(work, item);
    closeQuote(work, item);
    if (item.kind === 'leader') addLineage(work, item);
    index = Math.max(hit.last, item.last);
  }
  return shorts;
}

/** "الشيخ تميم بن حمد آل ثاني": the fathers and the house belong to the name. */
function addLineage(work: Work, item: Item): void {
  const { tokens } = work.document;
  for (let step = 0; step < 4; step++) {
    const [link, name] = [tokens[item.last], tokens[item.last + 1]];
    if (!link || !name || name.sentence !== tokens[item.first]?.sentence) return;
    const joins = (link.form.fold === 'بن' || link.form.text === 'آل') && name.form.kind === 'word';
    if (!joins) return;
    const end = item.last + (name.form.fold === 'عبد' || name.form.fold === 'ابو' ? 3 : 2);
    for (let index = item.last; index < end && index < tokens.length; index++) work.at[index] = item;
    item.last = Math.min(end, tokens.length);
  }
}

const PAIRS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '(': ')',
  '"': '"',
  "'": "'",
  '‘': '’',
};

/** A quotation mark that opens inside a name closes inside it. */
function closeQuote(work: Work, item: Item): void {
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

function longest(work: Work, index: number, starts: readonly Start[], shorts: ShortHit[]): Hit | undefined {
  let best: Hit | undefined;
  for (const start of starts) {
    walk(work, start.node, index, (values, last) => {
      for (const entry of values) {
        if (!isAcceptable(work, entry, start, index, last, shorts)) continue;
        if (
          !best ||
          last > best.last ||
          (last === best.last &&
            (start.prefixLength < best.start.prefixLength ||
              (start.prefixLength === best.start.prefixLength && rank(entry) > rank(best.entry))))
        )
          best = { entry, start, last };
      }
    });
  }
  return best;
}

const rank = (entry: Entry) => PRIORITY[entry.kind] - ('short' in entry && entry.short ? 3.5 : 0);

/** Follows the trie from a token on; small marks inside a name are passed over. */
function walk(
  work: Work,
  node: TrieNode<Entry>,
  index: number,
  found: (values: readonly Entry[], last: number) => void,
): void {
  const { tokens } = work.document;
  let here: TrieNode<Entry> | undefined = node;
  let next = index + 1;
  if (here.values.length > 0) found(here.values, next);
  while (here.next.size > 0 && next < tokens.length && next - index < LONGEST) {
    let token = tokens[next];
    if (!token || token.sentence !== tokens[index]?.sentence) return;
    if (token.form.kind === 'punctuation') {
      const tightDot =
        token.form.text === '.' &&
        token.start === tokens[next - 1]?.end &&
        tokens[next + 1]?.start === token.end;
      if (!tightDot && !SKIPPED.has(token.form.text)) return;
      token = tokens[++next];
      if (!token || token.form.kind === 'punctuation') return;
    }
    here = here.next.get(work.lexicon.key(token.form));
    if (!here) return;
    next++;
    if (here.values.length > 0) found(here.values, next);
  }
}

function isAcceptable(
  work: Work,
  entry: Entry,
  start: Start,
  index: number,
  last: number,
  shorts: ShortHit[],
): boolean {
  if (entry.kind === 'leader' || entry.kind === 'organization' || entry.kind === 'base') {
    // "كبار" is no "بار" with a preposition.
    const rare = start.proclitic === 'ك' || start.conjunction === 'ف';
    if (
      rare &&
      last - index === 1 &&
      (work.document.tokens[index]?.form.fold.length ?? 0) - start.prefixLength < 5
    )
      return false;
    if (isAmbiguous(work, entry, start, index, last)) return false;
    if (entry.kind === 'leader' && isPartOfOtherName(work, entry.entity, entry.short, start, index, last))
      return false;
    if (entry.kind === 'leader' && last - index === 1 && !isFreeName(work, start, index)) {
      shorts.push({ entry, start, first: index, last });
      return false;
    }
    if (!entry.short) return true;
    const national = last - index === 1 && start.node.values.some(value => value.kind === 'demonym');
    if (!national && hasCue(work, entry, index, last)) return true;
    shorts.push({ entry, start, first: index, last });
    return false;
  }
  return !isAmbiguous(work, entry, start, index, last);
}

/**
 * Whether a family name stands for itself: not in quotation marks alone, as ships and missiles do, not in front
 * of another name ("مائير كهانا"), not what is left of an ordinary word ("لجنتي").
 */
function isFreeName(work: Work, start: Start, index: number): boolean {
  const { tokens } = work.document;
  const token = tokens[index];
  if (!token) return false;
  if (QUOTES.has(tokens[index - 1]?.form.text ?? '') && QUOTES.has(tokens[index + 1]?.form.text ?? ''))
    return false;
  if (start.prefixLength > 0 && (isOrdinary(token.form) || isInflected(token.form))) return false;
  if (TOO_COMMON.has(token.form.fold.slice(start.prefixLength))) return false;
  const after = tokens[index + 1];
  if (after?.form.kind !== 'word' || after.sentence !== token.sentence) return true;
  const { fold } = after.form;
  if (work.lexicon.starts(after.form).length > 0 || /^[ويتسفنالب]/.test(fold) || fold.length < 4) return true;
  return isOrdinary(after.form) || work.classes(after.form).former;
}

/** "الدكتور عبدالله المسند" is not the king of that name, "أحمد بن صالح الحميدان" not Ben Saleh. */
function isPartOfOtherName(
  work: Work,
  entity: Entity,
  short: boolean,
  start: Start,
  index: number,
  last: number,
): boolean {
  const { tokens } = work.document;
  const single =
    last - index === 1 || (last - index === 2 && work.classes(tokens[index]?.form as WordForm).particle);
  const first = tokens[index];
  const after = tokens[last];
  if (!first) return false;
  if (PLACE_BEFORE.has(tokens[index - 1]?.form.fold ?? '')) return true;
  const sentence = first.sentence;
  if (after?.form.kind === 'word' && after.sentence === sentence && !work.at[last]) {
    const cls = work.classes(after.form);
    const { fold } = after.form;
    const startsOther = work.lexicon.starts(after.form).some(({ node }) => node.values.length > 0);
    const names = ownWords(entity);
    if (!names.has(fold) && !startsOther) {
      const lineage = cls.particle && (fold === 'بن' || fold === 'ال');
      if (single && lineage && !DYNASTIES.has(tokens[last + 1]?.form.fold ?? '')) return true;
      if (single && short && (cls.name || !isOrdinary(after.form)) && !/^[وفيت]/.test(fold)) return true;
      if (!single && cls.name && allGiven(tokens, index, last)) return true;
      if (single && cls.name && work.classes(first.form).name && AMBIGUOUS_NAMES.has(first.form.fold))
        return true;
      // "فهد بن عبد العزيز الهندي"
      if (
        !single &&
        isLineage(tokens, index, last) &&
        fold.startsWith('ال') &&
        fold.length > 4 &&
        (cls.name || !isOrdinary(after.form))
      )
        return true;
    }
  }
  const before = tokens[index - 1];
  if (
    single &&
    start.prefixLength === 0 &&
    before?.form.kind === 'word' &&
    before.sentence === sentence &&
    !work.at[index - 1]
  ) {
    const cls = work.classes(before.form);
    if (cls.honorific || cls.rank) return false;
    if (
      (cls.name || cls.particle) &&
      !ownWords(entity).has(before.form.fold) &&
      !COMMON_WORDS.has(before.form.fold)
    )
      return true;
  }
  return false;
}

/** Families whose name may follow a given name and a father's. */
const DYNASTIES = new Set([
  'سعود',
  'نهيان',
  'ثاني',
  'خليفه',
  'مكتوم',
  'الصباح',
  'سعيد',
  'الشيخ',
  'القاسمي',
  'عبدالعزيز',
  'عبد',
  'زايد',
  'راشد',
  'حمد',
  'محمد',
  'سلمان',
]);

/** "محمد إبراهيم" in "محمد إبراهيم أيوب". */
function allGiven(tokens: readonly Token[], index: number, last: number): boolean {
  for (let at = index; at < last; at++) if (!AMBIGUOUS_NAMES.has(tokens[at]?.form.fold ?? '')) return false;
  return true;
}

function isLineage(tokens: readonly Token[], index: number, last: number): boolean {
  for (let at = index + 1; at < last; at++) if (tokens[at]?.form.fold === 'بن') return true;
  return false;
}

const own = new WeakMap<Entity, ReadonlySet<string>>();

function ownWords(entity: Entity): ReadonlySet<string> {
  let words = own.get(entity);
  if (!words) {
    words = new Set([entity.label.ar, ...(entity.aliases ?? [])].flatMap(name => fold(name).split(/[\s-]+/)));
    own.set(entity, words);
  }
  return words;
}

function isPlural(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form !== undefined && work.classes(form).basePlural;
}

/** Another base stands shortly before: "التيفور (في وسط البلاد) والسين". */
function followsBase(work: Work, index: number): boolean {
  const { tokens } = work.document;
  for (let at = index - 1; at >= 0 && at >= index - 7; at--) {
    if (tokens[at]?.sentence !== tokens[index]?.sentence) return false;
    if (work.at[at]?.kind === 'base') return true;
  }
  return false;
}

const QUOTES = new Set(['"', '«', '“', '”', '»', '(', "'", '‘', '’']);

/** A title before a short personal name, quotation marks or a head noun before a short name of a body. */
function hasCue(work: Work, entry: ShortHit['entry'], index: number, last: number): boolean {
  const { tokens } = work.document;
  const { kind } = entry;
  let before = index - 1;
  const quoted = QUOTES.has(tokens[before]?.form.text ?? '') && QUOTES.has(tokens[last]?.form.text ?? '');
  if (quoted) before--;
  const token = tokens[before];
  if (!token) return quoted && kind === 'organization';
  const item = work.at[before];
  const cls = work.classes(token.form);
  if (kind === 'leader') {
    if (token.form.fold.endsWith('فريق')) return false;
    if (cls.rank || cls.honorific || item?.kind === 'office') return true;
    return item?.kind === 'demonym' && work.at[item.first - 1]?.kind === 'office';
  }
  // "مطارات التيفور والسين والضمير"
  if (kind === 'base')
    return (
      cls.baseHead !== undefined ||
      cls.basePlural ||
      // "مطاراتها العسكرية مثل التيفور"
      (token.form.fold === 'مثل' && [2, 3].some(back => isPlural(work, index - back))) ||
      (tokens[index]?.form.fold.startsWith('و') === true && followsBase(work, index))
    );
  if (!cls.head) return quoted;
  // "شركة الخليج" is not the newspaper of that name.
  const { subtype } = entry.entity;
  return (
    cls.head.subtype === subtype ||
    (cls.head.subtype !== 'media' && cls.head.subtype !== 'company' && subtype !== 'media')
  );
}

function itemOf(work: Work, index: number, hit: Hit): Item {
  const { entry, start, last } = hit;
  const token = work.document.tokens[index];
  const item: Item = {
    kind: entry.kind,
    first: index,
    last,
    start: nameStart(token?.start ?? 0, token?.form, start),
    mention: 'name',
    definite: start.definite,
    conjunction: start.conjunction,
    proclitic: start.proclitic,
  };
  switch (entry.kind) {
    case 'body':
      item.body = entry.body;
      item.mention = 'name';
      if (entry.short) item.pending = true;
      if (entry.dual) item.dual = true;
      break;
    case 'office':
      item.office = entry.office;
      item.mention = 'title';
      if (entry.dual) item.dual = true;
      break;
    case 'demonym':
      item.entity = entry.entity;
      item.mention = 'demonym';
      item.form = entry.form;
      break;
    case 'seat':
    case 'capital':
      item.entity = entry.entity;
      item.mention = 'metonym';
      break;
    case 'country':
      item.entity = entry.entity;
      break;
    default:
      item.entity = entry.entity;
      item.mention = entry.mention;
  }
  return item;
}

/** Offset of a name whose prefixes are off; لل keeps its second ل with the name, as "للأمم" gives "أمم". */
export function nameStart(offset: number, form: WordForm | undefined, start: Start): number {
  if (!form || start.prefixLength === 0) return offset;
  let left = start.prefixLength;
  let at = 0;
  const { text } = form;
  // Marks and tatweel do not count as units of the folded prefix.
  while (left > 0 && at < text.length) {
    if (!/[\u064b-\u065f\u0640\u200b-\u200f]/.test(text.charAt(at))) left--;
    at++;
  }
  if (start.proclitic === 'ل' && start.definite && text.charAt(at) === 'ل') at++;
  return offset + at;
}

/** Bodies inside a title: قائد الجيش. */
function scanInside(work: Work, office: Item, shorts: ShortHit[]): void {
  const { tokens } = work.document;
  for (let index = office.first + 1; index < office.last; index++) {
    const token = tokens[index];
    if (!token) return;
    const hit = longest(work, index, work.lexicon.starts(token.form), shorts);
    if (!hit || hit.last < office.last) continue;
    const { entry } = hit;
    if (entry.kind !== 'body' && entry.kind !== 'organization') continue;
    if ('short' in entry && entry.short && tokens[index - 1]?.form.fold !== 'باسم') continue;
    const item = addItem(work, itemOf(work, index, hit));
    office.last = index;
    if (item.kind === 'organization') addNationalities(work, item);
    return;
  }
}

/** The nationality inside a longer name is a mention of the country too. */
export function addNationalities(work: Work, outer: Item): void {
  const { tokens } = work.document;
  for (let index = outer.first + 1; index < outer.last; index++) {
    const token = tokens[index];
    if (!token || work.at[index] !== outer) continue;
    for (const start of work.lexicon.starts(token.form)) {
      const entry = start.node.values.find(
        value =>
          value.kind === 'demonym' ||
          // "وكالة أنباء الإمارات"
          (value.kind === 'country' && value.entity.iso === outer.entity?.country),
      );
      if (!entry || isAmbiguous(work, entry, start, index, index + 1)) continue;
      work.items.push({ ...itemOf(work, index, { entry, start, last: index + 1 }), inside: outer });
      break;
    }
  }
}
