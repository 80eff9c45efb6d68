import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { TrieNode } from '../../language/trie.js';
import { isAcceptable, type ShortHit } from './acceptance.js';
import { isAmbiguous } from './ambiguous.js';
import type { Entry, Start } from './lexicon.js';
import { addItem, type Item, type Work } from './work.js';

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
    if (item.kind === 'organization') takeNationality(work, item);
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

/** Words between a body's name and its nationality: "وكالة «يونهاب» للأنباء الكورية". */
const DESCRIBING = wordSet(
  'للأنباء للإعلام الإخبارية الإخباري الحكومية الحكومي الرسمية الرسمي اليومية الأسبوعية الفضائية العسكرية الشهيرة للأخبار الاقتصادية',
);

/** "صحيفة «يني شفق» التركية": the nationality behind a name belongs to it, unless it is another's. */
function takeNationality(work: Work, item: Item): void {
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
    work.items.push({ ...itemOf(work, index, best), inside: item });
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
