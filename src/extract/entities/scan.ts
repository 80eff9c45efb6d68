import { nameStart } from '../../language/arabic/clitics.js';
import type { TrieNode } from '../../language/trie.js';
import type { Entity } from '../../model.js';
import { isAcceptable, type ShortHit } from './acceptance.js';
import { addLineage, addNationalities, addNestedBody, closeQuote, takeNationality } from './extend.js';
import type { Entry, Start } from './lexicon.js';
import { addItem, Item, type Work } from './work.js';

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

const SKIPPED = new Set(['+', '-', '–', '—', '"', '«', '»', '“', '”', '(', ')', "'", '‘', '’']);
/** No name in a gazetteer is longer than this. */
const LONGEST = 14;

export interface Hit {
  readonly entry: Entry;
  readonly start: Start;
  readonly last: number;
  /** Namesakes that the same words may mean. */
  readonly rivals?: readonly Entity[];
}

/** Finds the names of the gazetteer, from left to right, the longest first. */
export function scan(work: Work): ShortHit[] {
  const { tokens } = work.document;
  const shorts: ShortHit[] = [];
  let next = 0;
  for (const index of work.starting) {
    const token = tokens[index];
    const hit =
      token && index >= next ? longest(work, index, work.lexicon.starts(token.form), shorts) : undefined;
    if (!hit) continue;
    const item = addItem(work, itemOf(work, index, hit));
    if (item.kind === 'office' && item.last - item.first > 1) scanInside(work, item, shorts);
    else if (item.last - item.first > 1 && (item.kind === 'organization' || item.kind === 'base')) {
      addNationalities(work, item);
      if (item.kind === 'organization' && item.last - item.first > 3) addNestedBody(work, item);
    }
    closeQuote(work, item);
    if (item.kind === 'organization') takeNationality(work, item);
    if (item.kind === 'leader') addLineage(work, item);
    next = Math.max(hit.last, item.last);
  }
  return shorts;
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
        else if (
          best &&
          last === best.last &&
          isRival(entry, best.entry) &&
          start.prefixLength === best.start.prefixLength
        )
          best = { ...best, rivals: [...(best.rivals ?? [entityOf(best.entry)]), entityOf(entry)] };
      }
    });
  }
  return best;
}

type NamedEntry = Entry & { readonly kind: 'leader' | 'organization' | 'base' };

const isRival = (entry: Entry, other: Entry): entry is NamedEntry =>
  entry.kind === other.kind &&
  (entry.kind === 'leader' || entry.kind === 'organization' || entry.kind === 'base') &&
  entityOf(other as NamedEntry) !== entry.entity;
const entityOf = (entry: Entry) => (entry as NamedEntry).entity;

const rank = (entry: Entry) => PRIORITY[entry.kind] - ('short' in entry && entry.short ? 3.5 : 0);

/** Follows the trie from a token on; small marks inside a name are passed over. */
export function walk(
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
export function itemOf(work: Work, index: number, hit: Hit): Item {
  const { entry, start, last } = hit;
  const token = work.document.tokens[index];
  const item = new Item({
    kind: entry.kind,
    first: index,
    last,
    start: nameStart(token?.start ?? 0, token?.form, start),
    mention: 'name',
    definite: start.definite,
    conjunction: start.conjunction,
    proclitic: start.proclitic,
  });
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
      if (hit.rivals) item.rivals = hit.rivals;
  }
  return item;
}

const MINISTER = /-minister$|^secretary-of-|^treasury-secretary$/;

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
    // "وزير الخارجية الأمريكية": whoever writes so means the country's minister.
    if (
      entry.kind === 'organization' &&
      entry.entity.subtype === 'ministry' &&
      MINISTER.test(office.office?.id ?? '')
    )
      continue;
    if ('short' in entry && entry.short && tokens[index - 1]?.form.fold !== 'باسم') continue;
    const item = addItem(work, itemOf(work, index, hit));
    office.last = index;
    if (item.kind === 'organization') addNationalities(work, item);
    return;
  }
}
