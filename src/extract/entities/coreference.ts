import type { WordForm } from '../../language/arabic/tokens.js';
import type { Entity, MentionKind } from '../../model.js';
import type { LeaderEntry } from '../../schema/types.js';
import { nominalOf } from './nominals.js';
import type { Item, Work } from './work.js';

/**
 * Words that stand for somebody whom the article names elsewhere: "الرئيس الروسي", "الوزير", "الحزب", "بلاده",
 * "قواتها". Only what a rule can be sure of; the rest stays without an entity.
 */
export function resolveReferences(work: Work): void {
  readCounterparts(work);
  resolveTitles(work);
  resolveNouns(work);
}

// ---------------------------------------------------------------- offices without a name

/** Offices that a bare title may stand for: "الوزير" for a foreign minister. */
function isSameOffice(bare: string, office: string): boolean {
  return (
    bare === office ||
    (bare === 'minister' && office.endsWith('-minister')) ||
    (bare === 'head' && office === 'president')
  );
}

/** "نظيره التركي" holds the office of the one before him, of another country. */
function readCounterparts(work: Work): void {
  let last: Item | undefined;
  const items = work.items.filter(item => !item.dropped && (item.kind === 'office' || item.counterpart));
  items.sort((a, b) => a.first - b.first);
  for (const item of items) {
    if (!item.counterpart) {
      if (item.office && (item.of || item.ofItem)) last = item;
      continue;
    }
    const near =
      last && work.document.tokens[last.first]?.sentence === work.document.tokens[item.first]?.sentence;
    if (!near || !last?.office || !(item.of || item.holder)) continue;
    item.kind = 'office';
    item.office = last.office;
    item.definite = true;
  }
}

function resolveTitles(work: Work): void {
  const offices = work.items.filter(item => item.kind === 'office' && item.office && !item.dropped);
  offices.sort((a, b) => a.first - b.first);
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
    const of = office.of;
    if (office.dual || office.former || !(office.definite || of)) continue;
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
    } else if (office.definite) {
      for (let index = recent.length - 1; index >= 0 && !found; index--) {
        const other = recent[index];
        if (other?.office && isSameOffice(office.office.id, other.office.id)) found = other.holder?.entity;
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
    step < 2 && (next?.kind === 'title' || (next?.kind === 'office' && next.first === end));
    step++
  ) {
    end = next.last;
    next = work.at[end];
  }
  const near = work.document.tokens[end]?.sentence === work.document.tokens[office.first]?.sentence;
  if (near && next?.kind === 'leader' && next.first === end && !next.conjunction && !next.proclitic)
    office.holder = next;
}

function setOf(office: Item, of: Entity | undefined): void {
  if (!office.of && of) office.of = of;
}

/** The country or body of a known holder's office, where the article speaks of it. */
function knownOf(work: Work, office: Item, holder: Entity, present: ReadonlySet<string>): Entity | undefined {
  const entry = work.lexicon.leaders.get(holder.id);
  const term = entry?.offices.find(({ office: id, of }) => id === office.office?.id && present.has(of));
  return term ? work.lexicon.entities.get(term.of) : undefined;
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
    const current =
      date === undefined ||
      terms.some(({ from, to }) => (!from || from <= date) && (!to || date <= `${to}~`));
    if (current) return work.lexicon.entities.get(leader.id);
    if (date === undefined) found = work.lexicon.entities.get(leader.id);
  }
  return found;
}

/** A mention over the whole title; the nationality lies inside it. */
function addReference(work: Work, office: Item, entity: Entity, presumed: boolean): void {
  const item: Item = {
    kind: 'leader',
    first: office.first,
    last: Math.max(office.last, office.end ?? 0),
    start: office.start,
    mention: presumed ? 'title' : 'nominal',
    entity,
    ...(presumed ? { presumed } : {}),
  };
  for (let index = item.first; index < item.last; index++) {
    const inner = work.at[index];
    if (inner && inner !== office && !inner.inside && inner.last <= item.last) inner.inside = item;
  }
  work.items.push(item);
  office.reference = item;
}

// ---------------------------------------------------------------- nouns and pronouns

/** What may be meant by a noun or a pronoun, in order of place. */
interface Seen {
  readonly item: Item;
  readonly entity: Entity;
  readonly sentence: number;
  readonly gender: 'm' | 'f' | undefined;
}

const MASCULINE_COUNTRIES = new Set(['IQ', 'LB', 'JO', 'SD', 'MA', 'YE', 'SO', 'VA']);
const REACH = 60;

function resolveNouns(work: Work): void {
  const { tokens } = work.document;
  const nationality = new Map<string, Entity>();
  for (const item of work.items) {
    const of = item.of;
    if (item.kind !== 'office' || !item.holder?.entity || !of) continue;
    const country = of.iso ? of : of.country ? work.lexicon.country(of.country) : undefined;
    if (country && !nationality.has(item.holder.entity.id)) nationality.set(item.holder.entity.id, country);
  }
  const items = work.items.filter(item => item.entity && !item.dropped && item.entity.type !== 'private');
  items.sort((a, b) => a.first - b.first || b.last - a.last);
  const seen: Seen[] = [];
  let next = 0;
  const added: Item[] = [];
  for (const index of work.marked) {
    const token = tokens[index];
    if (!token) continue;
    const nominal = nominalOf(work.classes(token.form).nominal);
    if (nominal) {
      while (next < items.length && (items[next]?.first ?? 0) < index) {
        const item = items[next++];
        if (item?.entity)
          seen.push({
            item,
            entity: item.entity,
            sentence: tokens[item.first]?.sentence ?? 0,
            gender: genderOf(work, item),
          });
      }
      const covering = work.at[index];
      if (
        covering &&
        !(
          covering.kind === 'organization' &&
          covering.entity?.id === 'org:al-qaeda' &&
          nominal.kind === 'body'
        )
      )
        continue;
      const found =
        nominal.kind === 'body'
          ? bodyMeant(work, seen, nominal.heads, nominal.subtypes, index)
          : ownerMeant(work, seen, nominal.suffix, token.sentence, nationality, nominal.kind === 'homeland');
      if (!found || (covering && found.type !== 'base')) continue;
      const mention: MentionKind = nominal.kind === 'owned' ? 'pronoun' : 'nominal';
      const item: Item = {
        kind: found.iso
          ? 'country'
          : found.type === 'leader'
            ? 'leader'
            : found.type === 'base'
              ? 'base'
              : 'organization',
        first: index,
        last: index + 1,
        start: token.start + (nominal.kind === 'body' ? prefixOf(work, token.form) : 0),
        mention,
        entity: found,
        ...(nominal.kind === 'body' ? {} : { attached: true }),
      };
      if (covering) covering.dropped = true;
      added.push(item);
      if (nominal.kind === 'body') {
        work.at[index] = item;
        const office = work.at[index - 1];
        if (office?.kind === 'office' && office.last === index && !office.of) {
          office.of = found;
          office.end = index + 1;
        }
      }
    }
  }
  work.items.push(...added);
}

/** What stands before the noun; of لل the second ل stays with it. */
function prefixOf(work: Work, form: WordForm): number {
  const { prefixLength } = work.classes(form);
  return form.fold.startsWith('لل', Math.max(0, prefixLength - 1)) ? prefixLength + 1 : prefixLength;
}

function genderOf(work: Work, item: Item): 'm' | 'f' | undefined {
  if (item.kind === 'demonym') return item.form === 'f' ? 'f' : item.form === 'm' ? 'm' : undefined;
  if (item.entity?.iso)
    return item.kind === 'country' && MASCULINE_COUNTRIES.has(item.entity.iso)
      ? 'm'
      : item.kind === 'seat'
        ? undefined
        : 'f';
  if (item.kind === 'leader') return undefined;
  const fold = work.document.tokens[item.first]?.form.fold ?? '';
  return fold.endsWith('ه') || fold.endsWith('وات') ? 'f' : 'm';
}

/** The last body that the definite noun can mean: by the noun at the head of its names, else by its kind. */
function bodyMeant(
  work: Work,
  seen: readonly Seen[],
  heads: readonly string[],
  subtypes: readonly string[],
  index: number,
): Entity | undefined {
  const after = work.at[index + 1];
  // "الحزب الجمهوري" says itself which one it is; a nationality or an adjective makes it another.
  if (after?.first === index + 1 && after.kind === 'demonym' && !after.conjunction) return undefined;
  const next = work.document.tokens[index + 1]?.form;
  if (
    next &&
    work.classes(next).definite &&
    work.classes(next).prefixLength === 0 &&
    !work.at[index + 1] &&
    /[يه]$/.test(next.fold) &&
    !NEUTRAL.has(next.fold)
  )
    return undefined;
  // "الجريمة المنظمة": behind a definite noun it is an adjective.
  const before = work.document.tokens[index - 1]?.form;
  if (before?.kind === 'word' && !work.at[index - 1] && work.classes(before).definite) return undefined;
  let byKind: Entity | undefined;
  for (let at = seen.length - 1; at >= 0 && at >= seen.length - REACH; at--) {
    const { item, entity } = seen[at] ?? {};
    if (!item || !entity || (entity.type !== 'organization' && entity.type !== 'base')) continue;
    const names = headWords(work, item, entity);
    if (heads.some(head => names.includes(head))) return entity;
    if (!byKind && entity.subtype !== undefined && subtypes.includes(entity.subtype)) byKind = entity;
  }
  return byKind;
}

const NEUTRAL = new Set([
  'الحالي',
  'الحاليه',
  'نفسه',
  'نفسها',
  'المذكوره',
  'المذكور',
  'الارهابي',
  'الارهابيه',
  'المتطرف',
]);

function headWords(work: Work, item: Item, entity: Entity): readonly string[] {
  const first = work.document.tokens[item.first]?.form.fold ?? '';
  const label = entity.label.ar.split(' ')[0] ?? '';
  return [
    first,
    first.replace(/^[وفبلك]?ال/, ''),
    first.replace(/^[وفبلك]/, ''),
    label.replace('ة', 'ه').replace(/^ال/, ''),
  ];
}

/** Whose "بلاده" or "قواتها" it is: the nearest before it in the sentence that the pronoun agrees with. */
function ownerMeant(
  work: Work,
  seen: readonly Seen[],
  suffix: string,
  sentence: number,
  nationality: ReadonlyMap<string, Entity>,
  homeland: boolean,
): Entity | undefined {
  const gender = suffix === 'ه' ? 'm' : suffix === 'ها' ? 'f' : undefined;
  if (!homeland && !gender) return undefined;
  for (let at = seen.length - 1; at >= 0 && at >= seen.length - REACH; at--) {
    const one = seen[at];
    if (!one) break;
    if (one.sentence < sentence - (homeland ? 1 : 0)) break;
    if (one.entity.type === 'base' || one.item.mention === 'pronoun') continue;
    if (homeland) {
      if (one.entity.type === 'leader') {
        const own =
          nationality.get(one.entity.id) ??
          (one.entity.country ? work.lexicon.country(one.entity.country) : undefined);
        if (own) return own;
      }
      continue;
    }
    if (one.gender !== undefined && one.gender !== gender) continue;
    if (one.entity.type === 'leader') {
      if (gender === 'm') return undefined;
      continue;
    }
    return one.entity;
  }
  return undefined;
}
