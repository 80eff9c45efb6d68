import { fold } from '../../language/arabic/normalize.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { CountryEntry } from '../../schema/types.js';
import { drop } from './bodies.js';
import { makeEntity } from './entity.js';
import { addItem, Item, type Work } from './work.js';

/**
 * Bases that an article only describes: "قاعدة عسكرية روسية في طاجيكستان", "القاعدة الأميركية في قطر", "قاعدتها في
 * قيرغيزستان". Each becomes a node of its operator and its country, unless exactly one base that the article names
 * has the same operator and place: then it is meant.
 */
export function findNamelessBases(work: Work): void {
  const { tokens } = work.document;
  const found: Description[] = [];
  for (const index of work.marked) {
    const token = tokens[index];
    if (!token || (work.at[index] && work.at[index]?.kind !== 'organization')) continue;
    const description = readDescription(work, index);
    if (description) found.push(description);
  }
  for (const description of found) describe(work, description, found);
}

interface Description {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly definite: boolean;
  readonly kind: 'air' | 'naval' | undefined;
  readonly operator: string | undefined;
  readonly country: string | undefined;
}

const HEAD = /^[وف]?[بلك]?(ال|ل)?قاعده$/;
const OWN_HEAD = /^[وف]?[بلك]?قاعدت(ها|ه|هم|هما)$/;
const KINDS: ReadonlyMap<string, 'air' | 'naval' | undefined> = new Map(
  ['عسكرية', 'حربية', 'جوية=air', 'بحرية=naval'].flatMap(entry => {
    const [word = '', kind] = entry.split('=');
    return [word, `ال${word}`].map(form => [fold(form), kind as 'air' | 'naval' | undefined] as const);
  }),
);
const OTHER_ADJECTIVES = wordSet(
  'جديدة الجديدة دائمة الدائمة أخرى كبيرة الكبيرة كبرى الكبرى سرية السرية رئيسية الرئيسية أولى الأولى وحيدة الوحيدة ثانية الثانية صغيرة متقدمة الموجودة',
);
const PLACE_WORDS = wordSet(
  'في داخل على أراضي الأراضي أراضيها جنوب جنوبي شمال شمالي شرق شرقي غرب غربي وسط مدينة بمدينة جزيرة بجزيرة قرب بالقرب من بلدة منطقة محافظة ولاية العاصمة دولة',
);
const IN_PLACE = wordSet('في داخل على بمدينة بجزيرة');

function readDescription(work: Work, first: number): Description | undefined {
  const { tokens } = work.document;
  const token = tokens[first];
  if (!token || work.classes(token.form).baseHead !== 'base') return undefined;
  const { fold: word } = token.form;
  const own = OWN_HEAD.test(word);
  if (!own && !HEAD.test(word)) return undefined;
  const covering = work.at[first];
  // "القاعدة" alone is read as the organization; its adjectives tell.
  if (covering && (covering.entity?.id !== 'org:al-qaeda' || covering.last - covering.first > 1))
    return undefined;
  let last = first + 1;
  let military = false;
  let kind: 'air' | 'naval' | undefined;
  let operator: string | undefined;
  const bodies: Item[] = [];
  for (; last < first + 6; last++) {
    const next = tokens[last];
    if (!next || next.sentence !== token.sentence || next.form.kind !== 'word') break;
    const item = work.at[last];
    const force = item?.kind === 'organization' || item?.kind === 'body';
    if (force && item.first === last && KINDS.has(next.form.fold)) {
      // "القاعدة البحرية الروسية" is no navy.
      military = true;
      kind ??= KINDS.get(next.form.fold);
      operator ??= item.entity?.country;
      last = item.last - 1;
      bodies.push(item);
    } else if (
      item?.first === last &&
      !operator &&
      !item.conjunction &&
      isFeminineNisba(work, item, next.form.fold)
    ) {
      operator = item.entity?.iso;
      last = item.last - 1;
    } else if (!item && KINDS.has(next.form.fold)) {
      military = true;
      kind ??= KINDS.get(next.form.fold);
    } else if (item || !OTHER_ADJECTIVES.has(next.form.fold)) break;
  }
  const place = placeBehind(work, last);
  if (!operator && own) operator = ownerBefore(work, first);
  // "قاعدة" is a rule, too: an operator or a military adjective with a place make it a base.
  const definite = own || work.classes(token.form).headDefinite;
  if (!operator && !(military && place && definite)) return undefined;
  if (!military && !place && !/^[وفبلك]*(ال|لل)/.test(word)) return undefined;
  if (own && !military && !place) return undefined;
  for (const body of bodies) drop(work, body);
  return {
    first,
    last: place?.last ?? last,
    start: token.start + work.classes(token.form).headPrefix,
    definite,
    kind,
    operator,
    country: place?.iso,
  };
}

/** "روسية"; of تركية and سورية, which are names of the countries too, it is the adjective here. */
function isFeminineNisba(work: Work, item: Item, word: string): boolean {
  if (item.kind === 'demonym') return item.form === 'f';
  const entry = item.kind === 'country' && work.lexicon.countries.get(item.entity?.iso ?? '');
  return entry ? entry.nisba.feminine.some(name => fold(name) === word) : false;
}

/** The country behind "في" and a few words of place. */
export function placeBehind(
  work: Work,
  from: number,
): { readonly iso: string; readonly last: number } | undefined {
  const { tokens } = work.document;
  let within = false;
  for (let index = from; index < from + 5; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== tokens[from]?.sentence || token.form.kind !== 'word') return undefined;
    const item = work.at[index];
    const iso = item?.entity?.iso;
    if (item && iso && item.first === index) {
      if (item.kind === 'demonym' && tokens[index - 1]?.form.fold !== 'الاراضي') return undefined;
      return (within || item.proclitic === 'ب') && !item.conjunction ? { iso, last: item.last } : undefined;
    }
    if (item) return undefined;
    const seat = within ? capitalAt(work, index) : undefined;
    if (seat) return { iso: seat, last: index + 1 };
    if (IN_PLACE.has(token.form.fold)) within = true;
    // The name of a town may stand between: "في بلدة نيشيمي في إيطاليا".
    else if (!within || !(PLACE_WORDS.has(token.form.fold) || !work.classes(token.form).common))
      return undefined;
  }
  return undefined;
}

/** The state whose capital a word names. */
function capitalAt(work: Work, index: number): string | undefined {
  const form = work.document.tokens[index]?.form;
  if (!form) return undefined;
  for (const { node, prefixLength } of work.lexicon.starts(form)) {
    const entry = prefixLength === 0 ? node.values.find(({ kind }) => kind === 'capital') : undefined;
    if (entry?.kind === 'capital') return entry.entity.iso;
  }
  return undefined;
}

/** Whose "قاعدتها" it is: the state last named in the sentence. */
function ownerBefore(work: Work, index: number): string | undefined {
  const { tokens } = work.document;
  for (let at = index - 1; at >= 0 && tokens[at]?.sentence === tokens[index]?.sentence; at--) {
    const item = work.at[at];
    if (item?.entity?.iso && item.kind !== 'capital') return item.entity.iso;
    if (item?.entity) return item.entity.country;
  }
  return undefined;
}

function describe(work: Work, description: Description, all: readonly Description[]): void {
  const named = namedBases(work, description);
  const meant =
    named.length === 1 ? named[0] : description.definite ? lastBefore(named, description.first) : undefined;
  if (!meant && named.length > 1) return;
  const entity = meant?.entity ?? namelessEntity(work, withCountry(description, all));
  if (!entity) return;
  const covering = work.at[description.first];
  if (covering) {
    covering.dropped = true;
    for (let index = covering.first; index < covering.last; index++) work.at[index] = undefined;
  }
  const item = new Item({
    kind: 'base',
    first: description.first,
    last: description.last,
    start: description.start,
    mention: meant ? 'nominal' : 'name',
    entity,
  });
  for (let index = item.first; index < item.last; index++) {
    const inner = work.at[index];
    if (inner && !inner.inside) inner.inside = item;
  }
  addItem(work, item);
}

/** Named bases of the article with the same operator and place. */
function namedBases(work: Work, { operator, country }: Description): Item[] {
  const byId = new Map<string, Item>();
  for (const item of work.items) {
    if (item.kind !== 'base' || item.dropped || !item.entity || item.entity.named === false) continue;
    const known = work.lexicon.bases.get(item.entity.id);
    if (!known || (country && known.country !== country)) continue;
    if (operator && !operatedBy(work, known.operators, known.country, operator)) continue;
    byId.set(known.id, item);
  }
  return [...byId.values()];
}

function operatedBy(work: Work, operators: readonly string[], host: string, iso: string): boolean {
  if (operators.length === 0) return host === iso;
  return operators.some(id => {
    const entity = work.lexicon.entities.get(id);
    return entity?.iso === iso || entity?.country === iso;
  });
}

function lastBefore(items: readonly Item[], index: number): Item | undefined {
  return items.filter(({ first }) => first < index).at(-1);
}

/** "القاعدة الروسية" after "قاعدة روسية في طاجيكستان" stands there, too. */
function withCountry(description: Description, all: readonly Description[]): Description {
  if (description.country) return description;
  const places = new Set(
    all
      .filter(other => other.country && other.operator === description.operator)
      .map(({ country }) => country),
  );
  const [country] = places;
  return places.size === 1 && country ? { ...description, country } : description;
}

const KIND_WORDS = { air: ['جوية', 'air base'], naval: ['بحرية', 'naval base'] } as const;

/** The node of a base without a name: `base:unnamed:RU:TJ`, "قاعدة روسية في طاجيكستان". */
function namelessEntity(work: Work, { operator, country, kind }: Description): Entity | undefined {
  const owner = operator === undefined ? undefined : work.lexicon.countries.get(operator);
  const host = country === undefined ? undefined : work.lexicon.countries.get(country);
  if (!owner && !host) return undefined;
  const [adjective, noun] = kind ? KIND_WORDS[kind] : ['عسكرية', 'base'];
  return makeEntity({
    id: `base:unnamed:${operator ?? '-'}:${country ?? '-'}${kind ? `:${kind}` : ''}`,
    type: 'base',
    subtype: kind,
    label: {
      ar: ['قاعدة', adjective, owner?.nisba.feminine[0], host && `في ${host.label.ar}`]
        .filter(Boolean)
        .join(' '),
      en: [owner && possessive(owner), owner ? noun : capital(noun), host && `in ${host.label.en}`]
        .filter(Boolean)
        .join(' '),
    },
    country,
    known: false,
    named: false,
  });
}

/** "US", "Russia's". */
function possessive({ label, aliases }: CountryEntry): string {
  const initials = label.en.includes(' ')
    ? aliases.en.filter(name => /^[A-Z]{2,3}$/.test(name)).sort((a, b) => a.length - b.length)[0]
    : undefined;
  return initials ?? `${label.en}'${label.en.endsWith('s') ? '' : 's'}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
