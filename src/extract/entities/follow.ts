import { nameStart } from '../../language/arabic/clitics.js';
import { endingTest } from '../../language/arabic/endings.js';
import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { COMMON_WORDS, NAME_PARTICLES, TOO_COMMON } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { ShortHit } from './acceptance.js';
import { FREQUENT_WORDS } from './ambiguous.js';
import { drop } from './bodies.js';
import { isNamedAfter } from './named-after.js';
import { isOrdinary } from './names.js';
import { addItem, type Item, type Work } from './work.js';

/**
 * Once a person's full name has been given, the last name alone means that person, before and after; once a
 * body's full name has been given, so does its short one.
 */
export function followNames(work: Work, shorts: readonly ShortHit[]): void {
  unifyPeople(work);
  takeOver(work);
  dropNamesakes(work);
  const present = new Set<string>();
  for (const item of work.items) if (item.entity && !item.dropped) present.add(item.entity.id);
  for (const hit of shorts) {
    const single = hit.last - hit.first === 1 ? (work.document.tokens[hit.first]?.form.fold ?? '') : '';
    if (
      single &&
      hit.entry.kind !== 'base' &&
      (TOO_COMMON.has(single) ||
        (hit.entry.kind === 'leader' ? COMMON_WORDS : FREQUENT_WORDS).has(
          single.slice(hit.start.prefixLength),
        ))
    )
      continue;
    if (!present.has(hit.entry.entity.id) || isCovered(work, hit.first, hit.last)) continue;
    const token = work.document.tokens[hit.first];
    addItem(work, {
      kind: hit.entry.kind,
      first: hit.first,
      last: hit.last,
      start: nameStart(token?.start ?? 0, token?.form, hit.start),
      mention: 'alias',
      entity: hit.entry.entity,
      conjunction: hit.start.conjunction,
      proclitic: hit.start.proclitic,
    });
  }
  const lasts = lastNames(work);
  if (lasts.size === 0) return;
  // What may stand before a name leaves its last two letters alone.
  const mayEnd = endingTest([...lasts.keys()], 2);
  const { tokens } = work.document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || work.at[index]) continue;
    const entry = findLast(lasts, mayEnd, token.form);
    if (!entry) continue;
    const before = tokens[index - 1];
    if (isNamedAfter(work, index) || COLOURED.has(before?.form.fold ?? '')) continue;
    if (
      before &&
      before.form.kind === 'word' &&
      !work.at[index - 1] &&
      work.classes(before.form).name &&
      entry.prefix === 0
    )
      continue;
    addItem(work, {
      kind: 'leader',
      first: index,
      last: index + 1,
      start: token.start + entry.prefix,
      mention: 'alias',
      entity: entry.entity,
    });
  }
}

/** "البحر الأحمر", "الصليب الأحمر", "الجبل الأسود": nobody of that name. */
const COLOURED = new Set(
  ['البحر', 'الهلال', 'الصليب', 'الجبل', 'الخط', 'الضوء', 'البيت', 'الذهب'].flatMap(noun => [
    noun,
    ...[...'وبلف'].map(letter => letter + noun),
    `ل${noun.slice(1)}`,
  ]),
);

/** "جاويش أوغلو" is whoever of that name the article gives in full. */
function takeOver(work: Work): void {
  const full = new Set<string>();
  const tails = new Map<string, Entity>();
  const { tokens } = work.document;
  for (const item of work.items) {
    if (item.kind !== 'leader' || !item.entity || item.dropped || item.inside) continue;
    if (item.entity.known && item.mention === 'name') full.add(item.entity.id);
    if (item.entity.known || item.last - item.first < 2) continue;
    let tail = '';
    for (let index = item.last - 1; index > item.first; index--) {
      tail = tail ? `${tokens[index]?.form.fold} ${tail}` : (tokens[index]?.form.fold ?? '');
      tails.set(tail, item.entity);
    }
  }
  if (tails.size === 0) return;
  for (const item of work.items) {
    if (
      item.kind !== 'leader' ||
      item.mention !== 'alias' ||
      !item.entity?.known ||
      item.dropped ||
      item.inside
    )
      continue;
    if (full.has(item.entity.id)) continue;
    const words: string[] = [];
    for (let index = item.first; index < item.last; index++) words.push(tokens[index]?.form.fold ?? '');
    const other = tails.get(words.join(' '));
    if (other) item.entity = other;
  }
}

/**
 * A family name alone is not the statesman's where the article gives it to another and never gives his full name:
 * "تشافيز" after "كارلوس تشافيز". Who holds a high office at the time is meant all the same.
 */
function dropNamesakes(work: Work): void {
  if (work.namesakes.size === 0) return;
  const { date } = work.document.article;
  const certain = new Set<string>();
  for (const item of work.items) {
    if (!item.entity || item.dropped) continue;
    if (item.kind === 'leader' && item.last - item.first > 1) certain.add(item.entity.id);
    if (item.kind === 'office' && item.holder?.entity) certain.add(item.holder.entity.id);
  }
  for (const item of work.items) {
    if (item.kind !== 'leader' || item.dropped || item.last - item.first > 1 || !item.entity?.known) continue;
    const form = work.document.tokens[item.first]?.form;
    if (!form || certain.has(item.entity.id)) continue;
    if (!nameKeys(form).some(({ word }) => work.namesakes.has(word))) continue;
    const inOffice = work.lexicon.leaders
      .get(item.entity.id)
      ?.offices.some(
        ({ office, from, to }) =>
          work.lexicon.offices.get(office)?.unique === true &&
          (date === undefined ? !to : (!from || from <= date) && (!to || date <= to)),
      );
    if (!inOffice) drop(work, item);
  }
}

function isCovered(work: Work, first: number, last: number): boolean {
  for (let index = first; index < last; index++) if (work.at[index]) return true;
  return false;
}

/** What a word form may be as a last name: itself, or without what may stand before a name. */
interface NameKey {
  readonly word: string;
  readonly prefix: number;
}

const PREFIXES = ['و', 'ل', 'ب', 'ف', 'ك', 'ول', 'وب', 'فل'];
const MAY_HAVE_PREFIX = new Set([...'ولبفك'].map(letter => letter.charCodeAt(0)));

function nameKeys(form: WordForm): readonly NameKey[] {
  return [{ word: form.fold, prefix: 0 }, ...prefixless(form.fold)];
}

function prefixless(fold: string): NameKey[] {
  const keys: NameKey[] = [];
  for (const prefix of PREFIXES)
    if (fold.startsWith(prefix)) keys.push({ word: fold.slice(prefix.length), prefix: prefix.length });
  if (fold.startsWith('لل')) keys.push({ word: `ال${fold.slice(2)}`, prefix: 2 });
  if (fold.startsWith('ولل')) keys.push({ word: `ال${fold.slice(3)}`, prefix: 3 });
  return keys;
}

function findLast(
  lasts: ReadonlyMap<string, Entity>,
  mayEnd: (word: string) => boolean,
  { fold }: WordForm,
): { entity: Entity; prefix: number } | undefined {
  const own = lasts.get(fold);
  if (own) return { entity: own, prefix: 0 };
  if (!MAY_HAVE_PREFIX.has(fold.charCodeAt(0)) || !mayEnd(fold)) return undefined;
  for (const { word, prefix } of prefixless(fold)) {
    const entity = lasts.get(word);
    if (entity) return { entity, prefix };
  }
  return undefined;
}

/** Last names of the people whose full name the article gives. */
function lastNames(work: Work): Map<string, Entity> {
  const lasts = new Map<string, Entity>();
  const { tokens } = work.document;
  for (const item of work.items) {
    if (item.kind !== 'leader' || !item.entity || item.dropped) continue;
    if (item.last - item.first < 2 && item.entity.known) continue;
    const last = tokens[item.last - 1]?.form;
    if (last?.kind !== 'word' || last.fold.length < 3) continue;
    if (NAME_PARTICLES.has(last.fold) || isOrdinary(last) || TOO_COMMON.has(last.fold)) continue;
    lasts.set(last.fold, item.entity);
  }
  return lasts;
}

/** Makes one person of the mentions of one name: "محمد زكري" and "زكري". */
function unifyPeople(work: Work): void {
  const people = work.items.filter(item => item.kind === 'leader' && item.entity && !item.dropped);
  const byLast = new Map<string, Item[]>();
  const wordsOf = (item: Item) => {
    const words: string[] = [];
    for (let index = item.first; index < item.last; index++) {
      const form = work.document.tokens[index]?.form;
      if (form && form.kind === 'word') words.push(form.fold);
    }
    return words;
  };
  people.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  for (const item of people) {
    const words = item.entity?.known ? [...wordsOf(item)] : wordsOf(item);
    const last = words.at(-1);
    if (!last) continue;
    const known = byLast.get(last) ?? [];
    const same = known.find(other => {
      const others = wordsOf(other);
      return words.length === 1 || others[0] === words[0];
    });
    if (same && !item.entity?.known && same.entity) item.entity = same.entity;
    known.push(item);
    byLast.set(last, known);
    if (item.entity?.known) {
      const label = fold(item.entity.label.ar).split(' ').at(-1);
      if (label && label !== last) byLast.set(label, [...(byLast.get(label) ?? []), item]);
    }
  }
}
