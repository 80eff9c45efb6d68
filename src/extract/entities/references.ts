import type { Entity } from '../../model.js';
import type { LeaderEntry, OfficeEntry, OfficeTerm } from '../../schema/types.js';
import { isAnnexed } from './holders.js';
import { shareHolder } from './joint-titles.js';
import { createHomes } from './office-homes.js';
import { settleNameless, settleSense } from './office-senses.js';
import { isCurrent } from './terms.js';
import { Item, type Work } from './work.js';

/** Offices that a bare title may stand for: "الوزير" for a foreign minister. */
function isSameOffice(bare: string, office: string): boolean {
  return (
    bare === office ||
    (bare === 'minister' && office.endsWith('-minister')) ||
    (bare === 'head' && office === 'president')
  );
}

/**
 * "نظيره التركي" holds the office of the one before him, of another country. Where no title says which office that
 * is, the dated offices of the two do: "استقبل ماكرون نظيره السنغالي".
 */
export function readCounterparts(work: Work): void {
  let last: Item | undefined;
  let leader: Item | undefined;
  const { tokens } = work.document;
  const items = work.items.filter(
    item => !item.dropped && (item.kind === 'office' || item.counterpart || item.kind === 'leader'),
  );
  items.sort((a, b) => a.first - b.first || b.last - a.last);
  for (const item of items) {
    if (item.kind === 'leader') {
      leader = item;
      continue;
    }
    if (!item.counterpart) {
      if (item.office && (item.of || item.ofItem)) last = item;
      continue;
    }
    if (!item.of && !item.holder) continue;
    const sentence = tokens[item.first]?.sentence;
    const near = last !== undefined && tokens[last.first]?.sentence === sentence;
    const other = leader && tokens[leader.first]?.sentence === sentence ? leader : undefined;
    const known = near ? last?.office : sharedOffice(work, item, other);
    const office = known ?? officeAhead(work, items, item);
    if (!office) continue;
    item.kind = 'office';
    item.office = office;
    item.definite = true;
    if (!near && known && other) addCounterpart(work, item, office, other);
  }
}

/** "في لقاء مع نظيره الألماني فلان أعلن وزير الدفاع الفرنسي": the office that the same sentence names behind. */
function officeAhead(work: Work, items: readonly Item[], item: Item): OfficeEntry | undefined {
  const { tokens } = work.document;
  const next = items.find(
    ({ kind, office, holder, first, of, ofItem }) =>
      kind === 'office' &&
      first > item.first &&
      office?.unique === true &&
      office.of === 'country' &&
      holder !== item.holder &&
      (of ?? ofItem) !== undefined,
  );
  return next && tokens[next.first]?.sentence === tokens[item.first]?.sentence ? next.office : undefined;
}

/** The office that the dates give to the counterpart, or to the one whose counterpart he is. */
function sharedOffice(work: Work, item: Item, other: Item | undefined): OfficeEntry | undefined {
  const { date } = work.document.article;
  const own = item.holder?.entity && termOf(work, item.holder.entity, date, item.of?.id);
  const theirs = other?.entity && other !== item.holder ? termOf(work, other.entity, date) : undefined;
  const term = own ?? (item.holder?.entity?.known ? undefined : theirs);
  return term && work.lexicon.offices.get(term.office);
}

/** The office of a known leader at a date, of a country if given; the weightiest where there are several. */
function termOf(
  work: Work,
  entity: Entity,
  date: string | undefined,
  of: string | undefined = entity.country && work.lexicon.country(entity.country)?.id,
): OfficeTerm | undefined {
  const entry = work.lexicon.leaders.get(entity.id);
  return entry?.offices.find(
    term =>
      term.of === of &&
      work.lexicon.offices.get(term.office)?.unique === true &&
      (date === undefined || isCurrent(term, date)),
  );
}

/** Says of the one before "نظيره" that he holds the same office, where his dates agree. */
function addCounterpart(work: Work, item: Item, office: OfficeEntry, other: Item): void {
  if (!other.entity || other === item.holder) return;
  const { date } = work.document.article;
  const entry = work.lexicon.leaders.get(other.entity.id);
  const term = entry?.offices.find(
    ({ office: id, ...rest }) =>
      id === office.id && (date === undefined || isCurrent({ office: id, ...rest }, date)),
  );
  const of = term && work.lexicon.entities.get(term.of);
  if (!of || !work.items.some(({ entity, dropped }) => entity?.id === of.id && !dropped)) return;
  work.items.push(
    new Item({
      kind: 'office',
      first: item.first,
      last: item.first + 1,
      start: item.start,
      mention: 'title',
      office,
      holder: other,
      of,
      definite: true,
    }),
  );
}

export function resolveTitles(work: Work): void {
  const offices = work.items.filter(item => item.kind === 'office' && item.office && !item.dropped);
  offices.sort((a, b) => a.first - b.first);
  const homes = createHomes(work);
  const { leaders } = work.lexicon;
  const holders = new Map<string, Entity>();
  const present = new Map<string, LeaderEntry>();
  for (const item of work.items) {
    if (item.kind !== 'leader' || !item.entity || item.dropped) continue;
    const entry = work.lexicon.leaders.get(item.entity.id);
    if (entry) present.set(entry.id, entry);
  }
  const countries = new Set<string>();
  for (const item of work.items) if (item.entity && !item.dropped) countries.add(item.entity.id);
  for (const office of offices) {
    attachHolder(work, office);
    const holder = office.holder?.entity;
    if (!holder || !office.office) continue;
    setOf(office, office.ofItem?.entity ?? knownOf(work, office, holder, countries));
    settleSense(work, office);
    if (!office.of && !office.ofItem) setOf(office, homes(office));
    // "اللجنة ورئيسها فلان": who never was at the head of a state heads something else.
    if (!office.of && !office.ofItem && RULING.has(office.office.id))
      office.ofUnnamed ||= leaders.get(holder.id)?.offices.some(term => HIGH.has(term.office)) === false;
    if (office.of && !office.former) holders.set(`${office.office.id} ${office.of.id}`, holder);
  }
  const { date } = work.document.article;
  const recent: Item[] = [];
  for (const office of offices) {
    if (!office.office) continue;
    if (office.holder) {
      if (!office.former) recent.push(office);
      continue;
    }
    setOf(office, office.ofItem?.entity);
    settleNameless(work, office);
    const of = office.of;
    if (office.dual || office.former || !(office.definite || of || isAnnexed(work, office))) continue;
    // "مسؤول في الحزب" is one of many.
    if (!office.definite && office.office.id === 'senior-figure') continue;
    let found: Entity | undefined;
    let presumed = false;
    if (of) {
      found =
        holders.get(`${office.office.id} ${of.id}`) ??
        presentHolder(work, present, office.office.id, of.id, date);
      if (!found && office.office.unique && date) {
        found = work.lexicon.holderAt(office.office.id, of.id, date);
        presumed = found !== undefined;
      }
    } else if (office.definite || isAnnexed(work, office)) {
      for (let index = recent.length - 1; index >= 0 && !found; index--) {
        const other = recent[index];
        if (other?.office && isSameOffice(office.office.id, other.office.id)) found = other.holder?.entity;
      }
      if (!found) {
        const only = onlyHolder(present, office.office, countries, date);
        found = only && work.lexicon.entities.get(only.leader);
        const whose = only && work.lexicon.entities.get(only.of);
        if (found && whose) office.of = whose;
      }
    }
    if (!found) continue;
    addReference(work, office, found, presumed);
  }
}

/** A last name right behind the title: the holder was found after the title was read. */
function attachHolder(work: Work, office: Item): void {
  if (office.holder || office.dual) return;
  let end = Math.max(office.last, office.end ?? 0);
  let next = work.at[end];
  // "العميد الركن خالد": past ranks and words of respect.
  for (
    let step = 0;
    step < 2 &&
    next &&
    !next.counterpart &&
    (next.kind === 'title' || (next.kind === 'office' && next.first === end && !next.conjunction));
    step++
  ) {
    end = next.last;
    next = work.at[end];
  }
  if (next?.kind === 'office' && next.first === end && shareHolder(work, office, next)) {
    if (!office.ofItem && next.of?.iso) setOf(office, next.of);
    office.holder = next.holder as Item;
    return;
  }
  const near = work.document.tokens[end]?.sentence === work.document.tokens[office.first]?.sentence;
  if (near && next?.kind === 'leader' && next.first === end && !next.conjunction && !next.proclitic)
    office.holder = next;
}

function setOf(office: Item, of: Entity | undefined): void {
  if (!office.of && of) office.of = of;
}

const RULING = new Set(['president', 'prime-minister', 'king', 'sultan', 'supreme-leader']);
/** Whoever held one of these may be called a president by newspapers, as heads of governments and parliaments are. */
const HIGH = new Set([
  ...RULING,
  'emir',
  'crown-prince',
  'head-of-state',
  'interim-president',
  'president-elect',
  'prime-minister-designate',
  'presidential-council-head',
  'sovereignty-council-head',
  'junta-leader',
  'chancellor',
  'speaker',
  'senate-president',
  'regional-president',
  'vice-president',
]);

/** Offices at the head of a party or a group. */
const LEADING = new Set(['party-leader', 'group-leader', 'head']);

/** The country or body of a known holder's office, where the article speaks of it. */
function knownOf(work: Work, office: Item, holder: Entity, present: ReadonlySet<string>): Entity | undefined {
  const entry = work.lexicon.leaders.get(holder.id);
  const id = office.office?.id ?? '';
  const terms = entry?.offices.filter(({ of }) => present.has(of)) ?? [];
  // "زعيم المتمردين فلان" leads the group that he is known to lead.
  const term =
    terms.find(term => term.office === id) ??
    (LEADING.has(id) && (office.ofUnnamed || office.noun !== undefined)
      ? terms.find(term => LEADING.has(term.office) && term.of.startsWith('org:'))
      : undefined);
  return term ? work.lexicon.entities.get(term.of) : undefined;
}

/** "الوزير", "الرئيس": the one among the people named who holds such an office, if there is no other. */
function onlyHolder(
  present: ReadonlyMap<string, LeaderEntry>,
  { id, unique }: OfficeEntry,
  countries: ReadonlySet<string>,
  date: string | undefined,
): { readonly leader: string; readonly of: string } | undefined {
  if (!unique || date === undefined) return undefined;
  const found = new Map<string, string>();
  for (const leader of present.values())
    for (const term of leader.offices)
      if (term.office === id && term.from && isCurrent(term, date)) found.set(leader.id, term.of);
  const [only, ...more] = found;
  return only && more.length === 0 && countries.has(only[1]) ? { leader: only[0], of: only[1] } : undefined;
}

function presentHolder(
  work: Work,
  present: ReadonlyMap<string, LeaderEntry>,
  office: string,
  of: string,
  date: string | undefined,
): Entity | undefined {
  let found: Entity | undefined;
  for (const leader of present.values()) {
    const terms = leader.offices.filter(term => term.office === office && term.of === of);
    if (terms.length === 0) continue;
    const current = date === undefined || terms.some(term => isCurrent(term, date));
    if (current) return work.lexicon.entities.get(leader.id);
    if (date === undefined) found = work.lexicon.entities.get(leader.id);
  }
  return found;
}

/** A mention over the whole title; the nationality lies inside it. */
function addReference(work: Work, office: Item, entity: Entity, presumed: boolean): void {
  const item = new Item({
    kind: 'leader',
    first: office.first,
    last: Math.max(office.last, office.end ?? 0),
    start: office.start,
    mention: presumed ? 'title' : 'nominal',
    entity,
  });
  item.presumed = presumed;
  for (let index = item.first; index < item.last; index++) {
    const inner = work.at[index];
    if (inner && inner !== office && !inner.inside && inner.last <= item.last) inner.inside = item;
  }
  work.items.push(item);
  office.reference = item;
}
