import type { WordForm } from '../../language/arabic/tokens.js';
import type { Entity, MentionKind } from '../../model.js';
import { nominalOf } from './nominals.js';
import { readCounterparts, resolveTitles } from './references.js';
import { findRegimes } from './regimes.js';
import { Item, type Work } from './work.js';

/**
 * Words that stand for somebody whom the article names elsewhere: "الرئيس الروسي", "الوزير", "الحزب", "بلاده",
 * "قواتها". Only what a rule can be sure of; the rest stays without an entity.
 */
export function resolveReferences(work: Work): void {
  readCounterparts(work);
  resolveTitles(work);
  findRegimes(work);
  resolveNouns(work);
}

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
  const ofNoun = new Map<number, Item[]>();
  for (const item of work.items)
    if (item.noun !== undefined && !item.of && !item.dropped)
      ofNoun.set(item.noun, [...(ofNoun.get(item.noun) ?? []), item]);
  const items = work.items.filter(item => item.entity && !item.dropped && item.entity.type !== 'private');
  items.sort((a, b) => a.first - b.first || b.last - a.last);
  const seen: Seen[] = [];
  let next = 0;
  const added: Item[] = [];
  for (const index of work.marked) {
    const token = tokens[index];
    if (!token) continue;
    const nominal = nominalOf(work.classes(token.form).nominal);
    if (nominal && !(nominal.kind === 'body' && nominal.inTitles && !ofNoun.has(index))) {
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
      if (covering?.kind === 'office' && covering.last === index + 1 && nominal.kind === 'body') {
        // "رئيس المجلس": of the one that was named before.
        if (!covering.of && !covering.dropped) {
          const whose = bodyMeant(work, seen, nominal.heads, nominal.subtypes, index);
          if (whose) covering.of = whose;
        }
        continue;
      }
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
      const item = new Item({
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
      });
      item.attached = nominal.kind !== 'body';
      if (covering) covering.dropped = true;
      added.push(item);
      if (nominal.kind === 'body') {
        work.at[index] = item;
        for (const office of ofNoun.get(index) ?? []) office.of = found;
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
  'التي',
  'الذي',
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
